#include "extract/word_stream.hpp"

#include "extract_data.hpp"
#include "term/word_keys.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"
#include "text/words.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace hexapla {
namespace {

/// Words by what they can't do.
struct StopWords {
  std::unordered_set<std::string> begin_no_term;
  std::unordered_set<std::string> end_no_term;
};

void add_words(std::unordered_set<std::string>& words, std::string_view list) {
  for (const std::string_view word : parts_of(list, ' '))
    if (!word.empty()) words.insert(folded(word));
}

StopWords stop_words_of(Language language) {
  constexpr std::size_t columns = 4;
  StopWords words;
  for (const auto& row : rows_of_table(embedded::stop_words_tsv)) {
    if (row.size() != columns || row[0] != language.primary()) continue;
    add_words(words.begin_no_term, row[1]);
    add_words(words.begin_no_term, row[2]);
    add_words(words.end_no_term, row[1]);
    add_words(words.end_no_term, row[3]);
  }
  return words;
}

class Streamer {
 public:
  explicit Streamer(Language language)
      : language_(language), keys_(language), stop_words_(stop_words_of(language)) {
    add_barrier(0);
  }

  void add(std::string_view text, std::uint32_t number) {
    const std::vector<Word> words = words_of(text);
    for (std::size_t index = 0; index < words.size(); ++index) {
      if (is_joint(text, words, index)) {
        // After an elided article (l', d') a word of its own begins.
        constexpr std::string_view hyphens = "-\u2010\u2011";
        stream_.words.back().joins_next =
            hyphens.find(words[index].range.of(text)) != std::string_view::npos;
        continue;
      }
      const Word& word = words[index];
      if (word.kind == WordKind::punctuation) {
        add_barrier(number);
      } else {
        add_word(text, word, number);
      }
    }
    add_barrier(number);
  }

  WordStream finish() { return std::move(stream_); }

 private:
  void add_barrier(std::uint32_t number) {
    StreamWord barrier;
    barrier.text = number;
    barrier.is_barrier = true;
    stream_.words.push_back(barrier);
  }

  void add_word(std::string_view text, const Word& word, std::uint32_t number) {
    const std::string_view form = word.range.of(text);
    const std::string key = keys_.of_term_word(form, word.kind);
    const auto interned =
        numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size()));
    StreamWord entry;
    entry.key = interned.first->second;
    entry.text = number;
    entry.range = word.range;
    const std::string form_key = folded(form);
    entry.begins_no_term = stop_words_.begin_no_term.contains(form_key);
    entry.ends_no_term = stop_words_.end_no_term.contains(form_key);
    entry.is_number = word.kind == WordKind::digits;
    entry.is_short = count_code_points(form) == 1;
    stream_.words.push_back(entry);
  }

  Language language_;
  WordKeys keys_;
  StopWords stop_words_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  WordStream stream_;
};

}  // namespace

WordStream stream_of(std::span<const std::string_view> texts, Language language) {
  Streamer streamer(language);
  for (std::uint32_t number = 0; number < texts.size(); ++number)
    streamer.add(texts[number], number);
  return streamer.finish();
}

}  // namespace hexapla
