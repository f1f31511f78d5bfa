#include "check/rules/likeness.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace hexapla {
namespace {

std::u32string letters_of(std::string_view word) {
  const std::string form = folded(word);
  std::u32string letters;
  for (std::size_t at = 0; at < form.size();)
    letters.push_back(next_code_point(form, at));
  return letters;
}

std::size_t changes_between(const std::u32string& one, const std::u32string& other) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(other.size() + 1);
  for (std::size_t column = 0; column <= other.size(); ++column)
    last[column] = column;
  for (std::size_t row = 1; row <= one.size(); ++row) {
    std::vector<std::size_t> here(other.size() + 1);
    here[0] = row;
    for (std::size_t column = 1; column <= other.size(); ++column) {
      const std::size_t same = one[row - 1] == other[column - 1] ? 0 : 1;
      here[column] =
          std::min({last[column] + 1, here[column - 1] + 1, last[column - 1] + same});
      const bool swapped = row > 1 && column > 1 && one[row - 1] == other[column - 2] &&
                           one[row - 2] == other[column - 1];
      if (swapped) here[column] = std::min(here[column], before_last[column - 2] + 1);
    }
    before_last = std::move(last);
    last = std::move(here);
  }
  return last.back();
}

}  // namespace

double likeness(std::string_view one, std::string_view other) {
  constexpr std::size_t longest_word = 256;  // letters; longer strings are no words
  const std::u32string first = letters_of(one);
  const std::u32string second = letters_of(other);
  const std::size_t longer = std::max(first.size(), second.size());
  if (longer == 0) return 1;
  if (longer > longest_word) return first == second ? 1 : 0;
  const auto changes = static_cast<double>(changes_between(first, second));
  return 1 - changes / static_cast<double>(longer);
}

}  // namespace hexapla
