#pragma once

// Private to the room: the terms of one language under the keys of their words.

#include "term/termbase.hpp"
#include "term/word_keys.hpp"
#include "text/lookup/transparent_hash.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hexapla {

/// A term that ends at a node of the trie.
struct TermEnding {
  std::uint32_t concept_index = 0;
  std::uint32_t term_index = 0;
  TermStatus status = TermStatus::preferred;
  std::string form;      ///< The term folded, to tell terms apart that have the same keys.
  bool inflects = true;  ///< As nouns and adjectives do.
  bool in_capitals = false;        ///< AIDS, the acronym, is not what aids somebody.
  bool exact_form = false;         ///< Term::exact_form.
  std::string cased;               ///< The term as it is; only when letter case tells.
  std::vector<std::string> words;  ///< Folded; only when it inflects so.
};

/// A trie over interned word keys.
class TermTrie {
 public:
  using Key = std::uint32_t;
  using Node = std::uint32_t;
  static constexpr Node root = 0;

  TermTrie(const Termbase& termbase, Language language);

  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] bool empty() const { return keys_.empty(); }
  [[nodiscard]] std::optional<Key> find_key(std::string_view word_key) const;
  /// The node that `key` leads to; root when there is none.
  [[nodiscard]] Node next(Node node, Key key) const;
  [[nodiscard]] bool has_endings(Node node) const { return branches_[node].ends_term; }
  [[nodiscard]] const std::vector<TermEnding>& endings(Node node) const {
    return endings_[node];
  }

 private:
  struct Part {
    std::string text;
    WordKind kind = WordKind::letters;
  };
  void add(const std::vector<Part>& parts, TermEnding ending, const WordKeys& word_keys);
  void add_term(std::string_view text, const TermEnding& ending, const WordKeys& word_keys);

  Language language_;
  std::unordered_map<std::string, Key, TransparentHash, std::equal_to<>> keys_;
  /// The edges of a node: a stretch of edges_, sorted by key.
  struct Branches {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool ends_term = false;
  };
  struct Edge {
    Key key = 0;
    Node node = root;
  };
  void lay_out();

  std::vector<Node> first_;                          // by key: the edges of the root
  std::unordered_map<std::uint64_t, Node> growing_;  // the other edges until all are known
  std::vector<Branches> branches_;                   // by node
  std::vector<Edge> edges_;
  std::vector<std::vector<TermEnding>> endings_{1};  // by node
};

}  // namespace hexapla
