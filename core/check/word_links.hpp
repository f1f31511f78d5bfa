#pragma once

#include "align/lexicon/lexicon.hpp"
#include "align/lexicon/prior_lexicon.hpp"
#include "align/lexicon/vocabulary.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hexapla {

/// Which words render which in one document, as its own pairs teach it: what tells a word
/// that nothing in the source accounts for from another way to say the same.
/// Cost: bounded; the first `most_taught` pairs of a document teach.
class WordLinks {
 public:
  static constexpr std::size_t most_taught = 5000;  ///< Pairs; some 40 MB while learning.

  void add(Language source, Language target, std::string_view source_text,
           std::string_view target_text, double confidence);
  /// To be called once all is added; until then nothing accounts for anything.
  void learn();

 private:
  friend class LinkReader;

  struct TaughtPair {
    std::string source;
    std::string target;
    double confidence = 1;
  };
  Language source_;
  Language target_;
  std::vector<TaughtPair> pairs_;
  Vocabulary vocabulary_;
  std::uint32_t known_ = 0;  ///< Tokens that the dictionary has seen.
  Dictionary target_by_source_;
};

/// Asks WordLinks of one pair after the other. One thread at a time; refers to them.
class LinkReader {
 public:
  explicit LinkReader(const WordLinks& links)
      : links_(links), vocabulary_(links.vocabulary_) {}

  /// How much less likely the words of `phrase`, of the target, are by the best word of
  /// `source` than by the best word they ever are beside: nats, the mean over the words
  /// of the phrase that some word accounts for. 0 where they are as expected here as
  /// anywhere; above 2, nothing in the source accounts for them.
  [[nodiscard]] double unaccounted_for(std::string_view phrase, std::string_view source);

  /// By how much words of `source` make those of `phrase`, of the target, likelier: nats,
  /// summed over the words of the phrase. 0 where nothing was learnt.
  [[nodiscard]] double rendered(std::string_view phrase, std::string_view source);

 private:
  using Tokens = std::vector<std::uint32_t>;
  /// How much likelier words of the source make a word of the target, at most; at least 1.
  struct Ratios {
    double here = 1;      ///< Those of the source that was read last.
    double anywhere = 1;  ///< Any.
  };

  [[nodiscard]] Tokens tokens(Language language, std::string_view text);
  /// A source is asked for many phrases, and a termbase's terms come again and again.
  void read_source(std::string_view source);
  /// Dies at the next call.
  [[nodiscard]] const Tokens& tokens_of_phrase(std::string_view phrase);
  [[nodiscard]] Ratios ratios_of(std::uint32_t token) const;

  const WordLinks& links_;
  Vocabulary vocabulary_;  ///< With the words met since.
  std::string last_source_;
  std::vector<std::uint32_t> stamps_;  ///< By token: stamp_ where the source has it.
  std::uint32_t stamp_ = 0;
  std::unordered_map<std::string, Tokens> phrases_;
};

}  // namespace hexapla
