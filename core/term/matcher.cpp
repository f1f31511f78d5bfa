#include "term/matcher.hpp"

#include "term/term_trie.hpp"
#include "term/word_keys.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

namespace hexapla {
namespace {

using Key = TermTrie::Key;
using Node = TermTrie::Node;

/// Some keys among TermFinder::Memory::pool.
struct KeyRun {
  static constexpr std::uint32_t unknown = ~std::uint32_t{0};
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// A word of running text with the keys of the termbase that it may have.
struct Token {
  ByteRange range;
  KeyRun keys;
};

/// A node that a term ends at, and the last token that was read to come there.
struct Arrival {
  Node node = TermTrie::root;
  std::size_t last_token = 0;
};

bool has_small_letter(std::string_view text) {
  // The s of NGOs may be small.
  if (text.ends_with('s')) text.remove_suffix(1);
  for (std::size_t at = 0; at < text.size();)
    if (is_lower_case(next_code_point(text, at))) return true;
  return false;
}

/// True when `text` has capitals where `term` has them, as far as both go: WHO and WHO's,
/// but not who.
bool has_case_of(std::string_view term, std::string_view text) {
  std::size_t here = 0;
  for (std::size_t at = 0; at < term.size() && here < text.size();)
    if (is_upper_case(next_code_point(term, at)) !=
        is_upper_case(next_code_point(text, here)))
      return false;
  return true;
}

/// The same word by word, since words in between may have grown endings.
bool has_case_of_words(std::string_view term, std::string_view text) {
  const std::vector<Word> words = words_of(term);
  const std::vector<Word> others = words_of(text);
  if (words.size() != others.size()) return has_case_of(term, text);
  for (std::size_t index = 0; index < words.size(); ++index)
    if (!has_case_of(words[index].range.of(term), others[index].range.of(text)))
      return false;
  return true;
}

/// The keys of the words met so far. Every word of every text is looked up here, so the
/// slots lie side by side, and a slot of another word is seen by its hash.
class KnownWords {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return used_; }

  /// Null for a word not met yet.
  [[nodiscard]] const KeyRun* find(std::string_view word, std::size_t hash) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[slot_of(word, hash)];
    return slot.is_used ? &slot.keys : nullptr;
  }

  void add(std::string_view word, std::size_t hash, KeyRun keys) {
    if (used_ * 2 >= slots_.size()) grow();
    slots_[slot_of(word, hash)] = {hash, static_cast<std::uint32_t>(text_.size()),
                                   static_cast<std::uint32_t>(word.size()), keys, true};
    text_.append(word);
    ++used_;
  }

  void clear() { *this = KnownWords(); }

 private:
  struct Slot {
    std::size_t hash = 0;
    std::uint32_t begin = 0;  ///< Of the word in text_.
    std::uint32_t size = 0;
    KeyRun keys;
    bool is_used = false;
  };

  [[nodiscard]] std::size_t slot_of(std::string_view word, std::size_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].is_used &&
           (slots_[at].hash != hash || slots_[at].size != word.size() ||
            std::string_view(text_).substr(slots_[at].begin, word.size()) != word))
      at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    constexpr std::size_t first_size = 4096;  // a power of two, as all that follow
    std::vector<Slot> old(slots_.empty() ? first_size : slots_.size() * 2);
    std::swap(old, slots_);
    for (const Slot& slot : old)
      if (slot.is_used)
        slots_[slot_of(std::string_view(text_).substr(slot.begin, slot.size), slot.hash)] =
            slot;
  }

  std::string text_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace

/// What words mean to the trie, and the room in which texts are read.
struct TermFinder::Memory {
  explicit Memory(Language language) : word_keys(language) {}

  /// Where the keys of a Han character are noted; null for other words.
  [[nodiscard]] KeyRun* han_run(std::string_view word, WordKind kind) {
    constexpr char32_t first = 0x4E00;
    constexpr char32_t count = 0x5200;
    if (kind != WordKind::han) return nullptr;
    const char32_t at = code_point_at(word, 0) - first;
    if (at >= count) return nullptr;
    if (han.empty()) han.assign(count, {0, KeyRun::unknown});
    return &han[at];
  }

