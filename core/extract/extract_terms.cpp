#include "extract/extract_terms.hpp"

#include "extract/lexical_support.hpp"
#include "extract/phrases.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace hexapla {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// A source and a target phrase that stand together.
struct Match {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t together = 0;
  double strength = 0;  ///< How sure it is that they translate each other.
};

double entropy_term(double count, double all) {
  return count <= 0 ? 0 : count * std::log(count / all);
}

/// -2 log lambda of two events in `all` trials. Source: Dunning (1993).
double log_likelihood(double together, double one, double other, double all) {
  const double only_one = one - together;
  const double only_other = other - together;
  const double neither = all - one - other + together;
  const double cells = entropy_term(together, all) + entropy_term(only_one, all) +
                       entropy_term(only_other, all) + entropy_term(neither, all);
  const double rows = entropy_term(one, all) + entropy_term(all - one, all);
  const double columns = entropy_term(other, all) + entropy_term(all - other, all);
  return std::max(0.0, 2 * (cells - rows - columns));
}

/// C-value with the logarithm of the count, since half of all terms stand a few times only
/// and the most frequent words name nothing.
double termhood_of(const Phrase& phrase) {
  return std::log2(phrase.length + 1) * std::log2(phrase.free_count);
}

std::vector<std::string_view> texts_of(std::span<const AlignedText> pairs,
                                       std::string_view AlignedText::*side) {
  std::vector<std::string_view> texts;
  for (const AlignedText& pair : pairs)
    texts.push_back(pair.*side);
  return texts;
}

std::vector<std::string_view> texts_of(const std::vector<Phrase>& phrases) {
  std::vector<std::string_view> texts;
  for (const Phrase& phrase : phrases)
    texts.push_back(phrase.text);
  return texts;
}

class Extractor {
 public:
  Extractor(std::span<const AlignedText> pairs, Language source, Language target,
            const ExtractSettings& settings)
      : pairs_(pairs),
        settings_(settings),
        sources_(phrases_of(texts_of(pairs, &AlignedText::source), source,
                            settings.least_count)),
        targets_(phrases_of(texts_of(pairs, &AlignedText::target), target,
                            settings.least_count)),
        support_(pairs, source, target) {
    support_.set_phrases(texts_of(sources_), texts_of(targets_));
  }

