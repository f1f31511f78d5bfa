#include "check/rules/likeness.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace hexapla {
namespace {

constexpr std::size_t longest_word = 256;  // letters; longer strings are no words
using Row = std::array<std::size_t, longest_word + 1>;

std::size_t changes_between(const std::u32string& one, const std::u32string& other) {
  std::array<Row, 3> rows;  // this one, the last and the one before, in turn
  Row* before_last = &rows[0];
  Row* last = &rows[1];
  Row* here = &rows[2];
  for (std::size_t column = 0; column <= other.size(); ++column)
    (*last)[column] = column;
  for (std::size_t row = 1; row <= one.size(); ++row) {
    (*here)[0] = row;
    for (std::size_t column = 1; column <= other.size(); ++column) {
      const std::size_t same = one[row - 1] == other[column - 1] ? 0 : 1;
      std::size_t least = std::min(
          {(*last)[column] + 1, (*here)[column - 1] + 1, (*last)[column - 1] + same});
      const bool swapped = row > 1 && column > 1 && one[row - 1] == other[column - 2] &&
                           one[row - 2] == other[column - 1];
      if (swapped) least = std::min(least, (*before_last)[column - 2] + 1);
      (*here)[column] = least;
    }
    Row* const free = before_last;
    before_last = last;
    last = here;
    here = free;
  }
  return (*last)[other.size()];
}

/// Letters that only one of the two has must all be changed.
std::size_t least_changes(const Spelling& one, const Spelling& other) {
  const auto [shorter, longer] =
      std::minmax({one.letters().size(), other.letters().size()});
  const int only_one = std::popcount(one.kinds() & ~other.kinds());
  const int only_other = std::popcount(other.kinds() & ~one.kinds());
  return std::max(longer - shorter,
                  static_cast<std::size_t>(std::max(only_one, only_other)));
}

}  // namespace

Spelling::Spelling(std::string_view word) {
  constexpr unsigned bits = 64;
  const std::string form = folded(word);
  for (std::size_t at = 0; at < form.size();) {
    letters_.push_back(next_code_point(form, at));
    kinds_ |= std::uint64_t{1} << (letters_.back() % bits);
  }
}

double likeness(const Spelling& one, const Spelling& other, double least) {
  const std::size_t longer = std::max(one.letters().size(), other.letters().size());
  if (longer == 0) return 1;
  if (longer > longest_word) return one.letters() == other.letters() ? 1 : 0;
  const auto likeness_with = [&](std::size_t changes) {
    return 1 - static_cast<double>(changes) / static_cast<double>(longer);
  };
  if (likeness_with(least_changes(one, other)) < least) return 0;
  return likeness_with(changes_between(one.letters(), other.letters()));
}

double likeness(std::string_view one, std::string_view other) {
  return likeness(Spelling(one), Spelling(other));
}

}  // namespace hexapla
