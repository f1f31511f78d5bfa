#pragma once

#include "gold_lines.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hexapla::eval {

/// What a place between two sentences looks like, judged without any segmenter.
enum class BorderKind {
  marked,     ///< A sentence-ending mark is before it.
  colon,      ///< A colon or a semicolon does.
  number,     ///< The gold line is nothing but a number, its heading lost: "IV."
  unmarked,   ///< Neither does: no rule can see it in running text.
  plain_end,  ///< As marked, and past doubt a sentence's end: see WordCounts.
};

/// How often each word of a set is before a full stop, and how often not. A word is
/// past doubt no abbreviation when it mostly stands without one, when it's long, or when
/// it's rare and not short. Source: Kiss and Strunk 2006, Unsupervised Multilingual
/// Sentence Boundary Detection, whose
///         first observation this is.
class WordCounts {
 public:
  explicit WordCounts(const GoldSet& gold);

  [[nodiscard]] bool is_no_abbreviation(std::string_view word) const;

 private:
  struct Counts {
    std::size_t stopped = 0;
    std::size_t free = 0;
  };
  std::unordered_map<std::string, Counts> counts_;
};

/// The kind of the place at byte `border` of `text`: before its white space, after closing
/// and footnote marks.
///
/// plain_end: `。`, `！` or `？`, or another mark after a word that is past doubt no
/// abbreviation, or a closing mark or Han, and before a letter that isn't lower-case or a
/// digit, white space between.
[[nodiscard]] BorderKind border_kind(std::string_view text, std::size_t border,
                                     const WordCounts& words);

}  // namespace hexapla::eval
