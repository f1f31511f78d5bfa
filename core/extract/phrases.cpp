#include "extract/phrases.hpp"

#include "extract/word_stream.hpp"
#include "text/date/date.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

namespace hexapla {
namespace {

constexpr std::uint32_t no_phrase = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t most_words = 7;        // of a phrase
constexpr std::uint32_t most_characters = 16;  // of a phrase in a script without spaces
/// Different neighbours on each side below which a phrase is taken for a piece of a longer
/// one.
constexpr std::size_t least_neighbours = 3;

/// A phrase of one length.
struct Gram {
  std::uint32_t words = 0;
  std::vector<std::uint32_t> places;  ///< In the stream, of its first word.
  double longer_sum = 0;              ///< Of the counts of longer candidates that hold it.
  std::uint32_t longer = 0;           ///< How many those are.
  bool candidate = false;
};

/// Finds frequent runs of words, length by length: a run is frequent only if what it
/// consists of is.
class GramFinder {
 public:
  GramFinder(const WordStream& stream, std::uint32_t least_count, std::uint32_t longest)
      : stream_(stream), least_count_(least_count) {
    for (std::uint32_t words = 1; words <= longest; ++words)
      if (!find(words)) break;
  }

  std::vector<Gram> grams;

  /// The gram of `words` words that is at `place`; `none` when it is rare.
  [[nodiscard]] std::uint32_t at(std::uint32_t place, std::uint32_t words) const {
    return words <= by_length_.size() ? by_length_[words - 1][place] : no_phrase;
  }

 private:
  /// False when no run of so many words is frequent.
  bool find(std::uint32_t words) {
    const std::size_t first = grams.size();
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;
    std::vector<std::uint32_t> row(stream_.words.size(), no_phrase);
    for (std::uint32_t place = 0; place + words <= stream_.words.size(); ++place) {
      const auto key = key_at(place, words);
      if (!key) continue;
      const auto [found, is_new] =
          numbers.try_emplace(*key, static_cast<std::uint32_t>(grams.size()));
      if (is_new) grams.push_back({words, {}, 0, 0, false});
      grams[found->second].places.push_back(place);
      row[place] = found->second;
    }
    bool any = false;
    for (std::uint32_t& gram : row) {
      if (gram == no_phrase) continue;
      if (grams[gram].places.size() < least_count_) {
        gram = no_phrase;
      } else {
        any = true;
      }
    }
    for (std::size_t gram = first; gram < grams.size(); ++gram)
      if (grams[gram].places.size() < least_count_) grams[gram].places = {};
    by_length_.push_back(std::move(row));
    return any;
  }

  [[nodiscard]] std::optional<std::uint64_t> key_at(std::uint32_t place,
                                                    std::uint32_t words) const {
    const StreamWord& last = stream_.words[place + words - 1];
    if (last.is_barrier) return std::nullopt;
    if (words == 1) return last.key;
    const std::uint32_t start = at(place, words - 1);
    if (start == no_phrase || at(place + 1, words - 1) == no_phrase) return std::nullopt;
    constexpr unsigned half = 32;
    return (std::uint64_t{start} << half) | last.key;
  }

  const WordStream& stream_;
  std::uint32_t least_count_;
  std::vector<std::vector<std::uint32_t>> by_length_;  ///< By words - 1, then by place.
};

class PhraseFinder {
 public:
  PhraseFinder(std::span<const std::string_view> texts, Language language,
               std::uint32_t least_count)
      : texts_(texts),
        language_(language),
        spaceless_(language.spaceless()),
        stream_(stream_of(texts, language)),
        least_count_(least_count),
        finder_(stream_, least_count, spaceless_ ? most_characters : most_words) {}

  std::vector<Phrase> find() {
    for (Gram& gram : finder_.grams)
      gram.candidate = !gram.places.empty() && may_be_term(gram);
    count_longer();
    std::vector<Phrase> phrases;
    for (const Gram& gram : finder_.grams) {
      if (!gram.candidate) continue;
      Phrase phrase = phrase_of(gram);
      // A date has the looks of a term: it stands often, and everywhere alike.
      if (phrase.free_count > 1 && phrase.texts.size() >= least_count_ &&
          dates_in(phrase.text, language_).empty())
        phrases.push_back(std::move(phrase));
    }
    return phrases;
  }

