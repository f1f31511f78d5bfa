#pragma once

// One file for each rule. Every check of a pair has the same shape, so check.cpp can run
// them in a row: it reads a pair and adds what it finds.

#include "check/document_use.hpp"
#include "check/finding.hpp"
#include "check/side.hpp"
#include "term/termbase.hpp"

#include <vector>

namespace hexapla {

/// What a check may look at beside the pair itself.
struct Surroundings {
  const Termbase& termbase;
  const DocumentUse& document;
};

using Findings = std::vector<Finding>;

/// What rule, severity and confidence say; places and words are still to be filled in.
[[nodiscard]] Finding begun(Rule rule, Severity severity, const Pair& pair);

void check_untranslated(const Pair& pair, const Surroundings& around, Findings& findings);
void check_urls(const Pair& pair, const Surroundings& around, Findings& findings);
void check_dates(const Pair& pair, const Surroundings& around, Findings& findings);
void check_numbers(const Pair& pair, const Surroundings& around, Findings& findings);
void check_footnote_marks(const Pair& pair, const Surroundings& around, Findings& findings);
void check_names(const Pair& pair, const Surroundings& around, Findings& findings);
void check_deprecated_terms(const Pair& pair, const Surroundings& around,
                            Findings& findings);
void check_missing_terms(const Pair& pair, const Surroundings& around, Findings& findings);
void check_consistency(const Pair& pair, const Surroundings& around, Findings& findings);

}  // namespace hexapla
