#include "document/structure/hyphenation.hpp"

#include "document_data.hpp"
#include "text/code_point.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {
namespace {

constexpr char32_t soft_hyphen = 0x00AD;
constexpr char32_t real_hyphen = 0x2010;
// Shorter halves of a broken word are syllables more often than words.
constexpr std::size_t shortest_half = 4;  // letters
// Letters of a first half that is a word by itself, not the beginning of one.
constexpr std::size_t long_head = 5;
// Bytes that are enough to know a text's words.
constexpr std::size_t hyphen_sample = std::size_t{4} * 1024 * 1024;
// The share of lines that end in hyphens where words are broken, and the least where only
// compounds are.
constexpr double broken_lines = .08;
constexpr double fewest_broken_lines = .005;
// Of words that are broken, one in so many stands whole elsewhere, even in short texts.
constexpr std::size_t whole_elsewhere = 10;

ByteRange letters_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  for (std::size_t at = end; at > 0; begin = at)
    if (!is_letter(previous_code_point(text, at))) break;
  return {begin, end};
}

ByteRange letters_after(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t at = begin; at < text.size(); end = at)
    if (!is_letter(next_code_point(text, at))) break;
  return {begin, end};
}

std::string lower(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (std::size_t at = 0; at < word.size();)
    append_code_point(result, lower_case(next_code_point(word, at)));
  return result;
}

