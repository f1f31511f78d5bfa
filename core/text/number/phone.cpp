#include "text/code_point.hpp"
#include "text/number/reader.hpp"

#include <algorithm>
#include <vector>

namespace hexapla {
namespace {

constexpr std::size_t fewest_digits = 7;
constexpr std::size_t most_digits = 15;  // ITU-T E.164

/// Whether what is between two groups may be inside one telephone number.
bool joins_groups(std::string_view gap) {
  constexpr std::u32string_view marks = U" -.()\u00A0\u202F\u2011";
  constexpr std::size_t longest = 3;  // characters of ") "
  if (gap.empty() || count_code_points(gap) > longest) return false;
  for (std::size_t at = 0; at < gap.size();)
    if (marks.find(next_code_point(gap, at)) == std::u32string_view::npos) return false;
  return true;
}

/// The digits that belong together from word `first` on: the indexes of their words.
std::vector<std::size_t> groups_from(const NumberText& text, std::size_t first) {
  std::vector<std::size_t> groups{first};
  for (std::size_t next = first + 1; next < text.words.size(); ++next) {
    const Word& word = text.words[next];
    if (word.kind == WordKind::punctuation) continue;
    const std::size_t end = text.words[groups.back()].range.end;
    if (word.kind != WordKind::digits ||
        !joins_groups(text.text.substr(end, word.range.begin - end)))
      break;
    groups.push_back(next);
  }
  return groups;
}

/// Groups of thousands would be no telephone number: +1 500 000.
bool are_thousands(const NumberText& text, const std::vector<std::size_t>& groups) {
  constexpr std::size_t group_size = 3;
  return std::ranges::all_of(groups.begin() + 1, groups.end(), [&](std::size_t index) {
    return text.word(index).size() == group_size;
  });
}

/// 212 963 1234, which needs no sign before it.
bool is_north_american(const NumberText& text, const std::vector<std::size_t>& groups) {
  return groups.size() == 3 && text.word(groups[0]).size() == 3 &&
         text.word(groups[1]).size() == 3 && text.word(groups[2]).size() == 4;
}

}  // namespace

std::optional<NumberRead> read_phone(const NumberText& text, std::size_t first) {
  const std::size_t begin = text.words[first].range.begin;
  const bool plus = begin > 0 && text.text[begin - 1] == '+';
  std::vector<std::size_t> groups = groups_from(text, first);
  const std::size_t last = groups.back();
  // Arabic text may have the groups in the order of its script: 1234 963 212 1+.
  const std::size_t end = text.words[last].range.end;
  const bool reversed =
      !plus && text.language.primary() == "ar" && text.text.substr(end).starts_with('+');
  if (reversed) std::ranges::reverse(groups);
  if (groups.size() < 2 || are_thousands(text, groups)) return std::nullopt;
  if (!plus && !reversed && !is_north_american(text, groups)) return std::nullopt;
  Number number;
  number.value = "+";
  for (const std::size_t index : groups)
    number.value += text.word(index);
  const std::size_t digits = number.value.size() - 1;
  if (digits < fewest_digits || digits > most_digits) return std::nullopt;
  number.range = {begin - (plus ? 1 : 0), end + (reversed ? 1 : 0)};
  return NumberRead{std::move(number), last + 1};
}

}  // namespace hexapla
