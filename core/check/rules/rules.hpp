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

class ConceptReader;

/// What a check may look at beside the pair itself.
struct CheckContext {
  const Termbase& termbase;
  const DocumentUse& document;
  LinkReader& links;
  ConceptReader& concepts;  ///< In the language of the target.
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

/// Makes a finding about these words of both sides.
void point_at(Finding& finding, const CellPair& pair, ByteRange source, ByteRange target);

/// "The name 'X' is missing": words of the source that should stand in the target as they
/// are. `what`: how the message calls them.
[[nodiscard]] Finding finding_of_lost(Rule rule, const CellPair& pair, double certainty,
                                      ByteRange source, std::string_view what);

/// Adds what it finds in a pair.
using Check = void(const CellPair& pair, const CheckContext& around, Findings& findings);

Check check_untranslated, check_urls, check_symbols, check_list_numbers, check_units;
Check check_quotations, check_brackets, check_repeated_words;
/// Blanks too many, and ordinary ones where French has no-break spaces.
Check check_blanks;
Check check_end_marks;
/// Letters of two scripts in one word, words stretched by tatweel.
Check check_scripts;
Check check_length, check_negation;
/// Shall, should and may.
Check check_modality;
/// Months by themselves, and days of the week, have checks of their own.
Check check_dates, check_months, check_weekdays, check_clock_times;
Check check_numbers;
/// The day of a date and another number, or the days of two dates, that change places.
Check check_exchanged_days;
/// Numbers that are all there, in another order: 12 votes to 3 for 3 to 12.
Check check_number_order;
Check check_footnote_marks, check_names, check_deprecated_terms;
/// Adds term_merged, too: what is missing because another term took its place.
Check check_missing_terms;
Check check_consistency;

/// Reports a unit with one side only, unit `index` of `units`: the finding follows
/// what the other side has last, or else before what it has next. Only where people linked
/// it so.
void check_empty_side(std::span<const AlignedUnit> units, std::size_t index,
                      const std::array<Language, 2>& languages, Findings& findings);

}  // namespace hexapla
