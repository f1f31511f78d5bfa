#include "stats/word_counter.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <iterator>

namespace hexapla {
namespace {

// Points kept while counting: ten are reported, of which each is then within a percent.
constexpr std::size_t most_points = 1024;
constexpr std::size_t reported_points = 10;

}  // namespace

void WordCounter::add(std::string_view text) {
  for (const Word& word : words_of(text)) {
    if (word.kind == WordKind::punctuation) continue;
    ++count_of(word.range.of(text));
    if (++words_ % step_ == 0) note_growth();
  }
}

/// Spellings are kept, since folding a word costs more than looking it up.
std::uint64_t& WordCounter::count_of(std::string_view word) {
  const auto known = spelled_.find(word);
  if (known != spelled_.end()) return *known->second;
  std::uint64_t& count = counts_[folded(word)];
  spelled_.emplace(word, &count);
  return count;
}

/// When there are too many points every second one goes.
void WordCounter::note_growth() {
  growth_.push_back({words_, counts_.size()});
  if (growth_.size() < most_points) return;
  std::size_t kept = 0;
  for (std::size_t at = 1; at < growth_.size(); at += 2)
    growth_[kept++] = growth_[at];
  growth_.resize(kept);
  step_ *= 2;
}

VocabularyFigures WordCounter::figures(std::size_t most_frequent) const {
  VocabularyFigures figures;
  figures.words = words_;
  figures.forms = counts_.size();
  figures.frequent.reserve(counts_.size());
  for (const auto& [form, count] : counts_) {
    figures.frequent.push_back({form, count});
    if (count == 1) ++figures.once;
  }
  const auto last = figures.frequent.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                   most_frequent, figures.frequent.size()));
  std::ranges::partial_sort(figures.frequent, last, [](const auto& one, const auto& other) {
    return one.count != other.count ? one.count > other.count : one.form < other.form;
  });
  figures.frequent.erase(last, figures.frequent.end());
  for (std::size_t tenth = 1; tenth < reported_points && words_ >= reported_points;
       ++tenth) {
    const std::uint64_t wanted = words_ * tenth / reported_points;
    const auto point =
        std::ranges::lower_bound(growth_, wanted, {}, &VocabularyFigures::Growth::words);
    if (point != growth_.end() && point->words < words_) figures.growth.push_back(*point);
  }
  if (words_ > 0) figures.growth.push_back({words_, counts_.size()});
  return figures;
}

}  // namespace hexapla
