#include "workbench/review/word_changes.hpp"

#include "text/words.hpp"

#include <algorithm>
#include <cstddef>

namespace hexapla {
namespace {

using Pieces = std::vector<std::string_view>;

/// Words, and what stands between them, each blank for itself.
Pieces pieces_of(std::string_view text) {
  Pieces pieces;
  std::size_t from = 0;
  for (const Word& word : words_of(text)) {
    if (word.range.begin > from)
      pieces.push_back(text.substr(from, word.range.begin - from));
    pieces.push_back(word.range.of(text));
    from = word.range.end;
  }
  if (from < text.size()) pieces.push_back(text.substr(from));
  return pieces;
}

void say(std::vector<WordChange>& changes, WordChangeKind kind, std::string_view text) {
  if (text.empty()) return;
  if (changes.empty() || changes.back().kind != kind) changes.push_back({kind, {}});
  changes.back().text += text;
}

/// Lengths of the longest common subsequences of what begins at each pair of places.
class CommonLengths {
 public:
  CommonLengths(const Pieces& before, const Pieces& after)
      : width_(after.size() + 1), lengths_((before.size() + 1) * width_) {
    for (std::size_t i = before.size(); i-- > 0;)
      for (std::size_t j = after.size(); j-- > 0;)
        lengths_[i * width_ + j] = before[i] == after[j]
                                       ? at(i + 1, j + 1) + 1
                                       : std::max(at(i + 1, j), at(i, j + 1));
  }
  [[nodiscard]] std::uint32_t at(std::size_t i, std::size_t j) const {
    return lengths_[i * width_ + j];
  }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> lengths_;
};

void say_middle(std::vector<WordChange>& changes, const Pieces& before,
                const Pieces& after) {
  constexpr std::size_t most_pairs = 1'000'000;
  std::size_t i = 0;
  std::size_t j = 0;
  std::string added;  // told after all that went in its place
  const auto tell_added = [&] {
    say(changes, WordChangeKind::added, added);
    added.clear();
  };
  if (before.size() * after.size() <= most_pairs) {
    const CommonLengths common(before, after);
    while (i < before.size() && j < after.size()) {
      if (before[i] == after[j]) {
        tell_added();
        say(changes, WordChangeKind::kept, before[i++]);
        ++j;
      } else if (common.at(i + 1, j) >= common.at(i, j + 1)) {
        say(changes, WordChangeKind::gone, before[i++]);
      } else {
        added += after[j++];
      }
    }
  }
  for (; i < before.size(); ++i)
    say(changes, WordChangeKind::gone, before[i]);
  for (; j < after.size(); ++j)
    added += after[j];
  tell_added();
}

}  // namespace

std::vector<WordChange> word_changes(std::string_view before, std::string_view after) {
  Pieces was = pieces_of(before);
  Pieces is = pieces_of(after);
  const auto [end_was, end_is] = std::ranges::mismatch(was, is);
  std::vector<WordChange> changes;
  for (auto piece = was.begin(); piece != end_was; ++piece)
    say(changes, WordChangeKind::kept, *piece);
  was.erase(was.begin(), end_was);
  is.erase(is.begin(), end_is);
  Pieces tail;
  while (!was.empty() && !is.empty() && was.back() == is.back()) {
    tail.push_back(was.back());
    was.pop_back();
    is.pop_back();
  }
  say_middle(changes, was, is);
  for (auto piece = tail.rbegin(); piece != tail.rend(); ++piece)
    say(changes, WordChangeKind::kept, *piece);
  return changes;
}

}  // namespace hexapla
