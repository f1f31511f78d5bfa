#include "document/markup/text.hpp"

#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <libxml/HTMLparser.h>

namespace hexapla {
namespace {

constexpr std::size_t longest_reference = 40;  // bytes between & and ;
constexpr char32_t last_code_point = 0x10FFFF;

// What people who write &#146; mean: Windows-1252. 0 where it has no character.
constexpr char32_t first_windows = 0x80;
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Reference {
  char32_t code_point = 0;
  std::size_t end = 0;
};

/// Not a character of a text: NUL, controls, surrogates, what is beyond Unicode.
bool is_no_text(char32_t code_point) {
  const bool control = code_point < 0x20 && code_point != U'\t' && code_point != U'\n' &&
                       code_point != U'\r';
  return control || code_point > last_code_point ||
         (code_point >= 0xD800 && code_point <= 0xDFFF);
}

std::optional<Reference> numeric_reference(std::string_view source, std::size_t at,
                                           Markup markup) {
  const bool hexadecimal = at + 2 < source.size() && (source[at + 2] | 0x20) == 'x';
  const char* const begin = source.data() + at + (hexadecimal ? 3 : 2);
  const char* const last = source.data() + source.size();
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(begin, last, number, hexadecimal ? 16 : 10);
  if (error != std::errc() || end == begin) return std::nullopt;
  Reference found{number, static_cast<std::size_t>(end - source.data())};
  if (markup == Markup::html && number >= first_windows &&
      number < first_windows + windows_1252.size())
    found.code_point = windows_1252.at(number - first_windows);
  if (found.code_point == 0 || is_no_text(found.code_point)) return std::nullopt;
  if (found.end < source.size() && source[found.end] == ';') ++found.end;
  return found;
}

std::optional<char32_t> code_point_of(const std::string& name, Markup markup) {
  if (name == "amp") return U'&';
  if (name == "lt") return U'<';
  if (name == "gt") return U'>';
  if (name == "quot") return U'"';
  if (name == "apos") return U'\'';
  if (markup == Markup::xml) return std::nullopt;
  const std::basic_string<xmlChar> key(name.begin(), name.end());
  const htmlEntityDesc* const found = htmlEntityLookup(key.c_str());
  if (found == nullptr) return std::nullopt;
  return found->value;
}

std::optional<Reference> named_reference(std::string_view source, std::size_t at,
                                         Markup markup) {
  constexpr char32_t last_without_semicolon = 0xFF;  // Latin 1: &nbsp and its like
  std::size_t end = at + 1;
  while (end < source.size() && end - at <= longest_reference &&
         ((source[end] >= '0' && source[end] <= '9') ||
          ((source[end] | 0x20) >= 'a' && (source[end] | 0x20) <= 'z')))
    ++end;
  const std::string_view name = source.substr(at + 1, end - at - 1);
  const auto code_point = code_point_of(std::string(name), markup);
  if (code_point && end < source.size() && source[end] == ';')
    return Reference{*code_point, end + 1};
  if (markup == Markup::xml) return std::nullopt;
  const std::size_t letters = std::min(name.find_first_of("0123456789"), name.size());
  const auto latin = code_point_of(std::string(name.substr(0, letters)), markup);
  if (!latin || *latin > last_without_semicolon) return std::nullopt;
  return Reference{*latin, at + 1 + letters};
}

std::optional<Reference> reference_at(std::string_view source, std::size_t at,
                                      Markup markup) {
  return source.substr(at + 1).starts_with('#') ? numeric_reference(source, at, markup)
                                                : named_reference(source, at, markup);
}

}  // namespace

std::vector<TextPiece> text_pieces(std::string_view source, ByteRange range,
                                   Markup markup) {
  const std::string_view text = source.substr(0, range.end);
  std::vector<TextPiece> pieces;
  const auto copy = [&](ByteRange part) {
    if (!part.empty()) pieces.push_back({std::string(part.of(source)), part, true});
  };
  std::size_t copied = range.begin;
  for (std::size_t at = range.begin; (at = text.find('&', at)) != std::string_view::npos;) {
    const auto found = reference_at(text, at, markup);
    if (!found) {
      ++at;
      continue;
    }
    copy({copied, at});
    pieces.push_back({{}, {at, found->end}, false});
    append_code_point(pieces.back().words, found->code_point);
    copied = at = found->end;
  }
  copy({copied, range.end});
  return pieces;
}

void append_range(std::vector<ByteRange>& ranges, ByteRange range) {
  if (!ranges.empty() && ranges.back().end == range.begin) {
    ranges.back().end = range.end;
  } else {
    ranges.push_back(range);
  }
}

std::vector<ByteRange> wordless_ranges(std::string_view source, Markup markup) {
  std::vector<ByteRange> ranges;
  const auto add = [&](ByteRange range) { append_range(ranges, range); };
  bool words = markup == Markup::html;
  MarkupScanner scanner(source, markup);
  while (const auto token = scanner.next()) {
    if (markup == Markup::xml && token->name == "t")
      words = token->kind == MarkupToken::Kind::start_tag && !token->closed;
    if (token->kind != MarkupToken::Kind::text || !words) {
      add(token->range);
      continue;
    }
    if (token->verbatim) {
      add({token->range.begin, token->inside.begin});
      add({token->inside.end, token->range.end});
      continue;
    }
    for (const TextPiece& piece : text_pieces(source, token->range, markup))
      if (!piece.copied && trimmed(piece.words, {0, piece.words.size()}).empty())
        add(piece.source);
  }
  return ranges;
}

std::string resolved_text(std::string_view source, ByteRange range, Markup markup) {
  std::string text;
  for (const TextPiece& piece : text_pieces(source, range, markup))
    text += piece.words;
  return text;
}

}  // namespace hexapla
