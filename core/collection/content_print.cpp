#include "collection/content_print.hpp"

#include "align/lexicon/tokens.hpp"
#include "format/stable_hash.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// Pairs less probable than that, in both directions multiplied, are seldom translations.
constexpr float least_mutual = 0.02F;

/// A key that more files have tells no works from each other, and its list would be long.
constexpr std::size_t most_files_of_a_key = 400;

std::uint64_t hash_of(std::string_view key) {
  return stable_hash(key);
}

AlignmentSide side_of(const Document& document) {
  AlignmentSide side{document.language, {}, {}};
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::furniture)
      side.segments.push_back(block.range.of(document.text));
  return side;
}

}  // namespace

void ContentPrinter::learn(Language language, const PriorLexicon& to_english) {
  EnglishOf& english = english_[language];
  const std::vector<std::string_view> keys = to_english.keys().keys();
  const auto pairs = to_english.pairs();
  for (std::size_t first = 0; first < pairs.size();) {
    std::size_t last = first;
    const KnownPair* best = nullptr;
    float most = least_mutual;
    for (; last < pairs.size() && pairs[last].source == pairs[first].source; ++last) {
      const float mutual = pairs[last].forward * pairs[last].backward;
      if (mutual < most) continue;
      most = mutual;
      best = &pairs[last];
    }
    if (best != nullptr)
      english.emplace(std::string(keys[best->source]), hash_of(keys[best->target]));
    first = last;
  }
}

ContentPrint ContentPrinter::print_of(const Document& document) const {
  const AlignmentSide side = side_of(document);
  Vocabulary vocabulary;
  const TokenSide tokens = tokens_of(side, vocabulary);
  std::vector<std::uint32_t> counts(vocabulary.size());
  for (const std::uint32_t token : tokens.tokens)
    ++counts[token];
  const auto english = english_.find(document.language);
  std::map<std::uint64_t, std::uint32_t> print;
  vocabulary.for_each([&](std::string_view key, std::uint32_t number) {
    if (vocabulary.kind_of(number) == TokenKind::mark) return;
    std::uint64_t hash = hash_of(key);
    if (english != english_.end())
      if (const auto found = english->second.find(key); found != english->second.end())
        hash = found->second;
    print[hash] += counts[number];
  });
  return {print.begin(), print.end()};
}

ContentIndex::ContentIndex(std::span<const ContentPrint> prints) {
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  std::vector<std::uint32_t> files_with;
  for (const ContentPrint& print : prints)
    for (const auto& [hash, count] : print) {
      const auto [found, is_new] =
          numbers.emplace(hash, static_cast<std::uint32_t>(numbers.size()));
      if (is_new) files_with.push_back(0);
      ++files_with[found->second];
    }
  files_of_key_.resize(numbers.size());
  const auto all = static_cast<double>(prints.size());
  for (std::size_t file = 0; file < prints.size(); ++file) {
    std::vector<Weighted> words;
    double squares = 0;
    for (const auto& [hash, count] : prints[file]) {
      const std::uint32_t key = numbers.at(hash);
      // Of one file only: no other can have it, and one that is long isn't unlike for it.
      if (files_with[key] < 2) continue;
      const double weight =
          (1 + std::log(count)) * std::log(1 + all / static_cast<double>(files_with[key]));
      words.push_back({key, static_cast<float>(weight)});
      squares += weight * weight;
      if (files_with[key] <= most_files_of_a_key)
        files_of_key_[key].push_back(static_cast<std::uint32_t>(file));
    }
    for (Weighted& word : words)
      word.weight /= static_cast<float>(std::sqrt(squares));
    std::ranges::sort(words, {}, &Weighted::key);
    files_.push_back(std::move(words));
  }
}

double ContentIndex::likeness(std::size_t file, std::span<const std::size_t> others) const {
  std::map<std::uint32_t, double> sum;
  for (const std::size_t other : others)
    for (const Weighted& word : files_[other])
      sum[word.key] += static_cast<double>(word.weight);
  double squares = 0;
  for (const auto& [key, weight] : sum)
    squares += weight * weight;
  double product = 0;
  for (const Weighted& word : files_[file])
    if (const auto found = sum.find(word.key); found != sum.end())
      product += static_cast<double>(word.weight) * found->second;
  return squares > 0 ? product / std::sqrt(squares) : 0;
}

std::vector<std::pair<std::size_t, double>> ContentIndex::most_alike(
    std::size_t file, std::size_t most) const {
  std::map<std::size_t, double> shared;
  for (const Weighted& word : files_[file])
    for (const std::uint32_t other : files_of_key_[word.key])
      if (other != file) shared[other] += static_cast<double>(word.weight);
  std::vector<std::pair<std::size_t, double>> ranking(shared.begin(), shared.end());
  const auto better = [](const auto& one, const auto& other) {
    return one.second > other.second ||
           (one.second == other.second && one.first < other.first);
  };
  constexpr std::size_t looked_at = 60;  // by what is rare; then by all
  if (ranking.size() > looked_at) {
    std::ranges::nth_element(ranking, ranking.begin() + looked_at, better);
    ranking.resize(looked_at);
  }
  for (auto& [other, score] : ranking)
    score = likeness(file, std::array{other});
  std::ranges::sort(ranking, better);
  if (ranking.size() > most) ranking.resize(most);
  return ranking;
}

}  // namespace hexapla
