#include "stats/statistics_counter.hpp"

#include "stats/word_counter.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace hexapla {
namespace {

using Hashes = std::vector<std::uint64_t>;

/// How many of `hashes` were there before: different texts are taken for one once in 2^64
/// pairs of them.
std::uint64_t repetitions(Hashes hashes) {
  std::ranges::sort(hashes);
  const auto end = std::unique(hashes.begin(), hashes.end());
  return static_cast<std::uint64_t>(hashes.end() - end);
}

/// Boost's hash_combine, with the golden ratio of 64 bits.
std::uint64_t combined(std::uint64_t seed, std::string_view text) {
  constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
  return seed ^
         (std::hash<std::string_view>()(text) + golden + (seed << 12U) + (seed >> 4U));
}

/// Texts of figures and symbols only are the same in every language.
bool has_letters(std::string_view text) {
  return std::ranges::any_of(words_of(text), [](const Word& word) {
    return word.kind == WordKind::letters || word.kind == WordKind::han;
  });
}

void count(ConfidenceFigures& figures, double confidence) {
  const double tenths = confidence * static_cast<double>(confidence_bins);
  const auto bin = static_cast<std::size_t>(std::max(tenths, 0.0));
  ++figures.bins.at(std::min(bin, confidence_bins - 1));
  ++figures.count;
  figures.mean += confidence;  // a sum until figures() divides it
}

/// Texts by their lengths.
class LengthCounter {
 public:
  void add(std::uint32_t characters) { ++counts_[characters]; }

  [[nodiscard]] LengthFigures figures() const {
    LengthFigures figures;
    std::uint64_t texts = 0;
    double sum = 0;
    for (const auto& [length, count] : counts_) {
      texts += count;
      sum += static_cast<double>(length) * static_cast<double>(count);
    }
    if (texts == 0) return figures;
    constexpr double most = .95;
    figures.mean = sum / static_cast<double>(texts);
    figures.median = shortest_of(texts, .5);
    figures.percentile_95 = shortest_of(texts, most);
    figures.longest = counts_.rbegin()->first;
    return figures;
  }

 private:
  /// The least length that `share` of the texts do not exceed.
  [[nodiscard]] std::uint32_t shortest_of(std::uint64_t texts, double share) const {
    const double wanted = share * static_cast<double>(texts);
    double reached = 0;
    for (const auto& [length, count] : counts_)
      if ((reached += static_cast<double>(count)) >= wanted) return length;
    return counts_.rbegin()->first;
  }

  std::map<std::uint32_t, std::uint64_t> counts_;
};

struct LanguageCounter {
  LanguageFigures figures;
  LengthCounter lengths;
  WordCounter words;
};

struct PairCounter {
  PairFigures figures;
  Hashes texts;
  double ratio_sum = 0;  ///< Of logarithms.
  double ratio_square_sum = 0;
};

/// A row's text in a language, with its length.
struct Side {
  std::string_view text;
  std::uint32_t characters = 0;
};

void count(PairCounter& pair, const Side& source, const Side& target,
           const RowFacts& facts) {
  ++pair.figures.rows;
  pair.texts.push_back(combined(combined(0, source.text), target.text));
  if (source.text == target.text && has_letters(source.text)) ++pair.figures.copied;
  const double ratio = std::log(static_cast<double>(target.characters) /
                                static_cast<double>(source.characters));
  pair.ratio_sum += ratio;
  pair.ratio_square_sum += ratio * ratio;
  if (!facts.of_documents) count(pair.figures.confidence, facts.confidence);
}

PairFigures finished(const PairCounter& pair) {
  PairFigures figures = pair.figures;
  figures.repeated = repetitions(pair.texts);
  if (figures.confidence.count > 0)
    figures.confidence.mean /= static_cast<double>(figures.confidence.count);
  if (figures.rows == 0) return figures;
  const auto rows = static_cast<double>(figures.rows);
  const double mean = pair.ratio_sum / rows;
  figures.length_ratio = std::exp(mean);
  figures.length_spread =
      std::sqrt(std::max(0.0, pair.ratio_square_sum / rows - mean * mean));
  return figures;
}

}  // namespace

struct StatisticsCounter::State {
  [[nodiscard]] std::optional<std::size_t> place_of(Language language) const {
    const auto place = std::ranges::find(names, language);
    if (place == names.end()) return std::nullopt;
    return static_cast<std::size_t>(place - names.begin());
  }

  PairCounter* pair_of(Language source, Language target) {
    const auto found = std::ranges::find_if(pairs, [&](const PairCounter& pair) {
      return pair.figures.source == source && pair.figures.target == target;
    });
    return found == pairs.end() ? nullptr : &*found;
  }

