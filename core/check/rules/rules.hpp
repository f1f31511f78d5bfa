#pragma once

// One file for each rule. Every check of a pair has the same shape, so check.cpp can run
// them in a row: it reads a pair and adds what it finds.

#include "check/document_use.hpp"
#include "check/finding.hpp"
#include "check/side.hpp"
#include "term/termbase.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace hexapla {

/// What a check may look at beside the pair itself.
struct Surroundings {
  const Termbase& termbase;
  const DocumentUse& document;
  LinkReader& links;
};

using Findings = std::vector<Finding>;

/// What rule, severity and confidence say; places and words are still to be filled in.
/// `certainty`: how likely it is an error where the link between the two sides is right.
[[nodiscard]] Finding begun(Rule rule, Severity severity, const Pair& pair,
                            double certainty = 1);

void check_untranslated(const Pair& pair, const Surroundings& around, Findings& findings);
void check_urls(const Pair& pair, const Surroundings& around, Findings& findings);
void check_symbols(const Pair& pair, const Surroundings& around, Findings& findings);
void check_list_numbers(const Pair& pair, const Surroundings& around, Findings& findings);
void check_units(const Pair& pair, const Surroundings& around, Findings& findings);
void check_quotations(const Pair& pair, const Surroundings& around, Findings& findings);
void check_brackets(const Pair& pair, const Surroundings& around, Findings& findings);
void check_repeated_words(const Pair& pair, const Surroundings& around, Findings& findings);
void check_length(const Pair& pair, const Surroundings& around, Findings& findings);
void check_negation(const Pair& pair, const Surroundings& around, Findings& findings);
void check_dates(const Pair& pair, const Surroundings& around, Findings& findings);
void check_clock_times(const Pair& pair, const Surroundings& around, Findings& findings);
void check_numbers(const Pair& pair, const Surroundings& around, Findings& findings);
void check_footnote_marks(const Pair& pair, const Surroundings& around, Findings& findings);
void check_names(const Pair& pair, const Surroundings& around, Findings& findings);
void check_deprecated_terms(const Pair& pair, const Surroundings& around,
                            Findings& findings);
/// Adds term_merged, too: what is missing because another term took its place.
void check_missing_terms(const Pair& pair, const Surroundings& around, Findings& findings);
void check_consistency(const Pair& pair, const Surroundings& around, Findings& findings);

/// Reports a unit with one side only, unit `index` of `units`: the finding stands behind
/// what the other side has last, or else before what it has next. Only where people linked
/// it so.
void check_empty_side(std::span<const Unit> units, std::size_t index,
                      const std::array<Language, 2>& languages, Findings& findings);

}  // namespace hexapla
