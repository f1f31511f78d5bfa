#include "term/matcher.hpp"

#include "term/word_keys.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace hexapla {
namespace {

using Key = std::uint32_t;
using Node = std::uint32_t;

constexpr Node root = 0;

/// A term that ends at a node of the trie.
struct Ending {
  std::uint32_t concept_index = 0;
  std::uint32_t term_index = 0;
  TermStatus status = TermStatus::preferred;
  std::string form;      ///< The term folded, to tell terms apart that have the same keys.
  bool inflects = true;  ///< As nouns and adjectives do.
  std::vector<std::string> words;  ///< Folded; only when it inflects so.
};

/// A word of running text with the keys of the termbase that it may have.
struct Token {
  ByteRange range;
  std::uint32_t first_key = 0;
  std::uint32_t last_key = 0;
};

struct TokenText {
  std::vector<Token> tokens;
  std::vector<Key> keys;
};

/// A node that a term ends at, and the last token that was read to come there.
struct Arrival {
  Node node = root;
  std::size_t first_token = 0;
  std::size_t last_token = 0;
};

/// Verbs have too many endings to be compared by them.
bool inflects_as_noun(const Term& term) {
  return term.part_of_speech != "verb" && term.part_of_speech != "phrase";
}

}  // namespace

/// A trie over interned word keys. The text's words may have several keys, so the trie is
/// walked with every one of them; a term's length bounds the walk.
struct TermMatcher::Automaton {
  Language language;
  std::unordered_map<std::string, Key> keys;
  std::unordered_map<std::uint64_t, Node> edges;
  std::vector<std::vector<Ending>> endings{1};  // by node

  [[nodiscard]] static std::uint64_t edge(Node node, Key key) {
    constexpr unsigned node_shift = 32;
    return (std::uint64_t{node} << node_shift) | key;
  }

  void add(std::string_view text, Ending ending, const WordKeys& word_keys) {
    const std::vector<Word> words = words_of(text);
    Node node = root;
    for (std::size_t index = 0; index < words.size(); ++index) {
      if (is_joint(text, words, index)) continue;
      const std::string key =
          word_keys.of_term_word(words[index].range.of(text), words[index].kind);
      const Key interned =
          keys.try_emplace(key, static_cast<Key>(keys.size())).first->second;
      if (ending.inflects) ending.words.push_back(folded(words[index].range.of(text)));
      const auto next =
          edges.try_emplace(edge(node, interned), static_cast<Node>(endings.size()));
      if (next.second) endings.emplace_back();
      node = next.first->second;
    }
    if (node != root) endings[node].push_back(std::move(ending));
  }

  [[nodiscard]] TokenText tokens_of(std::string_view text) const {
    const WordKeys word_keys(language);
    const std::vector<Word> words = words_of(text);
    TokenText result;
    std::vector<std::string> candidates;
    for (std::size_t index = 0; index < words.size(); ++index) {
      if (is_joint(text, words, index)) continue;
      const Word& word = words[index];
      const auto first = static_cast<std::uint32_t>(result.keys.size());
      word_keys.of_text_word(word.range.of(text), word.kind, candidates);
      for (const std::string& candidate : candidates)
        if (const auto key = keys.find(candidate); key != keys.end())
          result.keys.push_back(key->second);
      const auto last = static_cast<std::uint32_t>(result.keys.size());
      result.tokens.push_back({word.range, first, last});
    }
    return result;
  }

  /// Every node with endings that can be reached from `from` with the tokens from `token`
  /// on.
  void walk(const TokenText& text, std::size_t token, const Arrival& from,
            std::vector<Arrival>& arrivals) const {
    if (token >= text.tokens.size()) return;
    const Token& at = text.tokens[token];
    for (std::uint32_t key = at.first_key; key < at.last_key; ++key) {
      const auto next = edges.find(edge(from.node, text.keys[key]));
      if (next == edges.end()) continue;
      const Arrival here{next->second, from.first_token, token};
      if (!endings[here.node].empty()) arrivals.push_back(here);
      walk(text, token + 1, here, arrivals);
    }
  }

  /// True when each word of the text is a form of the term's word, beyond having its key.
  [[nodiscard]] bool fits(const Ending& ending, std::string_view text,
                          const TokenText& source, std::size_t first_token) const {
    std::size_t token = first_token;
    return std::ranges::all_of(ending.words, [&](const std::string& word) {
      const std::string form = folded(source.tokens[token++].range.of(text));
      return are_forms_of_one_word(word, form, language);
    });
  }