  WordKeys word_keys;
  KnownWords known;
  std::vector<Key> pool;
  std::vector<KeyRun> han;  ///< The same for unified Han characters, by code point.
  std::vector<std::string> candidates;
  std::vector<Token> tokens;
  std::vector<Arrival> arrivals;
};

namespace {

/// One text being read.
class Reading {
 public:
  Reading(const TermTrie& trie, std::string_view text, const std::vector<Key>& pool,
          const std::vector<Token>& tokens)
      : trie_(trie), text_(text), pool_(pool), tokens_(tokens) {}

  /// Every node with endings that can be reached from `node` with the tokens from `token`
  /// on. A word may have several keys, so all of them are followed; a term's length bounds
  /// the walk.
  void walk(std::size_t token, Node node, std::vector<Arrival>& arrivals) const {
    if (token >= tokens_.size()) return;
    for (std::uint32_t at = tokens_[token].keys.first; at < tokens_[token].keys.last;
         ++at) {
      const Node next = trie_.next(node, pool_[at]);
      if (next == TermTrie::root) continue;
      if (trie_.has_endings(next)) arrivals.push_back({next, token});
      walk(token + 1, next, arrivals);
    }
  }

  /// One term of each concept: the one that is there letter by letter, else the best.
  void add_hits(std::size_t first_token, const Arrival& arrival,
                std::vector<TermHit>& hits) const {
    const ByteRange range{tokens_[first_token].range.begin,
                          tokens_[arrival.last_token].range.end};
    const std::vector<TermEnding>& endings = trie_.endings(arrival.node);
    if (endings.size() == 1) {
      if (fits(endings.front(), range, first_token, arrival.last_token))
        add_hit(endings.front(), range, hits);
      return;
    }
    const std::string form = folded(range.of(text_));
    std::vector<const TermEnding*> ordered;
    for (const TermEnding& ending : endings)
      if (fits(ending, range, first_token, arrival.last_token)) ordered.push_back(&ending);
    std::ranges::sort(ordered, {}, [&](const TermEnding* ending) {
      return std::tuple(ending->concept_index, ending->form != form, ending->status,
                        ending->term_index);
    });
    for (const TermEnding* ending : ordered)
      add_hit(*ending, range, hits);
  }

 private:
  /// Unless the concept has a hit on this range already.
  static void add_hit(const TermEnding& ending, ByteRange range,
                      std::vector<TermHit>& hits) {
    // Other hits on this range are the last ones so far, since arrivals come sorted.
    for (auto hit = hits.rbegin(); hit != hits.rend() && hit->range == range; ++hit)
      if (hit->concept_index == ending.concept_index) return;
    hits.push_back({ending.concept_index, ending.term_index, range});
  }

  /// True when each word of the text is a form of the term's word, beyond having its key.
  [[nodiscard]] bool fits(const TermEnding& ending, ByteRange range,
                          std::size_t first_token, std::size_t last_token) const {
    const std::string_view here = range.of(text_);
    if (ending.in_capitals && has_small_letter(here)) return false;
    if (!ending.cased.empty() && !has_case_of_words(ending.cased, here)) return false;
    // Chinese words have one form only, in two scripts that folding tells apart.
    if (ending.exact_form && trie_.language().primary() != "zh")
      return folded(here) == ending.form;
    if (ending.words.size() != last_token - first_token + 1) return true;
    std::size_t token = first_token;
    return std::ranges::all_of(ending.words, [&](const std::string& word) {
      const std::string form = folded(tokens_[token++].range.of(text_));
      return are_forms_of_one_word(word, form, trie_.language());
    });
  }

  const TermTrie& trie_;
  std::string_view text_;
  const std::vector<Key>& pool_;
  const std::vector<Token>& tokens_;
};

}  // namespace

TermFinder::TermFinder(const TermMatcher& matcher)
    : trie_(matcher.trie_.get()), memory_(std::make_unique<Memory>(trie_->language())) {}
TermFinder::~TermFinder() = default;
TermFinder::TermFinder(TermFinder&&) noexcept = default;
TermFinder& TermFinder::operator=(TermFinder&&) noexcept = default;

