#include "collection/content_print.hpp"

#include "align/lexicon/tokens.hpp"
#include "format/stable_hash.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace hexapla {
namespace {

/// Pairs less probable than that, in both directions multiplied, are seldom translations.
constexpr float least_mutual = 0.02F;

/// A key that more files have tells no works from each other, and its list would be long.
constexpr std::size_t most_files_of_a_key = 400;

/// A mean of few files is mostly those files: as if so many others, which have nothing in
/// common with them, were there, too.
constexpr double files_of_a_guess = 10;

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

bool ContentPrinter::can_compare(Language language) const {
  const bool is_of_other_script = language == languages::ar || language == languages::ru ||
                                  language == languages::zh;
  return !is_of_other_script || english_.contains(language);
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

ContentIndex::ContentIndex(std::span<const ContentPrint> prints,
                           std::span<const Language> languages) {
  add_files(prints);
  find_means(languages);
}

void ContentIndex::add_files(std::span<const ContentPrint> prints) {
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

void ContentIndex::find_means(std::span<const Language> languages) {
  std::map<Language, std::size_t> numbers;
  std::vector<double> counts;
  for (std::size_t file = 0; file < files_.size(); ++file) {
    const auto [found, is_new] = numbers.emplace(languages[file], numbers.size());
    if (is_new) {
      means_.emplace_back(files_of_key_.size());
      counts.push_back(files_of_a_guess);
    }
    language_of_file_.push_back(found->second);
    ++counts[found->second];
    for (const Weighted& word : files_[file])
      means_[found->second][word.key] += word.weight;
  }
  for (std::size_t language = 0; language < means_.size(); ++language)
    for (float& weight : means_[language])
      weight /= static_cast<float>(counts[language]);
  for (const Dense& mean : means_) {
    means_product_.emplace_back();
    for (const Dense& other : means_)
      means_product_.back().push_back(
          std::inner_product(mean.begin(), mean.end(), other.begin(), 0.0));
  }
}

double ContentIndex::product(const std::vector<Weighted>& words, const Dense& mean) const {
  double sum = 0;
  for (const Weighted& word : words)
    sum += static_cast<double>(word.weight) * static_cast<double>(mean[word.key]);
  return sum;
}

double ContentIndex::likeness(std::size_t file, std::span<const std::size_t> others) const {
  std::map<std::uint32_t, double> sum;
  std::vector<double> languages(means_.size());  // how many of the others are in each
  for (const std::size_t other : others) {
    ++languages[language_of_file_[other]];
    for (const Weighted& word : files_[other])
      sum[word.key] += static_cast<double>(word.weight);
  }
  // (a - m) . (s - n) and its kin, worked out: the means are dense, the files are not.
  const std::vector<Weighted>& words = files_[file];
  const std::size_t own = language_of_file_[file];
  const Dense& own_mean = means_[own];
  double shared = 0;
  for (const Weighted& word : words)
    if (const auto found = sum.find(word.key); found != sum.end())
      shared += static_cast<double>(word.weight) * found->second;
  double squares = 0;
  for (const auto& [key, weight] : sum) {
    squares += weight * weight;
    shared -= static_cast<double>(own_mean[key]) * weight;
  }
  for (std::size_t language = 0; language < means_.size(); ++language) {
    if (languages[language] == 0) continue;
    const Dense& mean = means_[language];
    shared += languages[language] * (means_product_[own][language] - product(words, mean));
    for (const auto& [key, weight] : sum)
      squares -= 2 * languages[language] * weight * static_cast<double>(mean[key]);
    for (std::size_t other = 0; other < means_.size(); ++other)
      squares += languages[language] * languages[other] * means_product_[language][other];
  }
  const double own_squares =
      (words.empty() ? 0 : 1) - 2 * product(words, own_mean) + means_product_[own][own];
  return squares > 0 && own_squares > 0 ? shared / std::sqrt(squares * own_squares) : 0;
}

std::vector<std::pair<std::size_t, double>> ContentIndex::most_alike(
    std::size_t file, std::size_t most) const {
  std::map<std::size_t, double> shared;
  for (const Weighted& word : files_[file])
    for (const std::uint32_t other : files_of_key_[word.key])
      if (language_of_file_[other] != language_of_file_[file])
        shared[other] += static_cast<double>(word.weight);
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