  /// One term of each concept: the one that stands there letter by letter, else the best.
  void add_hits(std::string_view text, const TokenText& source, const Arrival& arrival,
                std::vector<TermHit>& hits) const {
    const ByteRange range{source.tokens[arrival.first_token].range.begin,
                          source.tokens[arrival.last_token].range.end};
    const std::string form = folded(range.of(text));
    std::vector<const Ending*> ordered;
    for (const Ending& ending : endings[arrival.node])
      if (fits(ending, text, source, arrival.first_token)) ordered.push_back(&ending);
    std::ranges::sort(ordered, {}, [&](const Ending* ending) {
      return std::tuple(ending->concept_index, ending->form != form, ending->status,
                        ending->term_index);
    });
    for (const Ending* ending : ordered) {
      // Other hits on this range are the last ones so far, since arrivals come sorted.
      const bool known = std::any_of(
          std::find_if_not(hits.rbegin(), hits.rend(),
                           [&](const TermHit& hit) { return hit.range == range; })
              .base(),
          hits.end(),
          [&](const TermHit& hit) { return hit.concept_index == ending->concept_index; });
      if (!known) hits.push_back({ending->concept_index, ending->term_index, range});
    }
  }

  [[nodiscard]] std::vector<TermHit> all_hits(std::string_view text) const {
    const TokenText source = tokens_of(text);
    std::vector<TermHit> hits;
    std::vector<Arrival> arrivals;
    for (std::size_t token = 0; token < source.tokens.size(); ++token) {
      arrivals.clear();
      walk(source, token, {root, token, token}, arrivals);
      std::ranges::sort(arrivals, {}, [](const Arrival& arrival) {
        return std::pair(arrival.last_token, arrival.node);
      });
      for (const Arrival& arrival : arrivals)
        add_hits(text, source, arrival, hits);
    }
    return hits;
  }
};

// Of two overlapping hits that are as long, the later one is left out.
std::vector<TermHit> longest_hits(std::vector<TermHit> hits) {
  std::vector<std::size_t> by_length(hits.size());
  for (std::size_t index = 0; index < hits.size(); ++index)
    by_length[index] = index;
  std::ranges::stable_sort(by_length, [&](std::size_t one, std::size_t other) {
    return hits[one].range.size() > hits[other].range.size();
  });
  std::map<std::size_t, std::size_t> taken;  // disjoint byte ranges: begin, end
  std::vector<bool> kept(hits.size());
  for (const std::size_t index : by_length) {
    const ByteRange range = hits[index].range;
    const auto next = taken.lower_bound(range.begin);
    const bool same =
        next != taken.end() && next->first == range.begin && next->second == range.end;
    const bool meets_next = next != taken.end() && next->first < range.end;
    const bool meets_previous =
        next != taken.begin() && std::prev(next)->second > range.begin;
    kept[index] = same || (!meets_next && !meets_previous);
    if (kept[index]) taken.emplace(range.begin, range.end);
  }
  std::vector<TermHit> result;
  for (std::size_t index = 0; index < hits.size(); ++index)
    if (kept[index]) result.push_back(hits[index]);
  return result;
}

TermMatcher::TermMatcher(const Termbase& termbase, Language language)
    : automaton_(std::make_unique<Automaton>()) {
  automaton_->language = language;
  const WordKeys word_keys(language);
  for (std::uint32_t concept_index = 0; concept_index < termbase.concepts.size();
       ++concept_index) {
    const auto& terms = termbase.concepts[concept_index].terms;
    for (std::uint32_t term_index = 0; term_index < terms.size(); ++term_index) {
      const Term& term = terms[term_index];
      if (term.language.primary() != language.primary()) continue;
      automaton_->add(term.text,
                      {concept_index,
                       term_index,
                       term.status,
                       folded(term.text),
                       inflects_as_noun(term),
                       {}},
                      word_keys);
    }
  }
}

TermMatcher::~TermMatcher() = default;
TermMatcher::TermMatcher(TermMatcher&&) noexcept = default;
TermMatcher& TermMatcher::operator=(TermMatcher&&) noexcept = default;

std::vector<TermHit> TermMatcher::find(std::string_view text) const {
  return longest_hits(find_all(text));
}

std::vector<TermHit> TermMatcher::find_all(std::string_view text) const {
  return automaton_->all_hits(text);
}

}  // namespace hexapla
