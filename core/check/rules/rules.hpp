#pragma once

// One file for each rule. Every check of a pair has the same shape, so check.cpp can run
// them in a row: it reads a pair and adds what it finds.

#include "check/document_use.hpp"
#include "check/finding.hpp"
#include "check/parsed_cell.hpp"
#include "term/termbase.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace hexapla {

/// What a check may look at beside the pair itself.
struct CheckContext {
  const Termbase& termbase;
  const DocumentUse& document;
  LinkReader& links;
};

using Findings = std::vector<Finding>;

/// A finding with its rule, confidence and the severity that follows from it; places and
/// words are still to be filled in.
/// `certainty`: how likely it is an error where the link between the two sides is right.
[[nodiscard]] Finding make_finding(Rule rule, const CellPair& pair, double certainty);
/// The same by the severity that the certainty at least has; a certainty given as well
/// wins.
[[nodiscard]] Finding make_finding(Rule rule, Severity severity, const CellPair& pair,
                                   double certainty = 0);

void check_untranslated(const CellPair& pair, const CheckContext& around,
                        Findings& findings);
void check_urls(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_symbols(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_list_numbers(const CellPair& pair, const CheckContext& around,
                        Findings& findings);
void check_units(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_quotations(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_brackets(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_repeated_words(const CellPair& pair, const CheckContext& around,
                          Findings& findings);
/// Blanks too many, and ordinary ones where French has no-break spaces.
void check_blanks(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_end_marks(const CellPair& pair, const CheckContext& around, Findings& findings);
/// Letters of two scripts in one word, words stretched by tatweel.
void check_scripts(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_length(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_negation(const CellPair& pair, const CheckContext& around, Findings& findings);
/// Shall, should and may.
void check_modality(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_dates(const CellPair& pair, const CheckContext& around, Findings& findings);
/// Months by themselves, and days of the week.
void check_months(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_weekdays(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_clock_times(const CellPair& pair, const CheckContext& around,
                       Findings& findings);
void check_numbers(const CellPair& pair, const CheckContext& around, Findings& findings);
/// Numbers that are all there, in another order: 12 votes to 3 for 3 to 12.
void check_number_order(const CellPair& pair, const CheckContext& around,
                        Findings& findings);
void check_footnote_marks(const CellPair& pair, const CheckContext& around,
                          Findings& findings);
void check_names(const CellPair& pair, const CheckContext& around, Findings& findings);
void check_deprecated_terms(const CellPair& pair, const CheckContext& around,
                            Findings& findings);
/// Adds term_merged, too: what is missing because another term took its place.
void check_missing_terms(const CellPair& pair, const CheckContext& around,
                         Findings& findings);
void check_consistency(const CellPair& pair, const CheckContext& around,
                       Findings& findings);

/// Reports a unit with one side only, unit `index` of `units`: the finding follows
/// what the other side has last, or else before what it has next. Only where people linked
/// it so.
void check_empty_side(std::span<const AlignedUnit> units, std::size_t index,
                      const std::array<Language, 2>& languages, Findings& findings);

}  // namespace hexapla
