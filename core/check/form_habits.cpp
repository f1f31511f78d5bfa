#include "check/form_habits.hpp"

#include "text/code_point.hpp"

namespace hexapla {
namespace {

double share_of_forms(std::size_t part, std::size_t all) {
  return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
}

bool is_blank(char32_t letter) {
  return letter == U' ' || letter == U'\u00A0';
}

bool is_high_mark(char32_t mark) {
  return mark == U':' || mark == U';' || mark == U'!' || mark == U'?' || mark == U'»';
}

}  // namespace

EndMark end_mark_of(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    const char32_t mark = previous_code_point(text, at);
    switch (mark) {
      case U'?':
      case U'？':
      case U'؟':
        return EndMark::question;
      case U'!':
      case U'！':
        return EndMark::exclamation;
      case U':':
      case U'：':
        return EndMark::colon;
      case U';':
      case U'；':
      case U'؛':
        return EndMark::semicolon;
      case U'.':
      case U'。':
      case U'．':
      case U'۔':
      case U'…':
        return EndMark::full_stop;
      default:
        // Marks may be before a closing quotation mark or after it.
        if (is_white_space(mark) || is_closing_mark(mark) || mark == U'“') continue;
        return EndMark::none;
    }
  }
  return EndMark::none;
}

std::vector<ByteRange> odd_blanks_in(std::string_view text) {
  std::vector<ByteRange> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_blank(next_code_point(text, at))) continue;
    std::size_t blanks = 1;
    while (is_blank(code_point_at(text, at))) {
      (void)next_code_point(text, at);
      ++blanks;
    }
    if (blanks > 1 || begin == 0 || at == text.size()) found.push_back({begin, at});
  }
  return found;
}

void FormHabits::add(std::string_view source, std::string_view target) {
  ++pairs_;
  if (!odd_blanks_in(target).empty()) ++odd_blanks_;
  ++ends_.at(static_cast<std::size_t>(end_mark_of(source)))
        .at(static_cast<std::size_t>(end_mark_of(target)));
  char32_t before = 0;
  for (std::size_t at = 0; at < target.size();) {
    const char32_t letter = next_code_point(target, at);
    if (is_high_mark(letter)) {
      if (before == U'\u00A0' || before == U'\u202F') ++no_break_spaces_;
      if (before == U' ') ++plain_spaces_;
    }
    before = letter;
  }
}

double FormHabits::share_with_odd_blanks() const {
  return share_of_forms(odd_blanks_, pairs_);
}

std::optional<double> FormHabits::share_of_ends(EndMark source, EndMark target) const {
  constexpr std::size_t enough = 20;  // pairs
  const auto& row = ends_.at(static_cast<std::size_t>(source));
  std::size_t all = 0;
  for (const std::size_t count : row)
    all += count;
  const std::size_t here = row.at(static_cast<std::size_t>(target));
  if (all <= enough || here == 0) return std::nullopt;
  return share_of_forms(here - 1, all - 1);
}

bool FormHabits::keeps_no_break_spaces() const {
  constexpr std::size_t enough = 10;
  constexpr std::size_t nearly_always = 9;  // times as often as plain ones
  return no_break_spaces_ >= enough && no_break_spaces_ >= plain_spaces_ * nearly_always;
}

}  // namespace hexapla