  void take_sides(std::span<const RowText> texts, const RowFacts& facts) {
    sides.assign(names.size(), {});
    for (const RowText& row_text : texts) {
      const auto place = place_of(row_text.language);
      if (!place || row_text.text.empty()) continue;
      LanguageCounter& language = languages[*place];
      const auto characters = static_cast<std::uint32_t>(count_code_points(row_text.text));
      language.figures.characters += characters;
      if (!facts.of_documents) ++language.figures.segments;
      language.lengths.add(characters);
      language.words.add(row_text.text);
      if (sides[*place].text.empty()) sides[*place] = {row_text.text, characters};
    }
  }

  void count_row() {
    std::uint64_t hash = 0;
    std::size_t present = 0;
    for (std::size_t at = 0; at < sides.size(); ++at) {
      hash = combined(hash, sides[at].text);
      if (sides[at].text.empty()) continue;
      ++present;
      ++languages[at].figures.rows;
      for (std::size_t other = 0; other < sides.size(); ++other)
        if (!sides[other].text.empty()) ++totals.in_both[at][other];
    }
    rows.push_back(hash);
    if (present == sides.size()) ++totals.complete;
  }

  void count_pairs(const RowFacts& facts) {
    if (sides.empty() || sides[pivot].text.empty()) return;
    for (std::size_t at = 0, pair = 0; at < sides.size(); ++at) {
      if (at == pivot) continue;
      if (!sides[at].text.empty()) count(pairs[pair], sides[pivot], sides[at], facts);
      ++pair;
    }
  }

  std::vector<Language> names;
  std::size_t pivot = 0;
  Statistics totals;
  std::vector<LanguageCounter> languages;
  std::vector<PairCounter> pairs;
  Hashes rows;
  std::vector<Side> sides;  ///< Of the present row, by language.
};

StatisticsCounter::StatisticsCounter(std::vector<Language> languages)
    : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.names = std::move(languages);
  state.pivot = state.place_of(languages::zh).value_or(0);
  state.languages.resize(state.names.size());
  state.totals.in_both.assign(state.names.size(),
                              std::vector<std::uint64_t>(state.names.size()));
  for (std::size_t at = 0; at < state.names.size(); ++at) {
    state.languages[at].figures.language = state.names[at];
    if (at == state.pivot) continue;
    state.pairs.emplace_back();
    state.pairs.back().figures.source = state.names[state.pivot];
    state.pairs.back().figures.target = state.names[at];
  }
}
StatisticsCounter::~StatisticsCounter() = default;
StatisticsCounter::StatisticsCounter(StatisticsCounter&&) noexcept = default;
StatisticsCounter& StatisticsCounter::operator=(StatisticsCounter&&) noexcept = default;

void StatisticsCounter::add(std::span<const RowText> texts, const RowFacts& facts) {
  State& state = *state_;
  ++state.totals.rows;
  if (facts.confirmed) ++state.totals.confirmed;
  if (facts.rejected) ++state.totals.rejected;
  state.take_sides(texts, facts);
  state.count_row();
  state.count_pairs(facts);
}

void StatisticsCounter::add_links(const Multitext& multitext) {
  State& state = *state_;
  for (const auto& [document, segments] : multitext.documents)
    if (const auto place = state.place_of(document.language))
      state.languages[*place].figures.segments += segments.size();
  for (const Bitext& bitext : multitext.bitexts) {
    const auto language_of = [&](std::uint32_t at) {
      return multitext.documents[at].document.language;
    };
    // Whichever of the two the file has first.
    bool is_turned = false;
    PairCounter* pair =
        state.pair_of(language_of(bitext.source), language_of(bitext.target));
    if (pair == nullptr) {
      pair = state.pair_of(language_of(bitext.target), language_of(bitext.source));
      is_turned = true;
    }
    if (pair == nullptr) continue;
    for (const Bead& bead : bitext.beads) {
      const auto [source, target] = is_turned
                                        ? std::pair(bead.target.size(), bead.source.size())
                                        : std::pair(bead.source.size(), bead.target.size());
      ++pair->figures.shapes[{source, target}];
      // What has no partner is no link to be sure of.
      if (source > 0 && target > 0) count(pair->figures.confidence, bead.confidence);
    }
  }
}

Statistics StatisticsCounter::figures(std::size_t most_frequent) const {
  Statistics statistics = state_->totals;
  statistics.repeated = repetitions(state_->rows);
  for (const LanguageCounter& language : state_->languages) {
    LanguageFigures figures = language.figures;
    figures.lengths = language.lengths.figures();
    figures.vocabulary = language.words.figures(most_frequent);
    statistics.languages.push_back(std::move(figures));
  }
  for (const PairCounter& pair : state_->pairs)
    statistics.pairs.push_back(finished(pair));
  return statistics;
}

}  // namespace hexapla
