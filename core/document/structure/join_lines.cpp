#include "document/structure/join_lines.hpp"

#include "document/structure/han_spacing.hpp"
#include "document/structure/hyphenation.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <optional>

namespace hexapla {
namespace {

constexpr char32_t first_wide_mark = 0x3000;

bool is_hyphen(char32_t code_point) {
  return code_point == U'-' || code_point == 0x2010 || code_point == 0x00AD;
}

/// Dashes and slashes are between spaces or between none.
bool is_joint(char32_t code_point) {
  constexpr std::u32string_view joints = U"/–—";
  return joints.find(code_point) != std::u32string_view::npos;
}

/// Full-width punctuation, and the marks that Chinese shares with Latin scripts.
bool is_wide_mark(char32_t code_point) {
  constexpr std::u32string_view shared = U"“”‘’…—·";
  return (code_point >= 0x3000 && code_point <= 0x303F) ||
         (code_point >= 0xFF00 && code_point <= 0xFF60) ||
         shared.find(code_point) != std::u32string_view::npos;
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
  std::optional<Hyphenation> hyphenation;
  std::optional<HanSpacing> han_spacing;

  [[nodiscard]] Join at_han(ByteRange line, ByteRange next) const;
};

LineJoiner::LineJoiner(std::string_view source, Language language)
    : habits_(std::make_unique<Habits>()) {
  habits_->source = source;
  if (language.spaceless()) habits_->han_spacing.emplace(source);
  if (source.find("-\n") != std::string_view::npos ||
      source.find("- \n") != std::string_view::npos ||
      source.find("-\r") != std::string_view::npos)
    habits_->hyphenation.emplace(source, language);
}

LineJoiner::~LineJoiner() = default;
LineJoiner::LineJoiner(LineJoiner&&) noexcept = default;
LineJoiner& LineJoiner::operator=(LineJoiner&&) noexcept = default;

ByteRange LineJoiner::hyphen_of(ByteRange line) const noexcept {
  std::size_t begin = line.end;
  (void)previous_code_point(habits_->source, begin);
  return {begin, line.end};
}

Join LineJoiner::between(ByteRange line, ByteRange next) const {
  constexpr char32_t zero_width_space = 0x200B;
  constexpr char32_t em_dash = U'—';
  const std::string_view source = habits_->source;
  std::size_t before_last = line.end;
  const char32_t last = previous_code_point(source, before_last);
  std::size_t behind_first = next.begin;
  const char32_t first = next_code_point(source, behind_first);
  if (ends_inside_url(line.of(source))) return Join::nothing;
  if (is_hyphen(last))
    return habits_->hyphenation ? habits_->hyphenation->at(line, next) : Join::nothing;
  if (last == zero_width_space || first == zero_width_space) return Join::nothing;
  const bool at_bracket = habits_->han_spacing && (first == U'(' || first == U'[');
  if (is_han(last) || is_han(first) || at_bracket) return habits_->at_han(line, next);
  // “ and ” belong to Latin scripts too: alone they prove nothing.
  if ((last >= first_wide_mark && is_wide_mark(last)) ||
      (first >= first_wide_mark && is_wide_mark(first)))
    return Join::nothing;
  if (is_joint(last) && before_last > line.begin)
    return is_white_space(code_point_before(source, before_last)) ? Join::space
                                                                  : Join::nothing;
  const bool glued = first == em_dash && is_letter(code_point_at(source, behind_first));
  return glued ? Join::nothing : Join::space;
}

/// One of the two is Han, or the text is and one of the two is a bracket.
Join LineJoiner::Habits::at_han(ByteRange line, ByteRange next) const {
  const char32_t last = code_point_before(source, line.end);
  const char32_t first = code_point_at(source, next.begin);
  const bool last_wide = is_han(last) || is_wide_mark(last);
  const bool first_wide = is_han(first) || is_wide_mark(first);
  if (last_wide && first_wide) return Join::nothing;
  return han_spacing && han_spacing->space_between(line, next) ? Join::space
                                                               : Join::nothing;
}

}  // namespace hexapla
