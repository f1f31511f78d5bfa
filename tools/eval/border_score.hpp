#pragma once

#include "gold_lines.hpp"

#include <functional>
#include <iosfwd>
#include <string_view>
#include <vector>

namespace hexapla::eval {

/// Where a text is cut: bytes from its start to each sentence's end but the last.
using Borders = std::vector<std::size_t>;
using FindBorders = std::function<Borders(std::string_view text)>;

/// What a set's gold holds, whatever cuts it.
struct GoldCounts {
  std::size_t borders = 0;
  std::size_t unmarked = 0;  ///< No mark before the border.
  std::size_t colon = 0;     ///< A colon or semicolon.
  std::size_t numbers = 0;   ///< Lines that are only a number.
};

/// Borders found, against gold.
struct Score {
  std::size_t hits = 0;
  std::size_t wrong = 0;  ///< Cuts where gold has none,
  std::size_t inner_ends =
      0;                   ///< of those, past doubt a sentence's end inside a gold line.
  std::size_t missed = 0;  ///< Gold borders that were not cut,
  std::size_t missed_blind =
      0;  ///< of those, after no mark, a colon, a semicolon or a number.

  [[nodiscard]] std::size_t errors() const { return wrong + missed; }
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;

  /// Without what no rule can see: gold borders after no mark, colon, semicolon or number
  /// that were missed, and sentence ends inside gold lines that were cut.
  [[nodiscard]] Score visible() const;

  /// What a cutter scores that errs nowhere else: no rules can do better on this gold.
  [[nodiscard]] Score ceiling() const;
};

[[nodiscard]] GoldCounts count_gold(const GoldSet& gold);

/// Each error is printed to `errors`, if there is one, as a line: what, kind, context.
[[nodiscard]] Score score(const GoldSet& gold, const FindBorders& find_borders,
                          std::ostream* errors);

/// As ICU's own rules for sentences, without suppressions, cut `text`.
[[nodiscard]] Borders plain_icu_borders(std::string_view text, Language language);

}  // namespace hexapla::eval
