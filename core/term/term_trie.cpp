#include "term/term_trie.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>

namespace hexapla {
namespace {

std::uint64_t edge(TermTrie::Node node, TermTrie::Key key) {
  constexpr unsigned node_shift = 32;
  return (std::uint64_t{node} << node_shift) | key;
}

/// Verbs have too many endings to be compared by them.
bool inflects_as_noun(const Term& term) {
  return term.part_of_speech != "verb" && term.part_of_speech != "phrase";
}

/// One word of two letters or more, all of them capitals.
bool is_in_capitals(std::string_view text) {
  constexpr std::size_t longest_acronym = 8;  // letters
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = next_code_point(text, at);
    if (is_lower_case(letter) || is_white_space(letter)) return false;
    if (is_upper_case(letter)) ++capitals;
  }
  return capitals > 1 && capitals <= longest_acronym;
}

bool has_small_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_lower_case(next_code_point(text, at))) return true;
  return false;
}

/// True for termbases that write some terms of the language in small letters: where all are
/// in capitals, capitals say nothing.
bool uses_small_letters(const Termbase& termbase, Language language) {
  return std::ranges::any_of(termbase.concepts, [&](const Concept& entry) {
    return std::ranges::any_of(entry.terms, [&](const Term& term) {
      return term.language.primary() == language.primary() && has_small_letters(term.text);
    });
  });
}

}  // namespace

TermTrie::TermTrie(const Termbase& termbase, Language language) : language_(language) {
  const WordKeys word_keys(language);
  const bool capitals_tell = uses_small_letters(termbase, language);
  for (std::uint32_t entry = 0; entry < termbase.concepts.size(); ++entry) {
    const auto& terms = termbase.concepts[entry].terms;
    for (std::uint32_t index = 0; index < terms.size(); ++index) {
      const Term& term = terms[index];
      if (term.language.primary() != language.primary()) continue;
      add_term(term.text,
               {entry,
                index,
                term.status,
                folded(term.text),
                inflects_as_noun(term),
                capitals_tell && is_in_capitals(term.text),
                term.exact_form,
                term.case_sensitive ? term.text : std::string(),
                {}},
               word_keys);
    }
  }
  lay_out();
}

void TermTrie::add_term(std::string_view text, const TermEnding& ending,
                        const WordKeys& word_keys) {
  const std::vector<Word> words = words_of(text);
  std::vector<Part> parts;
  for (std::size_t index = 0; index < words.size(); ++index)
    if (!is_joint(text, words, index))
      parts.push_back({folded(words[index].range.of(text)), words[index].kind});
  if (parts.empty()) return;
  add(parts, ending, word_keys);
  if (language_.primary() != "en") return;
  // Cease-fire and cease fire are ceasefire as well.
  for (std::size_t first = 0; first + 1 < parts.size(); ++first) {
    if (parts[first].kind != WordKind::letters) continue;
    if (parts[first + 1].kind != WordKind::letters) continue;
    std::vector<Part> joined = parts;
    joined[first].text += joined[first + 1].text;
    joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    add(joined, ending, word_keys);
  }
}

void TermTrie::add(const std::vector<Part>& parts, TermEnding ending,
                   const WordKeys& word_keys) {
  Node node = root;
  for (const Part& part : parts) {
    const auto [known, is_new] = keys_.try_emplace(
        word_keys.of_term_word(part.text, part.kind), static_cast<Key>(keys_.size()));
    if (is_new) first_.push_back(root);
    const Key key = known->second;
    if (ending.inflects) ending.words.push_back(part.text);
    Node& next = node == root ? first_[key] : growing_[edge(node, key)];
    if (next == root) {
      next = static_cast<Node>(endings_.size());
      endings_.emplace_back();
    }
    node = next;
  }
  endings_[node].push_back(std::move(ending));
}

std::optional<TermTrie::Key> TermTrie::find_key(std::string_view word_key) const {
  const auto found = keys_.find(word_key);
  return found == keys_.end() ? std::nullopt : std::optional(found->second);
}

TermTrie::Node TermTrie::next(Node node, Key key) const {
  if (node == root) return first_[key];
  const Branches& branches = branches_[node];
  constexpr std::uint32_t few = 8;
  std::uint32_t first = branches.first;
  std::uint32_t last = branches.last;
  while (last - first > few) {
    const std::uint32_t middle = first + (last - first) / 2;
    (edges_[middle].key <= key ? first : last) = middle;
  }
  for (; first < last; ++first)
    if (edges_[first].key == key) return edges_[first].node;
  return root;
}

/// A hash table is quick to build, a sorted stretch of edges quick to walk.
void TermTrie::lay_out() {
  std::vector<std::pair<std::uint64_t, Node>> sorted(growing_.begin(), growing_.end());
  growing_.clear();
  std::ranges::sort(sorted);
  branches_.resize(endings_.size());
  for (const auto& [parts, node] : sorted) {
    constexpr unsigned node_shift = 32;
    const auto from = static_cast<Node>(parts >> node_shift);
    if (branches_[from].last == 0)
      branches_[from].first = static_cast<std::uint32_t>(edges_.size());
    edges_.push_back({static_cast<Key>(parts), node});
    branches_[from].last = static_cast<std::uint32_t>(edges_.size());
  }
  for (std::size_t node = 0; node < endings_.size(); ++node)
    branches_[node].ends_term = !endings_[node].empty();
}

}  // namespace hexapla
