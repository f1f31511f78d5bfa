#pragma once

#include "align/aligned_unit.hpp"
#include "check/finding.hpp"
#include "term/matcher.hpp"
#include "text/date/date.hpp"
#include "text/number/list_label.hpp"
#include "text/number/number.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// One language of a unit, read for the checks. Refers to its cell, which must outlive it.
struct ParsedCell {
  const Cell* cell = nullptr;
  /// The cell's text with spaces, byte for byte, where web addresses, symbols of
  /// documents, footnote marks, and the labels of footnotes and points stand.
  std::string text;
  std::vector<Word> words;  ///< Of `text`.
  std::vector<ByteRange> urls;
  std::vector<ByteRange> symbols;  ///< Of documents; blanked as well.
  std::optional<ListLabel> label;  ///< At the start of the text; blanked as well.
  std::vector<ByteRange> marks;    ///< Footnote marks, and the labels of footnotes.
  std::vector<Date> dates;
  std::vector<Date> months;  ///< Without day and year, and in none of `dates` but Chinese.
  std::vector<Weekday> weekdays;
  std::vector<Number> numbers;        ///< Those in no date and no clock time.
  std::vector<Number> clock_numbers;  ///< Hours and minutes.
  std::vector<ClockTime> clock_times;
  std::vector<Number> name_numbers;  ///< Parts of names and terms: COVID-19, 229E.
  std::vector<TermHit> hits;         ///< The longest ones.
  std::vector<TermHit> all_hits;     ///< Those inside longer ones, too.

  [[nodiscard]] Language language() const { return cell->language; }
  [[nodiscard]] std::string_view at(ByteRange range) const { return range.of(cell->text); }
};

/// A cell read for a DocumentUse only: its terms, and nothing else.
[[nodiscard]] ParsedCell surveyed(const Cell& cell, TermFinder& finder);

/// The same with its dates, times and numbers, as the checks of a pair need it.
[[nodiscard]] ParsedCell fully_read(ParsedCell surveyed);

/// The length of its words in letters, a Chinese character as three: figures, addresses,
/// symbols and marks, which are as long in any language, don't count.
[[nodiscard]] std::size_t count_letters(const ParsedCell& side);

/// The two cells of a unit, and where it stands.
struct CellPair {
  ParsedCell source;
  ParsedCell target;
  double confidence = 1;
};

/// Where `range` of the cell's text is in its segments.
[[nodiscard]] std::vector<Spot> spots_of(const Cell& cell, ByteRange range);
[[nodiscard]] std::vector<Spot> spots_of(const Cell& cell,
                                         const std::vector<ByteRange>& ranges);

/// All segments of the cell, each as a whole.
[[nodiscard]] std::vector<Spot> whole(const Cell& cell);

/// The target segments in which the counterpart of `range` of the source should stand, each
/// as a whole: those between what both sides have before and after it. For what is
/// missing.
[[nodiscard]] std::vector<Spot> where_expected(const CellPair& pair, ByteRange range);

/// "English"; the tag for other languages than the official ones.
[[nodiscard]] std::string_view english_name(const Language& language);

/// `text` between quotation marks.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace hexapla
