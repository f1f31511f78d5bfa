#include "check/word_links.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

/// A word that no other makes likelier is as likely as anywhere: 0 nats. Beyond the
/// greatest, a ratio tells how rare a word is, not how sure the link is.
constexpr double most_nats = 4;
/// Words that no other makes much likelier (the, of) tell nothing.
constexpr double least_telling = 0.5;  // nats

AlignmentSide side_of(Language language, std::vector<std::string_view> texts) {
  return {language, std::move(texts), {}, {}};
}

double nats(double ratio) {
  return std::clamp(std::log(ratio), 0.0, most_nats);
}

}  // namespace

void WordLinks::add(Language source, Language target, std::string_view source_text,
                    std::string_view target_text, double confidence) {
  if (pairs_.size() >= most_taught) return;
  source_ = source;
  target_ = target;
  pairs_.push_back({std::string(source_text), std::string(target_text), confidence});
}

void WordLinks::learn() {
  AlignmentSide sources = side_of(source_, {});
  AlignmentSide targets = side_of(target_, {});
  std::vector<Bead> beads;
  for (const TaughtPair& pair : pairs_) {
    const auto number = static_cast<std::uint32_t>(beads.size());
    sources.segments.push_back(pair.source);
    targets.segments.push_back(pair.target);
    beads.push_back({{number, number + 1}, {number, number + 1}, pair.confidence});
  }
  const TokenSide source_tokens = tokens_of(sources, vocabulary_);
  const TokenSide target_tokens = tokens_of(targets, vocabulary_);
  known_ = vocabulary_.size();
  const KnownWords alike = known_words(source_tokens, target_tokens, known_, {});
  target_by_source_ =
      trained_lexicon(source_tokens, target_tokens, alike, beads).target_by_source;
  pairs_ = {};
}

std::vector<std::uint32_t> LinkReader::tokens(Language language, std::string_view text) {
  std::vector<std::uint32_t> tokens =
      tokens_of(side_of(language, {text}), vocabulary_).tokens;
  std::erase_if(tokens, [&](std::uint32_t token) {
    return vocabulary_.kind_of(token) == TokenKind::mark;
  });
  std::ranges::sort(tokens);
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

double LinkReader::best_ratio(std::uint32_t token,
                              const std::vector<std::uint32_t>& causes) const {
  double best = 1;
  if (token >= links_.known_) return best;
  for (const Dictionary::Entry& entry : links_.target_by_source_.causes_of(token))
    if (entry.ratio > best && std::ranges::binary_search(causes, entry.cause))
      best = entry.ratio;
  return best;
}

double LinkReader::unaccounted_for(std::string_view phrase, std::string_view source) {
  const auto causes = tokens(links_.source_, source);
  double sum = 0;
  double words = 0;
  for (const std::uint32_t word : tokens(links_.target_, phrase)) {
    double possible = 0;
    if (word < links_.known_)
      for (const Dictionary::Entry& entry : links_.target_by_source_.causes_of(word))
        possible = std::max(possible, nats(entry.ratio));
    if (possible < least_telling) continue;
    sum += possible - nats(best_ratio(word, causes));
    ++words;
  }
  return words == 0 ? 0 : sum / words;
}

double LinkReader::rendered(std::string_view phrase, std::string_view source) {
  if (links_.known_ == 0) return 0;
  const auto causes = tokens(links_.source_, source);
  double sum = 0;
  for (const std::uint32_t word : tokens(links_.target_, phrase))
    sum += nats(best_ratio(word, causes));
  return sum;
}

}  // namespace hexapla
