#include "align/evidence/name_similarity.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace hexapla {
namespace {

constexpr std::size_t bits_of_word = 64;

/// The least number of letters to change, add or leave out, row by row.
std::size_t edits_by_rows(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t source = 0; source < one.size(); ++source) {
    std::size_t diagonal = row[0];
    row[0] = source + 1;
    for (std::size_t target = 0; target < other.size(); ++target) {
      const std::size_t change = diagonal + (one[source] == other[target] ? 0 : 1);
      diagonal = row[target + 1];
      row[target + 1] = std::min({change, diagonal + 1, row[target] + 1});
    }
  }
  return row.back();
}

/// The same for `one` of 1 to 64 letters: a column of the table is two words, in which a bit
/// tells that its number is one more, or one less, than the number above it.
/// Source: Myers (1999) as simplified by Hyyrö (2003).
std::size_t edits_by_bits(std::string_view one, std::string_view other) {
  std::array<std::uint64_t, 256> places{};  // of each byte in `one`
  for (std::size_t at = 0; at < one.size(); ++at)
    places[static_cast<unsigned char>(one[at])] |= std::uint64_t{1} << at;
  const std::uint64_t last = std::uint64_t{1} << (one.size() - 1);
  std::uint64_t more = ~std::uint64_t{0};
  std::uint64_t less = 0;
  std::size_t edits = one.size();
  for (const char letter : other) {
    const std::uint64_t equal = places[static_cast<unsigned char>(letter)];
    const std::uint64_t diagonal = (((equal & more) + more) ^ more) | equal | less;
    std::uint64_t right_more = less | ~(diagonal | more);
    std::uint64_t right_less = more & diagonal;
    if ((right_more & last) != 0) ++edits;
    if ((right_less & last) != 0) --edits;
    right_more = (right_more << 1) | 1;
    right_less <<= 1;
    more = right_less | ~(diagonal | right_more);
    less = right_more & diagonal;
  }
  return edits;
}

}  // namespace

double name_similarity(std::string_view source_skeleton, std::string_view target_skeleton) {
  const std::size_t longer = std::max(source_skeleton.size(), target_skeleton.size());
  if (longer == 0) return 0;
  const bool fits = !source_skeleton.empty() && source_skeleton.size() <= bits_of_word;
  const std::size_t edits = fits ? edits_by_bits(source_skeleton, target_skeleton)
                                 : edits_by_rows(source_skeleton, target_skeleton);
  return 1.0 - static_cast<double>(edits) / static_cast<double>(longer);
}

}  // namespace hexapla