std::vector<TermHit> TermFinder::find_all(std::string_view text,
                                          std::span<const Word> words) {
  if (trie_->empty()) return {};
  constexpr std::size_t most_known = 200'000;  // words, some 20 MB
  Memory& memory = *memory_;
  if (memory.known.size() > most_known) {
    memory.known.clear();
    memory.pool.clear();
    memory.han.clear();
  }
  memory.tokens.clear();
  for (std::size_t index = 0; index < words.size(); ++index) {
    if (is_joint(text, words, index)) continue;
    const std::string_view word = words[index].range.of(text);
    KeyRun* const han = memory.han_run(word, words[index].kind);
    if (han != nullptr && han->last != KeyRun::unknown) {
      memory.tokens.push_back({words[index].range, *han});
      continue;
    }
    const std::size_t hash = std::hash<std::string_view>()(word);
    KeyRun keys;
    if (const KeyRun* const known = memory.known.find(word, hash)) {
      keys = *known;
    } else {
      keys.first = static_cast<std::uint32_t>(memory.pool.size());
      memory.word_keys.of_text_word(word, words[index].kind, memory.candidates);
      for (const std::string& candidate : memory.candidates)
        if (const auto key = trie_->find_key(candidate)) memory.pool.push_back(*key);
      keys.last = static_cast<std::uint32_t>(memory.pool.size());
      memory.known.add(word, hash, keys);
    }
    if (han != nullptr) *han = keys;
    memory.tokens.push_back({words[index].range, keys});
  }
  const Reading reading(*trie_, text, memory.pool, memory.tokens);
  std::vector<TermHit> hits;
  for (std::size_t token = 0; token < memory.tokens.size(); ++token) {
    memory.arrivals.clear();
    reading.walk(token, TermTrie::root, memory.arrivals);
    std::ranges::sort(memory.arrivals, {}, [](const Arrival& arrival) {
      return std::pair(arrival.last_token, arrival.node);
    });
    for (const Arrival& arrival : memory.arrivals)
      reading.add_hits(token, arrival, hits);
  }
  return hits;
}

// Of two overlapping hits that are as long, the later one is left out.
std::vector<TermHit> longest_hits(std::vector<TermHit> hits) {
  if (hits.size() < 2) return hits;
  std::vector<std::size_t> by_length(hits.size());
  for (std::size_t index = 0; index < hits.size(); ++index)
    by_length[index] = index;
  std::ranges::stable_sort(by_length, [&](std::size_t one, std::size_t other) {
    return hits[one].range.size() > hits[other].range.size();
  });
  std::vector<ByteRange> taken;  // in order, disjoint
  std::vector<bool> kept(hits.size());
  for (const std::size_t index : by_length) {
    const ByteRange range = hits[index].range;
    const auto next = std::ranges::lower_bound(taken, range.begin, {}, &ByteRange::begin);
    const bool same = next != taken.end() && *next == range;
    const bool meets_next = next != taken.end() && next->begin < range.end;
    const bool meets_previous = next != taken.begin() && std::prev(next)->end > range.begin;
    kept[index] = same || (!meets_next && !meets_previous);
    if (kept[index] && !same) taken.insert(next, range);
  }
  std::vector<TermHit> result;
  for (std::size_t index = 0; index < hits.size(); ++index)
    if (kept[index]) result.push_back(hits[index]);
  return result;
}

TermMatcher::TermMatcher(const Termbase& termbase, Language language)
    : trie_(std::make_unique<const TermTrie>(termbase, language)) {}

TermMatcher::~TermMatcher() = default;
TermMatcher::TermMatcher(TermMatcher&&) noexcept = default;
TermMatcher& TermMatcher::operator=(TermMatcher&&) noexcept = default;

std::vector<TermHit> TermMatcher::find(std::string_view text) const {
  return longest_hits(find_all(text));
}

std::vector<TermHit> TermMatcher::find_all(std::string_view text) const {
  return TermFinder(*this).find_all(text, words_of(text));
}

}  // namespace hexapla
