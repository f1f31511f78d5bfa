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

LinkReader::Tokens LinkReader::tokens(Language language, std::string_view text) {
  Tokens tokens =
      tokens_of(side_of(language, {text}), vocabulary_).tokens;
  std::erase_if(tokens, [&](std::uint32_t token) {
    return vocabulary_.kind_of(token) == TokenKind::mark;
  });
  std::ranges::sort(tokens);
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

void LinkReader::read_source(std::string_view source) {
  if (source == last_source_ && stamp_ != 0) return;
  last_source_ = source;
  if (stamps_.empty()) stamps_.resize(links_.known_);
  ++stamp_;
  for (const std::uint32_t token : tokens(links_.source_, source))
    if (token < links_.known_) stamps_[token] = stamp_;
}

const LinkReader::Tokens& LinkReader::tokens_of_phrase(std::string_view phrase) {
  constexpr std::size_t most_phrases = 10'000;  // a few megabytes
  if (phrases_.size() > most_phrases) phrases_.clear();
  const auto [known, is_new] = phrases_.try_emplace(std::string(phrase));
  if (is_new) known->second = tokens(links_.target_, phrase);
  return known->second;
}

LinkReader::Ratios LinkReader::ratios_of(std::uint32_t token) const {
  Ratios best;
  for (const Dictionary::Entry& entry : links_.target_by_source_.causes_of(token)) {
    best.anywhere = std::max(best.anywhere, double{entry.ratio});
    if (stamps_[entry.cause] == stamp_) best.here = std::max(best.here, double{entry.ratio});
  }
  return best;
}

double LinkReader::unaccounted_for(std::string_view phrase, std::string_view source) {
  if (links_.known_ == 0) return 0;
  read_source(source);
  double sum = 0;
  double words = 0;
  for (const std::uint32_t word : tokens_of_phrase(phrase)) {
    if (word >= links_.known_) continue;
    const Ratios ratios = ratios_of(word);
    const double possible = nats(ratios.anywhere);
    if (possible < least_telling) continue;
    sum += possible - nats(ratios.here);
    ++words;
  }
  return words == 0 ? 0 : sum / words;
}

double LinkReader::rendered(std::string_view phrase, std::string_view source) {
  if (links_.known_ == 0) return 0;
  read_source(source);
  double sum = 0;
  for (const std::uint32_t word : tokens_of_phrase(phrase))
    if (word < links_.known_) sum += nats(ratios_of(word).here);
  return sum;
}

}  // namespace hexapla
