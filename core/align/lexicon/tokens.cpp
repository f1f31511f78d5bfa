#include "align/lexicon/tokens.hpp"

#include "align/lexicon/remembered.hpp"
#include "align/lexicon/strewn_blanks.hpp"
#include "text/code_point.hpp"
#include "text/date/date.hpp"
#include "text/fold.hpp"
#include "text/number/number.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

/// Words that begin alike are taken for forms of one word. Source: 5 was the best of 4-7 on
/// German-French and Russian pairs.
constexpr std::size_t stem_code_points = 5;

std::string_view first_code_points(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  for (; at < word.size() && count > 0; --count)
    (void)next_code_point(word, at);
  return word.substr(0, at);
}

bool is_arabic_word(std::string_view word) {
  const char32_t first = code_point_at(word, 0);
  return first >= 0x0600 && first <= 0x06FF;
}

/// `word` without the conjunctions, prepositions and article written onto it, as long as
/// something of a word's size is left.
std::string_view without_proclitics(std::string_view word) {
  constexpr std::size_t letter_bytes = 2;
  constexpr std::size_t least_rest = 3 * letter_bytes;
  constexpr std::array<std::string_view, 7> proclitics{"وال", "بال", "فال", "كال",
                                                       "ولل", "لل",  "ال"};
  for (const std::string_view proclitic : proclitics)
    if (word.starts_with(proclitic) && word.size() >= proclitic.size() + least_rest)
      return word.substr(proclitic.size());
  constexpr std::array<std::string_view, 5> single{"و", "ب", "ف", "ل", "ك"};
  for (const std::string_view proclitic : single)
    if (word.starts_with(proclitic) && word.size() > letter_bytes + least_rest)
      return word.substr(letter_bytes);
  return word;
}

std::string key_of_word(std::string_view word) {
  const std::string key = folded(word);
  const std::string_view stem = is_arabic_word(key) ? without_proclitics(key) : key;
  return std::string(first_code_points(stem, stem_code_points));
}

/// The mark of Latin script that does the work of `mark`.
std::string key_of_mark(std::string_view mark) {
  const std::size_t size = mark.size();
  std::size_t at = 0;
  const char32_t code_point = next_code_point(mark, at);
  switch (code_point) {
    case U'。':
      return ".";
    case U'、':
    case U'،':
      return ",";
    case U'؛':
      return ";";
    case U'؟':
    case U'¿':
      return "?";
    case U'¡':
      return "!";
    case U'—':
    case U'–':
    case U'―':
      return "—";
    default:
      break;
  }
  if (size > 1) {
    const auto type = u_charType(static_cast<UChar32>(code_point));
    if (type == U_INITIAL_PUNCTUATION || code_point == U'「' || code_point == U'『' ||
        code_point == U'《' || code_point == U'„')
      return "“";
    if (type == U_FINAL_PUNCTUATION || code_point == U'」' || code_point == U'』' ||
        code_point == U'》')
      return code_point == U'’' ? "'" : "”";
  }
  return folded(mark);
}

/// Something that means a value, however it is written.
struct Value {
  ByteRange range;
  std::string key;
  bool in_words = false;
};

/// The numbers and dates of `text`, in order. A date gives its day, month and year.
std::vector<Value> values_in(std::string_view text, std::span<const Word> words,
                             Language language) {
  std::vector<Value> values;
  const auto dates = dates_in(text, words, language);
  for (const Date& date : dates) {
    if (date.day) values.push_back({date.range, std::to_string(*date.day)});
    values.push_back({date.range, "month " + std::to_string(date.month)});
    if (date.year) values.push_back({date.range, std::to_string(*date.year)});
  }
  for (Number& number : numbers_in(text, words, language)) {
    const bool in_date = std::ranges::any_of(dates, [&](const Date& date) {
      return number.range.begin < date.range.end && date.range.begin < number.range.end;
    });
    if (!in_date && !number.ordinal && !number.fraction)
      values.push_back({number.range, std::move(number.value), number.in_words});
  }
  std::ranges::stable_sort(values, {},
                           [](const Value& value) { return value.range.begin; });
  return values;
}