 private:
  [[nodiscard]] bool may_be_term(const Gram& gram) const {
    const std::uint32_t place = gram.places.front();
    const StreamWord& first = stream_.words[place];
    const StreamWord& last = stream_.words[place + gram.words - 1];
    if (first.begins_no_term || last.ends_no_term) return false;
    if (is_cut(gram)) return false;
    // Numbers and single characters name nothing; a term may hold a number, as in COVID-19.
    if (first.is_number || (gram.words == 1 && first.is_short)) return false;
    return neighbours(gram, -1) >= least_neighbours &&
           neighbours(gram, 1) >= least_neighbours;
  }

  /// True for a piece of a word with hyphens, wherever most of its places are so.
  [[nodiscard]] bool is_cut(const Gram& gram) const {
    const auto cut = std::ranges::count_if(gram.places, [&](std::uint32_t place) {
      return stream_.words[place - 1].joins_next ||
             stream_.words[place + gram.words - 1].joins_next;
    });
    return static_cast<std::size_t>(cut) * 2 > gram.places.size();
  }

  /// Different words before (-1) or after (1) the gram; a barrier is always another one,
  /// and so is a word that could not be part of a longer term.
  [[nodiscard]] std::size_t neighbours(const Gram& gram, int side) const {
    std::vector<std::uint32_t> seen;
    std::size_t barriers = 0;
    for (const std::uint32_t place : gram.places) {
      const std::uint32_t next = side < 0 ? place - 1 : place + gram.words;
      const StreamWord& word = stream_.words[next];
      if (word.is_barrier || (side < 0 ? word.begins_no_term : word.ends_no_term)) {
        ++barriers;
      } else {
        seen.push_back(word.key);
      }
    }
    std::ranges::sort(seen);
    seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
    return barriers + seen.size();
  }

  void count_longer() {
    for (const Gram& longer : finder_.grams) {
      if (!longer.candidate) continue;
      const std::uint32_t place = longer.places.front();
      for (std::uint32_t words = 1; words < longer.words; ++words) {
        for (std::uint32_t at = 0; at + words <= longer.words; ++at) {
          Gram& inner = finder_.grams[finder_.at(place + at, words)];
          inner.longer_sum += static_cast<double>(longer.places.size());
          ++inner.longer;
        }
      }
    }
  }

  [[nodiscard]] Phrase phrase_of(const Gram& gram) const {
    Phrase phrase;
    const double free = static_cast<double>(gram.places.size()) -
                        (gram.longer == 0 ? 0 : gram.longer_sum / gram.longer);
    // Two characters of Chinese are one word.
    phrase.length = spaceless_ ? std::max(1.0, gram.words / 2.0) : gram.words;
    phrase.free_count = free;
    std::map<std::string_view, std::uint32_t> forms;
    for (const std::uint32_t place : gram.places) {
      const StreamWord& first = stream_.words[place];
      const StreamWord& last = stream_.words[place + gram.words - 1];
      ++forms[texts_[first.text].substr(first.range.begin,
                                        last.range.end - first.range.begin)];
      if (phrase.texts.empty() || phrase.texts.back() != first.text)
        phrase.texts.push_back(first.text);
    }
    const auto best =
        std::ranges::max_element(forms, [](const auto& one, const auto& other) {
          if (one.second != other.second) return one.second < other.second;
          return one.first.size() > other.first.size();  // the singular
        });
    phrase.text = best->first;
    return phrase;
  }

  std::span<const std::string_view> texts_;
  Language language_;
  bool spaceless_;
  WordStream stream_;
  std::uint32_t least_count_;
  GramFinder finder_;
};

}  // namespace

std::vector<Phrase> phrases_of(std::span<const std::string_view> texts, Language language,
                               std::uint32_t least_count) {
  return PhraseFinder(texts, language, least_count).find();
}

}  // namespace hexapla