  std::vector<TermCandidate> extract() {
    std::vector<TermCandidate> candidates;
    for (const Match& match : mutual_matches())
      candidates.push_back(candidate_of(match));
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &TermCandidate::score);
    if (candidates.size() > settings_.most) candidates.resize(settings_.most);
    return candidates;
  }

 private:
  /// For each text, the target phrases in it.
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> targets_by_text() const {
    std::vector<std::vector<std::uint32_t>> by_text(pairs_.size());
    for (std::uint32_t target = 0; target < targets_.size(); ++target)
      for (const std::uint32_t text : targets_[target].texts)
        by_text[text].push_back(target);
    return by_text;
  }

  /// Pairs in which each phrase is the other's best partner.
  [[nodiscard]] std::vector<Match> mutual_matches() const {
    const auto by_text = targets_by_text();
    std::vector<std::uint32_t> counts(targets_.size());
    std::vector<std::uint32_t> touched;
    std::vector<std::optional<Match>> best_of_source(sources_.size());
    std::vector<std::optional<Match>> best_of_target(targets_.size());
    const auto keep_better = [](std::optional<Match>& best, const Match& match) {
      if (!best || match.strength > best->strength) best = match;
    };
    for (std::uint32_t source = 0; source < sources_.size(); ++source) {
      touched.clear();
      for (const std::uint32_t text : sources_[source].texts)
        for (const std::uint32_t target : by_text[text])
          if (counts[target]++ == 0) touched.push_back(target);
      for (const std::uint32_t target : touched) {
        const std::uint32_t together = std::exchange(counts[target], 0);
        if (together < settings_.least_count) continue;
        const Match match{source, target, together, strength_of(source, target, together)};
        keep_better(best_of_source[source], match);
        keep_better(best_of_target[target], match);
      }
    }
    std::vector<Match> matches;
    for (const auto& match : best_of_source)
      if (match && match->strength > 0 &&
          best_of_target[match->target]->source == match->source)
        matches.push_back(*match);
    return matches;
  }

  [[nodiscard]] double strength_of(std::uint32_t source, std::uint32_t target,
                                   std::uint32_t together) const {
    const auto one = static_cast<double>(sources_[source].texts.size());
    const auto other = static_cast<double>(targets_[target].texts.size());
    // What stands together less often than half of the time is no translation.
    constexpr double least_overlap = 0.3;
    const double overlap = 2.0 * together / (one + other);
    if (overlap < least_overlap) return 0;
    const double likelihood =
        log_likelihood(together, one, other, static_cast<double>(pairs_.size()));
    return likelihood * trust_in(source, target);
  }

  /// What the lexicon says, 0..1. It knows little of rare words, so that its silence costs
  /// a lot but not all.
  [[nodiscard]] double trust_in(std::uint32_t source, std::uint32_t target) const {
    constexpr double least_trust = 0.2;
    return least_trust + (1 - least_trust) * support_.of(source, target);
  }

  [[nodiscard]] TermCandidate candidate_of(const Match& match) const {
    const Phrase& source = sources_[match.source];
    const Phrase& target = targets_[match.target];
    TermCandidate candidate;
    candidate.source = source.text;
    candidate.target = target.text;
    candidate.together = match.together;
    candidate.source_count = static_cast<std::uint32_t>(source.texts.size());
    candidate.target_count = static_cast<std::uint32_t>(target.texts.size());
    const double overlap =
        2.0 * match.together / (candidate.source_count + candidate.target_count);
    candidate.score = overlap * trust_in(match.source, match.target) *
                      std::sqrt(termhood_of(source) * termhood_of(target));
    candidate.examples = examples_of(source, target);
    return candidate;
  }

  [[nodiscard]] std::vector<std::uint32_t> examples_of(const Phrase& source,
                                                       const Phrase& target) const {
    std::vector<std::uint32_t> both;
    std::ranges::set_intersection(source.texts, target.texts, std::back_inserter(both));
    const auto size = [&](std::uint32_t pair) {
      return pairs_[pair].source.size() + pairs_[pair].target.size();
    };
    std::ranges::stable_sort(both, {}, size);
    if (both.size() > settings_.examples) both.resize(settings_.examples);
    return both;
  }

  std::span<const AlignedText> pairs_;
  ExtractSettings settings_;
  std::vector<Phrase> sources_;
  std::vector<Phrase> targets_;
  LexicalSupport support_;
};

}  // namespace

std::vector<TermCandidate> extract_terms(std::span<const AlignedText> pairs,
                                         Language source, Language target,
                                         const ExtractSettings& settings) {
  return Extractor(pairs, source, target, settings).extract();
}

Termbase termbase_of(std::span<const TermCandidate> candidates,
                     std::span<const AlignedText> pairs, Language source, Language target) {
  Termbase termbase;
  for (const TermCandidate& candidate : candidates) {
    Concept entry;
    entry.id = "candidate-" + std::to_string(termbase.concepts.size() + 1);
    const bool has_example = !candidate.examples.empty();
    const AlignedText example =
        has_example ? pairs[candidate.examples.front()] : AlignedText{};
    const std::string counts = "together " + std::to_string(candidate.together) + " of " +
                               std::to_string(candidate.source_count) + " and " +
                               std::to_string(candidate.target_count);
    Term term;
    term.language = source;
    term.text = candidate.source;
    term.source = counts;
    term.note = example.source;
    entry.terms.push_back(term);
    term.language = target;
    term.text = candidate.target;
    term.note = example.target;
    entry.terms.push_back(std::move(term));
    termbase.concepts.push_back(std::move(entry));
  }
  return termbase;
}

}  // namespace hexapla