/// The keys of a segment, before they have numbers.
struct CutText {
  struct Key {
    std::uint32_t end = 0;  ///< In `keys`.
    TokenKind kind = TokenKind::word;
    bool is_word = false;  ///< Whatever else is under the same key.
  };
  std::string keys;  ///< One after the other.
  std::vector<Key> ends;
};

/// Cuts one segment into keys, one word after the other.
class SegmentKeys {
 public:
  SegmentKeys(std::string_view text, Language language, const HanWords& han_words)
      : text_(text),
        han_words_(han_words),
        words_(words_of(text)),
        values_(values_in(text, words_, language)) {}

  CutText cut() {
    auto value = values_.begin();
    while (at_ < words_.size()) {
      if (value == values_.end() || words_[at_].range.begin < value->range.begin) {
        add_word();
        continue;
      }
      const ByteRange range = value->range;
      bool in_words = false;
      for (; value != values_.end() && value->range.begin < range.end; ++value) {
        add(value->key, TokenKind::number);
        in_words = value->in_words;
        cut_.ends.back().is_word = in_words;
      }
      while (at_ < words_.size() && words_[at_].range.begin < range.end) {
        if (in_words) {
          add_word();
        } else {
          ++at_;
        }
      }
    }
    return std::move(cut_);
  }

 private:
  void add_word() {
    switch (words_[at_].kind) {
      case WordKind::letters:
        add(key_of_word(view(at_++)), TokenKind::word);
        break;
      case WordKind::digits:
        add(view(at_++), TokenKind::number);
        break;
      case WordKind::han:
        add_han_run();
        break;
      case WordKind::punctuation:
        add(key_of_mark(view(at_++)), TokenKind::mark);
        break;
    }
  }

  [[nodiscard]] std::string_view view(std::size_t word) const {
    return words_[word].range.of(text_);
  }
  void add(std::string_view key, TokenKind kind) {
    cut_.keys += key;
    cut_.ends.push_back({static_cast<std::uint32_t>(cut_.keys.size()), kind, false});
  }

  void add_han_run() {
    const std::size_t first = at_;
    while (at_ < words_.size() && words_[at_].kind == WordKind::han &&
           (at_ == first || words_[at_].range.begin == words_[at_ - 1].range.end))
      ++at_;
    if (!han_words_.empty()) {
      add_han_words(first);
      return;
    }
    if (at_ - first == 1) add(view(first), TokenKind::han);
    for (std::size_t word = first; word + 1 < at_; ++word)
      add(ByteRange{words_[word].range.begin, words_[word + 1].range.end}.of(text_),
          TokenKind::han);
  }

  /// Cuts the run of characters from `word` to at_ into the longest words known.
  void add_han_words(std::size_t word) {
    const auto end = words_[at_ - 1].range.end;
    while (word < at_) {
      const auto begin = words_[word].range.begin;
      const auto found = han_words_.longest_at(ByteRange{begin, end}.of(text_));
      const auto word_end =
          std::max(words_[word].range.end, begin + static_cast<std::uint32_t>(found));
      add(ByteRange{begin, word_end}.of(text_), TokenKind::han);
      while (word < at_ && words_[word].range.begin < word_end)
        ++word;
    }
  }

  std::string_view text_;
  const HanWords& han_words_;
  CutText cut_;
  std::vector<Word> words_;
  std::vector<Value> values_;
  std::size_t at_ = 0;
};

/// The texts of one language, cut without the words of a dictionary.
Remembered<CutText>& remembered_cuts(Language language) {
  thread_local std::map<Language, Remembered<CutText>> of_languages;
  return of_languages[language];
}

std::uint32_t visible_length(std::string_view text) {
  const auto spaces = std::ranges::count_if(
      text, [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; });
  const auto length = count_code_points(text) - static_cast<std::size_t>(spaces);
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(length));
}

}  // namespace

