#include "align/tokens.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <unicode/uchar.h>

namespace hexapla {
namespace {

/// Words that begin alike are taken for forms of one word. Source: 5 was the best of 4-7 on
/// German-French and Russian pairs.
constexpr std::size_t stem_code_points = 5;

std::string_view first_code_points(std::string_view word, std::size_t count) {
  std::size_t at = 0;
  for (; at < word.size() && count > 0; --count) (void)next_code_point(word, at);
  return word.substr(0, at);
}

bool is_arabic(std::string_view word) {
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
  const std::string_view stem = is_arabic(key) ? without_proclitics(key) : key;
  return std::string(first_code_points(stem, stem_code_points));
}

/// The mark of Latin script that does the work of `mark`.
std::string key_of_mark(std::string_view mark) {
  const std::size_t size = mark.size();
  std::size_t at = 0;
  const char32_t code_point = next_code_point(mark, at);
  switch (code_point) {
    case U'。': return ".";
    case U'、':
    case U'،': return ",";
    case U'؛': return ";";
    case U'؟':
    case U'¿': return "?";
    case U'¡': return "!";
    case U'—':
    case U'–':
    case U'―': return "—";
    default: break;
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

void append_digits(std::string& value, std::string_view digits) {
  for (std::size_t at = 0; at < digits.size();) {
    const auto digit = u_charDigitValue(static_cast<UChar32>(next_code_point(digits, at)));
    value += static_cast<char>('0' + digit);
  }
}

/// Cuts one segment into keys, one word after the other.
class SegmentKeys {
 public:
  SegmentKeys(std::string_view text, Vocabulary& vocabulary, std::vector<std::uint32_t>& out)
      : text_(text), vocabulary_(vocabulary), out_(out), words_(words_of(text)) {}

  void append() {
    while (at_ < words_.size()) {
      switch (words_[at_].kind) {
        case WordKind::letters: add(key_of_word(view(at_++)), TokenKind::word); break;
        case WordKind::digits: add(number(), TokenKind::number); break;
        case WordKind::han: add_han_run(); break;
        case WordKind::punctuation: add(key_of_mark(view(at_++)), TokenKind::mark); break;
      }
    }
  }

 private:
  [[nodiscard]] std::string_view view(std::size_t word) const {
    return words_[word].range.of(text_);
  }
  void add(std::string_view key, TokenKind kind) {
    out_.push_back(vocabulary_.number_of(key, kind));
  }

  /// `1 774`, `1,774`, `1.774` are one number: a separator, then exactly three digits.
  [[nodiscard]] bool group_follows() const {
    std::size_t next = at_ + 1;
    if (next < words_.size() && words_[next].kind == WordKind::punctuation) ++next;
    if (next >= words_.size() || words_[next].kind != WordKind::digits) return false;
    const ByteRange gap{words_[at_].range.end, words_[next].range.begin};
    constexpr std::array<std::string_view, 7> separators{" ", ",", ".", "\u00A0",
                                                         "\u202F", "٬", "’"};
    constexpr std::size_t group = 3;
    return std::ranges::find(separators, gap.of(text_)) != separators.end() &&
           count_code_points(view(next)) == group;
  }

  std::string number() {
    constexpr std::size_t longest_first_group = 3;
    std::string value;
    append_digits(value, view(at_));
    if (value.size() <= longest_first_group) {
      while (group_follows()) {
        at_ += words_[at_ + 1].kind == WordKind::digits ? 1U : 2U;
        append_digits(value, view(at_));
      }
    }
    ++at_;
    return value;
  }

  void add_han_run() {
    const std::size_t first = at_;
    while (at_ < words_.size() && words_[at_].kind == WordKind::han &&
           (at_ == first || words_[at_].range.begin == words_[at_ - 1].range.end))
      ++at_;
    if (at_ - first == 1) add(view(first), TokenKind::han);
    for (std::size_t word = first; word + 1 < at_; ++word)
      add(ByteRange{words_[word].range.begin, words_[word + 1].range.end}.of(text_),
          TokenKind::han);
  }

  std::string_view text_;
  Vocabulary& vocabulary_;
  std::vector<std::uint32_t>& out_;
  std::vector<Word> words_;
  std::size_t at_ = 0;
};

std::uint32_t visible_length(std::string_view text) {
  const auto spaces = std::ranges::count_if(
      text, [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; });
  const auto length = count_code_points(text) - static_cast<std::size_t>(spaces);
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(length));
}

}  // namespace

std::uint32_t Vocabulary::number_of(std::string_view key, TokenKind kind) {
  const auto found = numbers_.find(key);
  if (found != numbers_.end()) return found->second;
  const auto number = size();
  numbers_.emplace(key, number);
  kinds_.push_back(kind);
  return number;
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

void find_anchors(Vocabulary& vocabulary, const TokenSide& source, const TokenSide& target) {
  constexpr double most_often = 0.2;  // times the segments of the smaller side
  constexpr double least_balance = 0.6;
  std::vector<std::array<std::uint32_t, 2>> counts(vocabulary.size());
  for (const auto token : source.tokens) ++counts[token][0];
  for (const auto token : target.tokens) ++counts[token][1];
  const bool words_too = scripts_differ(vocabulary, source, counts) || scripts_differ(vocabulary, target, counts);
  const double most = 2 + most_often * std::min(source.size(), target.size());
  for (std::uint32_t token = 0; token < vocabulary.size(); ++token) {
    const auto [fewer, more] = std::minmax(counts[token][0], counts[token][1]);
    const auto kind = vocabulary.kind_of(token);
    const bool fit = kind == TokenKind::number || (words_too && kind == TokenKind::word);
    if (fit && fewer > 0 && more <= most && fewer >= least_balance * more)
      vocabulary.set_kind(token, TokenKind::anchor);
  }
}

TokenSide tokens_of(const AlignmentSide& side, Vocabulary& vocabulary) {
  TokenSide result;
  for (const std::string_view segment : side.segments) {
    SegmentKeys(segment, vocabulary, result.tokens).append();
    result.starts.push_back(static_cast<std::uint32_t>(result.tokens.size()));
    result.lengths.push_back(visible_length(segment));
  }
  return result;
}

}  // namespace hexapla
