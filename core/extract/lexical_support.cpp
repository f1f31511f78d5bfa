#include "extract/lexical_support.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// How much likelier a token must become by another one to count as its translation.
constexpr float least_ratio = 8;

AlignmentSide side_of(std::span<const std::string_view> texts, Language language) {
  return {language, {texts.begin(), texts.end()}, {}, {}};
}

/// Share of `effects` that one of `causes` calls forth.
double share_called(std::span<const std::uint32_t> effects,
                    std::span<const std::uint32_t> causes, const Dictionary& dictionary,
                    std::uint32_t known_tokens) {
  std::size_t called = 0;
  for (const std::uint32_t effect : effects) {
    if (effect >= known_tokens) continue;
    const auto entries = dictionary.causes_of(effect);
    if (std::ranges::any_of(entries, [&](const Dictionary::Entry& entry) {
          return entry.ratio >= least_ratio &&
                 std::ranges::find(causes, entry.cause) != causes.end();
        }))
      ++called;
  }
  return effects.empty()
             ? 0
             : static_cast<double>(called) / static_cast<double>(effects.size());
}

}  // namespace

LexicalSupport::LexicalSupport(std::span<const AlignedText> pairs, Language source,
                               Language target)
    : source_(source), target_(target) {
  AlignmentSide sources{source, {}, {}, {}};
  AlignmentSide targets{target, {}, {}, {}};
  std::vector<Bead> beads;
  for (std::uint32_t number = 0; number < pairs.size(); ++number) {
    sources.segments.push_back(pairs[number].source);
    targets.segments.push_back(pairs[number].target);
    beads.push_back({{number, number + 1}, {number, number + 1}, 1});
  }
  const TokenSide source_tokens = tokens_of(sources, vocabulary_);
  const TokenSide target_tokens = tokens_of(targets, vocabulary_);
  known_tokens_ = vocabulary_.size();
  const KnownWords alike = known_words(source_tokens, target_tokens, known_tokens_, {});
  lexicon_ = trained_lexicon(source_tokens, target_tokens, alike, beads);
}

void LexicalSupport::set_phrases(std::span<const std::string_view> source,
                                 std::span<const std::string_view> target) {
  source_phrases_ = tokens_of(side_of(source, source_), vocabulary_);
  target_phrases_ = tokens_of(side_of(target, target_), vocabulary_);
}

double LexicalSupport::of(std::uint32_t source_phrase, std::uint32_t target_phrase) const {
  const auto sources = source_phrases_.of(source_phrase);
  const auto targets = target_phrases_.of(target_phrase);
  const double forward =
      share_called(targets, sources, lexicon_.target_by_source, known_tokens_);
  const double backward =
      share_called(sources, targets, lexicon_.source_by_target, known_tokens_);
  return (forward + backward) / 2;
}

}  // namespace hexapla
