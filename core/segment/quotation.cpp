#include "segment/quotation.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hexapla {
namespace {

// Bytes around a mark that are looked at: 40 Han, or a line and a half of other scripts. A
// longer quotation is sentences of its own.
constexpr std::size_t longest_quotation = 120;
constexpr std::size_t longest_speaker = 60;  // bytes of `委员会主席回答说`

struct Pair {
  char32_t opening;
  char32_t closing;
  bool is_title = false;
};
constexpr std::array pairs{
    Pair{U'“', U'”'},   Pair{U'«', U'»'},         Pair{U'「', U'」'},
    Pair{U'『', U'』'}, Pair{U'《', U'》', true}, Pair{U'〈', U'〉', true},
    Pair{U'‘', U'’'},   Pair{U'"', U'"'},         Pair{U'\'', U'\''}};

/// A quotation that is open at a mark.
struct Quotation {
  std::size_t begin = 0;  ///< Of its opening mark.
  Pair marks;
};

/// No byte of `text` can begin an opening mark: most sentences hold none.
bool holds_no_mark(std::string_view text) {
  constexpr std::string_view first_bytes = "\"'\xC2\xE2\xE3";
  return std::ranges::none_of(
      first_bytes, [&](char byte) { return text.find(byte) != std::string_view::npos; });
}

/// Whether the straight quotation mark at `at` opens: without spaces only counting tells.
/// A single one before Han does; others are apostrophes.
bool opens(const Paragraph& paragraph, const MarkedPlace& place, std::size_t at) {
  if (paragraph.text[at] == '\'')
    return paragraph.spaceless && is_han(code_point_at(paragraph.text, at + 1));
  if (paragraph.spaceless) return place.in_quotes;
  const char32_t before = code_point_before(paragraph.text, at);
  return at == 0 || is_white_space(before) || (is_opening_mark(before) && before != U'"');
}

/// The innermost one that is open at `place`.
std::optional<Quotation> quotation_at(const Paragraph& paragraph,
                                      const MarkedPlace& place) {
  const std::string_view text = paragraph.text;
  const std::size_t mark = place.mark.begin;
  std::size_t begin = place.sentence;
  if (mark - begin > longest_quotation) {
    begin = mark - longest_quotation;
    while ((static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
      ++begin;
  }
  if (holds_no_mark(text.substr(begin, mark - begin))) return std::nullopt;
  std::optional<Quotation> open;
  for (std::size_t at = begin; at < mark;) {
    const std::size_t here = at;
    const char32_t next = next_code_point(text, at);
    if (open && next == open->marks.closing) {
      open.reset();
      continue;
    }
    const auto* const pair = std::ranges::find(pairs, next, &Pair::opening);
    if (pair == pairs.end()) continue;
    if ((next == U'"' || next == U'\'') && !opens(paragraph, place, here)) continue;
    open = {here, *pair};
  }
  return open;
}

/// Past the closing mark from `at` on; nullopt when there is none near.
std::optional<std::size_t> past_closing(std::string_view text, std::size_t at,
                                        const Quotation& quotation) {
  const std::size_t latest = std::min(text.size(), quotation.begin + longest_quotation);
  while (at < latest) {
    const char32_t next = next_code_point(text, at);
    if (next == quotation.marks.closing) return at;
    if (next == quotation.marks.opening || next == U'\n') return std::nullopt;
  }
  return std::nullopt;
}

/// `主席说。` at `at`: who spoke, and that they did.
bool speaker_follows(const Paragraph& paragraph, std::size_t at) {
  const std::string_view text = paragraph.text;
  std::size_t end = at;
  while (end < text.size() && end - at < longest_speaker) {
    std::size_t next = end;
    const char32_t mark = next_code_point(text, next);
    if (is_sentence_mark(mark) || continues_sentence(mark))
      return paragraph.words.ends_in_speech(text.substr(at, end - at));
    end = next;
  }
  return false;
}

/// Whether a sentence in Chinese goes on at `at`, where the quotation has ended.
bool goes_on_in_han(const Paragraph& paragraph, const Quotation& quotation,
                    const MarkedPlace& place, std::size_t at) {
  if (is_particle(code_point_at(paragraph.text, at))) return true;
  if (trimmed(paragraph.text, {place.sentence, quotation.begin}).empty())
    return speaker_follows(paragraph, at);
  const std::string_view before = paragraph.text.substr(0, quotation.begin);
  if (paragraph.words.ends_in_speech(before)) return false;  // 他高喊“停火！”会议结束。
  // A full stop inside says that the quotation is a whole sentence.
  const char32_t last = code_point_at(paragraph.text, place.mark.begin);
  return last != U'。' && last != U'.';
}

/// `说：“`: the quotation is whole sentences that stand for themselves.
bool is_introduced(std::string_view text, const Quotation& quotation) {
  const std::size_t end = trimmed(text, {0, quotation.begin}).end;
  const char32_t before = code_point_before(text, end);
  return before != U'…' && (continues_sentence(before) || is_sentence_mark(before));
}

}  // namespace

bool quotation_goes_on(const Paragraph& paragraph, const MarkedPlace& place) {
  const std::string_view text = paragraph.text;
  const auto quotation = quotation_at(paragraph, place);
  if (!quotation) return false;
  std::size_t end = place.mark.end;
  while (end < place.end && next_code_point(text, end) != quotation->marks.closing) {
  }
  const bool closed =
      end <= place.end && code_point_before(text, end) == quotation->marks.closing;
  if (closed) {
    // `”。`: the mark after it ends the sentence around it.
    for (std::size_t at = end; at < place.end;)
      if (is_sentence_mark(next_code_point(text, at))) return false;
  } else {
    const auto closing = past_closing(text, place.end, *quotation);
    if (!closing) return false;
    end = *closing;
  }
  const std::size_t at = past_white_space(text, end);
  const char32_t after = code_point_at(text, at);
  if (after == 0) return false;
  if (quotation->marks.is_title) return true;
  if (is_introduced(text, *quotation)) return false;
  if (is_lower_case(after)) return true;
  if (continues_sentence(after)) return !closed;
  return is_han(after) && goes_on_in_han(paragraph, *quotation, place, at);
}

}  // namespace hexapla