std::uint32_t vocabulary_of(const TokenSide& source, const TokenSide& target) {
  std::uint32_t vocabulary = 0;
  for (const TokenSide* side : {&source, &target})
    for (const auto token : side->tokens)
      vocabulary = std::max(vocabulary, token + 1);
  return vocabulary;
}

/// True when few words look alike on both sides, so that those which do are names.
static bool scripts_differ(const Vocabulary& vocabulary, const TokenSide& side,
                           const std::vector<std::array<std::uint32_t, 2>>& counts) {
  constexpr double few = 0.05;  // of a side's words
  std::size_t words = 1;
  std::size_t alike = 0;
  for (const auto token : side.tokens) {
    if (vocabulary.kind_of(token) != TokenKind::word) continue;
    ++words;
    if (counts[token][0] > 0 && counts[token][1] > 0) ++alike;
  }
  return static_cast<double>(alike) < few * static_cast<double>(words);
}

void find_anchors(Vocabulary& vocabulary, const TokenSide& source,
                  const TokenSide& target) {
  constexpr double most_often = 0.2;  // times the segments of the smaller side
  constexpr double least_balance = 0.6;
  std::vector<std::array<std::uint32_t, 2>> counts(vocabulary.size());
  for (const auto token : source.tokens)
    ++counts[token][0];
  for (const auto token : target.tokens)
    ++counts[token][1];
  const bool words_too = scripts_differ(vocabulary, source, counts) ||
                         scripts_differ(vocabulary, target, counts);
  const double most = 2 + most_often * std::min(source.size(), target.size());
  for (std::uint32_t token = 0; token < vocabulary.size(); ++token) {
    const auto [fewer, more] = std::minmax(counts[token][0], counts[token][1]);
    const auto kind = vocabulary.kind_of(token);
    const bool fit = kind == TokenKind::number || (words_too && kind == TokenKind::word);
    if (fit && fewer > 0 && more <= most && fewer >= least_balance * more)
      vocabulary.set_kind(token, TokenKind::anchor);
  }
}

TokenSide TokenSide::part(const SegmentRun& run) const {
  const auto first = starts[run.first];
  TokenSide result;
  result.tokens.assign(tokens.begin() + first, tokens.begin() + starts[run.last]);
  for (auto segment = run.first; segment < run.last; ++segment)
    result.starts.push_back(starts[segment + 1] - first);
  result.lengths.assign(lengths.begin() + run.first, lengths.begin() + run.last);
  return result;
}

TokenSide tokens_of(const AlignmentSide& side, Vocabulary& vocabulary,
                    const HanWords& words) {
  // A longer text is a pair's only one, and would only push out what others ask for again.
  constexpr std::size_t longest_remembered = 2000;  // segments
  const bool remembers = words.empty() && side.segments.size() <= longest_remembered;
  const auto cut = [&](std::string_view text) {
    return SegmentKeys(text, side.language, words).cut();
  };
  const auto number_all = [&](const CutText& text, std::vector<std::uint32_t>& tokens) {
    std::uint32_t begin = 0;
    for (const CutText::Key& key : text.ends) {
      const auto view = std::string_view(text.keys).substr(begin, key.end - begin);
      tokens.push_back(vocabulary.number_of(view, key.kind));
      if (key.is_word) vocabulary.set_kind(tokens.back(), TokenKind::word);
      begin = key.end;
    }
  };
  TokenSide result;
  const std::vector<std::string> mended = without_strewn_blanks(side);
  for (std::size_t segment = 0; segment < side.segments.size(); ++segment) {
    const std::string_view text =
        mended.empty() ? side.segments[segment] : std::string_view(mended[segment]);
    if (remembers)
      number_all(remembered_cuts(side.language).of(text, cut), result.tokens);
    else
      number_all(cut(text), result.tokens);
    result.starts.push_back(static_cast<std::uint32_t>(result.tokens.size()));
    result.lengths.push_back(visible_length(text));
  }
  return result;
}

}  // namespace hexapla
