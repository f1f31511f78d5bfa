#include "align/search/text_pair.hpp"

#include "align/lexicon/prior_lexicon.hpp"
#include "align/lexicon/word_book.hpp"

#include <algorithm>
#include <iterator>

namespace hexapla {
namespace {

const HanWords& han_words_of(const WordBook* book) {
  static const HanWords none;
  return book ? book->han_words() : none;
}

/// The words of a side. Numbers of labels are none: they are a sequence, which
/// LabelEvidence reads.
TokenSide words_in(const AlignmentSide& side, Vocabulary& vocabulary,
                   const WordBook* book) {
  const std::vector<std::string> texts = texts_without_labels(side);
  return tokens_of({side.language, {texts.begin(), texts.end()}, {}}, vocabulary,
                   han_words_of(book));
}

std::vector<WordView> views_of(const AlignmentSide& source, const AlignmentSide& target,
                               const AlignSettings& settings, const ModelSettings& model) {
  std::vector<WordView> views;
  const bool has_translation =
      !source.translation.empty() && !settings.without.has(EvidenceKind::translation);
  views.emplace_back(
      source, target, settings.words, model.lexicon,
      (has_translation ? model.lexical.scaled(model.beside_translation) : model.lexical)
          .without(settings.without));
  if (has_translation) {
    views.emplace_back(AlignmentSide{target.language, source.translation, {}}, target,
                       WordSources(), model.translation_lexicon,
                       model.lexical.scaled(model.translation_weight / 0.5));
    views.back().kind = EvidenceKind::translation;
  }
  return views;
}

}  // namespace

WordView::WordView(const AlignmentSide& source_side, const AlignmentSide& target_side,
                   const WordSources& sources, const LexiconSettings& settings,
                   const LexicalWeights& trust)
    : source(words_in(source_side, vocabulary, sources.dictionary)),
      target(words_in(target_side, vocabulary, sources.dictionary)),
      lexicon_settings(settings),
      weights(trust) {
  find_anchors(vocabulary, source, target);
  if (sources.dictionary) given.dictionary = sources.dictionary->known_in(vocabulary);
  for (const PriorLexicon* lexicon : sources.lexicons)
    std::ranges::copy(lexicon->known_in(vocabulary), std::back_inserter(given.taught));
  given.taught = merged(std::move(given.taught));
  if (sources.any()) lexicon_settings.unknown = settings.unknown_beside_dictionary;
  known = known_words(source, target, vocabulary.size(), given, lexicon_settings);
}

WordView::WordView(const WordView& whole, const SegmentRun& source_run,
                   const SegmentRun& target_run, std::span<const KnownPair> taught)
    : vocabulary(whole.vocabulary.without_keys()),
      source(whole.source.part(source_run)),
      target(whole.target.part(target_run)),
      kind(whole.kind),
      lexicon_settings(whole.lexicon_settings),
      weights(whole.weights) {
  std::vector<bool> in_source(vocabulary.size());
  std::vector<bool> in_target(vocabulary.size());
  for (const auto token : source.tokens)
    in_source[token] = true;
  for (const auto token : target.tokens)
    in_target[token] = true;
  const auto stands_there = [&](const KnownPair& pair) {
    return in_source[pair.source] && in_target[pair.target];
  };
  std::ranges::copy_if(whole.given.dictionary, std::back_inserter(given.dictionary),
                       stands_there);
  std::ranges::copy_if(whole.given.taught, std::back_inserter(given.taught), stands_there);
  std::ranges::copy_if(taught, std::back_inserter(given.taught), stands_there);
  given.taught = merged(std::move(given.taught));
  known = known_words(source, target, vocabulary.size(), given, lexicon_settings);
}

TextPair::TextPair(const AlignmentSide& source_of_pair, const AlignmentSide& target_of_pair,
                   const AlignSettings& settings, const ModelSettings& model)
    : TextPair(source_of_pair, target_of_pair,
               views_of(source_of_pair, target_of_pair, settings, model), settings) {}

TextPair::TextPair(const AlignmentSide& source_of_pair, const AlignmentSide& target_of_pair,
                   std::vector<WordView> views_of_pair, const AlignSettings& settings)
    : source_side(source_of_pair),
      target_side(target_of_pair),
      views(std::move(views_of_pair)),
      source_lengths(source().lengths, settings.widest_bead),
      target_lengths(target().lengths, settings.widest_bead),
      usual_ratio(usual_length(target_side.language) / usual_length(source_side.language)),
      anchors(settings.without.has(EvidenceKind::anchors)
                  ? Anchors()
                  : Anchors(views.back().source, views.back().target)),
      structure(source_side.places, target_side.places),
      concepts(source_side.concepts, target_side.concepts),
      references(source_side, target_side),
      names(source_side, target_side),
      meanings(source_side.embeddings, target_side.embeddings, settings.widest_bead),
      content(source_side, target_side),
      labels(source_side, target_side),
      recurring(source_side, target_side) {}

}  // namespace hexapla
