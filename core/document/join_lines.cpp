#include "document/join_lines.hpp"

#include "document_data.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace hexapla {
namespace {

using Words = std::unordered_map<std::string, std::uint32_t>;  // with their counts

constexpr char32_t soft_hyphen = 0x00AD;
// Shorter halves of a broken word are syllables more often than words.
constexpr std::size_t shortest_half = 4;  // letters

bool is_hyphen(char32_t code_point) {
  return code_point == U'-' || code_point == 0x2010 || code_point == soft_hyphen;
}

/// Full-width punctuation, and the marks that Chinese shares with Latin scripts.
bool is_wide_mark(char32_t code_point) {
  constexpr std::u32string_view shared = U"“”‘’…—·";
  return (code_point >= 0x3000 && code_point <= 0x303F) ||
         (code_point >= 0xFF00 && code_point <= 0xFF60) ||
         shared.find(code_point) != std::u32string_view::npos;
}

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

/// The folded words of `text`, and its compounds with hyphens as they stand inside a line.
Words vocabulary_of(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const ByteRange word = letters_after(text, at);
    if (word.empty()) {
      (void)next_code_point(text, at);
      continue;
    }
    ++words[folded(word.of(text))];
    at = word.end;
    if (!text.substr(at).starts_with('-')) continue;
    if (const ByteRange second = letters_after(text, at + 1); !second.empty())
      ++words[folded(ByteRange{word.begin, second.end}.of(text))];
  }
  return words;
}

std::vector<std::string> compounds_of(Language language) {
  std::vector<std::string> words;
  for (const auto& row : rows_of_table(embedded::compounds_tsv))
    if (row[0] == language.primary())
      for (const std::string_view word : parts_of(row[1], ' '))
        words.push_back(folded(word));
  return words;
}

/// `pattern` is a word, or the beginning of one and a star.
bool fits(std::string_view word, std::string_view pattern) {
  if (!pattern.ends_with('*')) return word == pattern;
  pattern.remove_suffix(1);
  return word.starts_with(pattern);
}

/// True when the text rather writes `10 月` than `10月`.
bool spaces_around_digits(std::string_view text) {
  std::size_t spaced = 0;
  std::size_t tight = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool han = is_han(next_code_point(text, at));
    if (!han || at >= text.size()) continue;
    if (is_digit(code_point_at(text, at))) ++tight;
    if (text[at] == ' ' && is_digit(code_point_at(text, at + 1))) ++spaced;
  }
  return spaced > tight;
}

/// True when `line` ends inside a URL that can go on in the next line.
bool ends_inside_url(std::string_view line) {
  constexpr std::string_view joints = "-/_.?=&%~#+";
  if (joints.find(line.back()) == std::string_view::npos) return false;
  const std::size_t space = line.find_last_of(" \t");
  const std::string_view token =
      line.substr(space == std::string_view::npos ? 0 : space + 1);
  return token.find("://") != std::string_view::npos ||
         token.find("www.") != std::string_view::npos || std::ranges::count(token, '/') > 1;
}

}  // namespace

struct LineJoiner::Habits {
  std::string_view source;
  Words vocabulary;
  std::vector<std::string> compounds;
  bool spaces_around_digits = false;

  [[nodiscard]] bool is_compound(std::string_view head, std::string_view tail) const;
  [[nodiscard]] Join at_hyphen(ByteRange line, ByteRange next) const;
};

LineJoiner::LineJoiner(std::string_view source, Language language)
    : habits_(std::make_unique<Habits>()) {
  habits_->source = source;
  if (language.spaceless()) {
    habits_->spaces_around_digits = spaces_around_digits(source);
  } else if (source.find("-\n") != std::string_view::npos ||
             source.find("- \n") != std::string_view::npos ||
             source.find("-\r") != std::string_view::npos) {
    habits_->vocabulary = vocabulary_of(source);
    habits_->compounds = compounds_of(language);
  }
}

LineJoiner::~LineJoiner() = default;
LineJoiner::LineJoiner(LineJoiner&&) noexcept = default;
LineJoiner& LineJoiner::operator=(LineJoiner&&) noexcept = default;

bool LineJoiner::Habits::is_compound(std::string_view head, std::string_view tail) const {
  return std::ranges::any_of(compounds, [&](std::string_view compound) {
    const std::size_t hyphen = compound.find('-');
    if (hyphen == std::string_view::npos) return compound == head;
    return fits(head, compound.substr(0, hyphen)) &&
           fits(tail, compound.substr(hyphen + 1));
  });
}

Join LineJoiner::Habits::at_hyphen(ByteRange line, ByteRange next) const {
  std::size_t hyphen = line.end;
  const char32_t mark = previous_code_point(source, hyphen);
  const ByteRange first = letters_before(source, hyphen);
  const ByteRange second = letters_after(source, next.begin);
  if (mark == soft_hyphen) return Join::mend_hyphen;
  if (first.empty())
    return second.empty() || line.size() == 1 ? Join::space : Join::nothing;
  if (!is_lower_case(code_point_at(source, next.begin))) return Join::nothing;

  const std::string head = folded(first.of(source));
  const std::string tail = folded(second.of(source));
  if (vocabulary.contains(head + tail)) return Join::mend_hyphen;
  if (vocabulary.contains(head + '-' + tail)) return Join::nothing;
  if (is_compound(head, tail)) return Join::nothing;
  const auto stands_elsewhere = [&](const std::string& word) {
    const auto found = vocabulary.find(word);  // once for the break itself
    return count_code_points(word) >= shortest_half && found != vocabulary.end() &&
           found->second > 1;
  };
  if (stands_elsewhere(head) && stands_elsewhere(tail)) return Join::nothing;
  return Join::mend_hyphen;
}

ByteRange LineJoiner::hyphen_of(ByteRange line) const noexcept {
  std::size_t begin = line.end;
  (void)previous_code_point(habits_->source, begin);
  return {begin, line.end};
}

Join LineJoiner::between(ByteRange line, ByteRange next) const {
  const std::string_view source = habits_->source;
  const char32_t last = code_point_before(source, line.end);
  const char32_t first = code_point_at(source, next.begin);
  if (ends_inside_url(line.of(source))) return Join::nothing;
  if (is_hyphen(last)) return habits_->at_hyphen(line, next);
  if (last == U'/') return Join::nothing;

  const bool last_wide = is_han(last) || is_wide_mark(last);
  const bool first_wide = is_han(first) || is_wide_mark(first);
  if (!is_han(last) && !is_han(first)) {
    // “ and ” belong to Latin scripts too: alone they prove nothing.
    const bool chinese_marks =
        (last >= 0x3000 && last_wide) || (first >= 0x3000 && first_wide);
    return chinese_marks ? Join::nothing : Join::space;
  }
  if (last_wide && first_wide) return Join::nothing;
  const char32_t other = is_han(last) ? first : last;
  const bool word = is_letter(other) || is_digit(other);
  return word && habits_->spaces_around_digits ? Join::space : Join::nothing;
}

}  // namespace hexapla