/// `pattern` is a word, or the beginning of one and a star.
bool fits(std::string_view word, std::string_view pattern) {
  if (!pattern.ends_with('*')) return word == pattern;
  pattern.remove_suffix(1);
  return word.starts_with(pattern);
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(
      text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

bool ends_line(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(" \t\r", at);
  return next == std::string_view::npos || text[next] == '\n';
}

}  // namespace

Hyphenation::Hyphenation(std::string_view source, Language language) : source_(source) {
  for (const auto& row : rows_of_table(embedded::compounds_tsv)) {
    if (row[0] == language.primary())
      for (const std::string_view word : parts_of(row[1], ' '))
        compounds_.push_back(lower(word));
    if (row.size() < 3 || row[1] != language.primary()) continue;
    for (const std::string_view word : parts_of(row[2], ' '))
      read_rule(row[0], word);
  }
  read_words();
  read_line_ends();
}

void Hyphenation::read_rule(std::string_view kind, std::string_view word) {
  if (kind == "and") conjunctions_.emplace_back(word);
  if (kind == "endings") endings_.emplace_back(word);
  if (kind == "whole") whole_words_.emplace_back(word);
  if (kind == "prefixes") prefixes_.emplace_back(word);
  if (kind == "vowels")
    for (std::size_t at = 0; at < word.size();)
      vowels_ += next_code_point(word, at);
}

void Hyphenation::read_words() {
  const std::string_view text = source_.substr(0, hyphen_sample);
  std::string before;   // the word before a hyphen
  bool broken = false;  // the last word ended a line with a hyphen
  for (std::size_t at = 0; at < text.size();) {
    const ByteRange range = letters_after(text, at);
    if (range.empty()) {
      (void)next_code_point(text, at);
      before.clear();
      continue;
    }
    std::string word = lower(range.of(text));
    at = range.end;
    const bool hyphen = text.substr(at).starts_with('-');
    const bool breaks = hyphen && ends_line(text, at + 1);
    // A word that might be half a word is none to go by.
    if (!broken && !breaks) ++words_[word].alone;
    if (!before.empty()) {
      ++words_[before].before_hyphen;
      ++words_[word].after_hyphen;
      if (!breaks) ++words_[before + '-' + word].alone;
    }
    broken = breaks;
    before.clear();
    if (hyphen) {
      ++at;
      before = std::move(word);
    }
  }
}

void Hyphenation::read_line_ends() {
  std::size_t lines = 0;
  std::size_t broken = 0;
  std::size_t whole = 0;
  const std::string_view text = source_.substr(0, hyphen_sample);
  for (std::size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    const std::size_t last = text.find_last_not_of(" \t\r", end == 0 ? 0 : end - 1);
    if (last == std::string_view::npos || text[last] == '\n') continue;
    ++lines;
    if (text[last] != '-') continue;
    const std::size_t next =
        std::min(text.find_first_not_of(" \t\r\n\f", end), text.size());
    const ByteRange head = letters_before(text, last);
    const ByteRange tail = letters_after(text, next);
    if (head.empty() || tail.empty() || !is_lower_case(code_point_at(text, next))) continue;
    ++broken;
    if (words_.contains(lower(head.of(text)) + lower(tail.of(text)))) ++whole;
  }
  const bool seen_whole = whole > 0 && whole * whole_elsewhere >= broken;
  breaks_words_ = seen_whole || rather_breaks_words(broken, lines);
}

/// So many of so many lines end in hyphens: is that likelier where words are broken than
/// where they end in hyphens as often as other words are parts of compounds?
bool Hyphenation::rather_breaks_words(std::size_t broken, std::size_t lines) const {
  std::size_t words = 0;
  std::size_t heads = 0;
  for (const auto& [word, uses] : words_) {
    words += uses.alone;
    heads += uses.before_hyphen;
  }
  const double compounds =
      words == 0 ? 0 : static_cast<double>(heads) / static_cast<double>(words);
  const double rarely =
      std::min(std::max(compounds, fewest_broken_lines), broken_lines / 2);
  const auto ends = static_cast<double>(broken);
  const auto others = static_cast<double>(lines) - ends;
  return ends * std::log(broken_lines / rarely) +
             others * std::log((1 - broken_lines) / (1 - rarely)) >
         0;
}

Hyphenation::Uses Hyphenation::uses_of(const std::string& word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? Uses{} : found->second;
}

bool Hyphenation::is_listed(const Halves& halves) const {
  return std::ranges::any_of(compounds_, [&](std::string_view compound) {
    const std::size_t hyphen = compound.find('-');
    if (hyphen == std::string_view::npos) return compound == halves.head;
    return fits(halves.head, compound.substr(0, hyphen)) &&
           fits(halves.tail, compound.substr(hyphen + 1));
  });
}

/// SARS-like, state-of-the-art, Т-клеточный, hospital-acquired-pneumonia.
bool Hyphenation::looks_compound(ByteRange head, ByteRange tail) const {
  const bool capital = is_upper_case(code_point_before(source_, head.end));
  const bool more_before = head.begin > 0 && source_[head.begin - 1] == '-';
  const bool more_behind = source_.substr(tail.end).starts_with('-') &&
                           is_letter(code_point_at(source_, tail.end + 1));
  const bool two_scripts = is_ascii(head.of(source_)) && !is_ascii(tail.of(source_)) &&
                           code_point_at(source_, tail.begin) >= 0x0370;
  return capital || more_before || more_behind || two_scripts;
}

/// Where a syllable can't begin with a vowel, but after a prefix: anti-inflammatoire.
bool Hyphenation::breaks_no_syllable(const Halves& halves) const {
  const char32_t first = code_point_at(halves.tail, 0);
  return !vowels_.empty() && vowels_.find(first) != std::u32string::npos &&
         std::ranges::find(prefixes_, halves.head) == prefixes_.end();
}

/// health-conscious, awareness-raising; but develop-ment, represent-ative.
bool Hyphenation::goes_on_with_word(const Halves& halves) const {
  constexpr std::u32string_view vowels = U"aeiouyаеёиоуыэюяйьъ";
  const auto is_ending = [&](std::string_view ending) {
    return halves.tail.starts_with(ending);
  };
  return !endings_.empty() && count_code_points(halves.head) >= long_head &&
         uses_of(halves.head).alone > 0 && count_code_points(halves.tail) > shortest_half &&
         vowels.find(code_point_at(halves.tail, 0)) == std::u32string_view::npos &&
         std::ranges::none_of(endings_, is_ending);
}

bool Hyphenation::is_known_compound(const Halves& halves) const {
  const Uses head = uses_of(halves.head);
  const Uses tail = uses_of(halves.tail);
  const bool long_tail = count_code_points(halves.tail) >= shortest_half;
  const bool head_is_word =
      count_code_points(halves.head) >= shortest_half && head.alone > 0;
  const bool tail_is_word = long_tail && tail.alone > 0;
  return (head_is_word || head.before_hyphen > 0) &&
         (tail_is_word || (long_tail && tail.after_hyphen > 0));
}

Join Hyphenation::at(ByteRange line, ByteRange next) const {
  std::size_t hyphen = line.end;
  const char32_t mark = previous_code_point(source_, hyphen);
  if (mark == soft_hyphen) return Join::mend_hyphen;
  const ByteRange first = letters_before(source_, hyphen);
  const ByteRange second = letters_after(source_, next.begin);
  if (first.empty()) {
    const bool dash = second.empty() || line.size() == 1 ||
                      is_white_space(code_point_before(source_, hyphen));
    return dash ? Join::space : Join::nothing;
  }
  if (!is_lower_case(code_point_at(source_, next.begin))) return Join::nothing;

  const Halves halves{lower(first.of(source_)), lower(second.of(source_))};
  const std::uint32_t whole = uses_of(halves.head + halves.tail).alone;
  const std::uint32_t parted = uses_of(halves.head + '-' + halves.tail).alone;
  if (whole > 0 || parted > 0) return whole >= parted ? Join::mend_hyphen : Join::nothing;
  const bool hangs = std::ranges::find(conjunctions_, halves.tail) != conjunctions_.end();
  if (hangs && !source_.substr(second.end).starts_with('-')) return Join::space;
  if (std::ranges::find(whole_words_, halves.head + halves.tail) != whole_words_.end())
    return Join::mend_hyphen;
  const bool compound = mark == real_hyphen || looks_compound(first, second) ||
                        is_listed(halves) || !breaks_words_ || is_known_compound(halves) ||
                        goes_on_with_word(halves) || breaks_no_syllable(halves);
  return compound ? Join::nothing : Join::mend_hyphen;
}

}  // namespace hexapla
