#include "document/encoding/decode.hpp"

#include "document/encoding/guess_encoding.hpp"
#include "text/code_point.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace hexapla {
namespace {

// Offsets are kept in 32 bits; a United Nations document is a few megabytes at most. A
// third of them, since UTF-8 can take three bytes for one of the source.
constexpr std::size_t largest_source = std::numeric_limits<std::uint32_t>::max() / 2;

// Well-formed sequences for each ill-formed one above which bytes are damaged UTF-8 rather
// than another encoding. In GB18030 and windows-125x it is one to five at most.
constexpr std::size_t damaged_utf8 = 2;

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};
// The longer ones first: the mark of UTF-32LE begins as that of UTF-16LE.
constexpr std::array marks{
    Mark{byte_order_mark, "UTF-8"},        Mark{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    Mark{{"\0\0\xFE\xFF", 4}, "UTF-32BE"}, Mark{"\xFF\xFE", "UTF-16LE"},
    Mark{"\xFE\xFF", "UTF-16BE"},          Mark{"\x84\x31\x95\x33", "GB18030"}};

const Mark* mark_of(std::string_view bytes) {
  const auto* const found = std::ranges::find_if(
      marks, [&](const Mark& mark) { return bytes.starts_with(mark.bytes); });
  return found == marks.end() ? nullptr : found;
}

std::uint32_t narrow(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

/// `line` counts from 1, `byte` from 0 and in the file.
[[noreturn]] void refuse(std::string_view name, std::size_t line, std::size_t byte,
                         const std::string& words) {
  throw Error(Fault::malformed, {std::string(name), line},
              words + " at byte " + std::to_string(byte));
}

std::size_t line_at(std::string_view text, std::size_t byte) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, byte), '\n'));
}

[[noreturn]] void refuse_as_utf8(std::string_view bytes, std::string_view name,
                                 std::size_t bad) {
  throw Error(Fault::malformed, {std::string(name), line_at(bytes, bad)},
              "not UTF-8 text at byte " + std::to_string(bad) +
                  "; mend it there, or name its encoding: --encoding windows-1252");
}

/// `bytes` are well-formed.
Decoded as_utf8(std::string_view bytes) {
  const std::size_t begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  Decoded decoded;
  decoded.text = bytes.substr(begin);
  if (!decoded.text.empty())
    decoded.origin.append(
        {0, narrow(decoded.text.size()), narrow(begin), narrow(decoded.text.size()), true});
  decoded.encoding = "UTF-8";
  return decoded;
}

Decoded decode_utf8(std::string_view bytes, std::string_view name) {
  if (const auto bad = find_ill_formed(bytes)) refuse_as_utf8(bytes, name, *bad);
  return as_utf8(bytes);
}

/// The place in the file of byte `at` of the text.
std::size_t source_at(const SourceMap& origin, std::size_t at) {
  return origin.hull_of({at, at + 1}).begin;
}

Decoded decode_other(std::string_view bytes, std::string_view name,
                     const std::string& encoding) {
  const Mark* const mark = mark_of(bytes);
  const std::size_t begin =
      mark != nullptr && encoding.starts_with(mark->encoding) ? mark->bytes.size() : 0;
  Transcoded result = transcoded(bytes.substr(begin), encoding);
  if (result.ill_formed_at)
    refuse(name, line_at(result.text, result.text.size()), begin + *result.ill_formed_at,
           "not " + encoding + " text");
  if (result.text.size() > largest_source)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "larger than 2 GiB in UTF-8; cut it into parts");
  Decoded decoded;
  for (const Stretch& stretch : result.stretches)
    decoded.origin.append({narrow(stretch.text_begin),
                           narrow(stretch.characters * stretch.text_step),
                           narrow(begin + stretch.source_begin),
                           narrow(stretch.characters * stretch.source_step), true,
                           stretch.text_step, stretch.source_step});
  decoded.text = std::move(result.text);
  decoded.encoding = encoding;
  return decoded;
}

/// True when `bytes` hold too much UTF-8 to be something else.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t well_formed = 0;
  std::size_t ill_formed_ones = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    if (next_code_point(bytes, at) == ill_formed) {
      ++ill_formed_ones;
    } else if (at > begin + 1) {
      ++well_formed;
    }
  }
  return well_formed > damaged_utf8 * ill_formed_ones;
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

/// As nobody named it, so that it has to be told.
Decoded decode_uncertain(std::string_view bytes, std::string_view name,
                         const std::string& encoding) {
  Decoded decoded = decode_other(bytes, name, encoding);
  decoded.certain = false;
  return decoded;
}

Decoded decode_by_statistics(std::string_view bytes, std::string_view name) {
  const EncodingGuess guess = guess_encoding(bytes);
  if (guess.clear) return decode_uncertain(bytes, name, guess.encoding);
  const std::size_t bad = find_ill_formed(bytes).value_or(bytes.find('\0'));
  const std::string words =
      guess.candidates.empty()
          ? "; no encoding of text fits; is it a text?"
          : ", and can't tell which encoding it is: " + listed(guess.candidates) +
                "; name it: --encoding " + guess.candidates.front();
  throw Error(Fault::malformed, {std::string(name), line_at(bytes, bad)},
              "not UTF-8 text at byte " + std::to_string(bad) + words);
}

/// The encoding of seven bits that `bytes` announce, if they do: escape sequences of ISO
/// 2022 (RFC 1922), or the ~{ and ~} of HZ (RFC 1843). They would pass for ASCII; a text
/// with other bytes is in none of them.
std::optional<std::string> seven_bit_encoding(std::string_view bytes) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  if (!std::ranges::all_of(bytes, is_ascii)) return std::nullopt;
  using Sequence = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Sequence, 4> sequences{{{"\x1B$)A", "ISO-2022-CN"},
                                               {"\x1B$)G", "ISO-2022-CN"},
                                               {"\x1B$)C", "ISO-2022-KR"},
                                               {"\x1B$B", "ISO-2022-JP"}}};
  for (const auto& [sequence, encoding] : sequences)
    if (bytes.find(sequence) != std::string_view::npos) return std::string(encoding);
  constexpr std::size_t least_runs = 2;  // of Chinese
  std::size_t runs = 0;
  for (std::size_t at = bytes.find("~{"); at != std::string_view::npos;
       at = bytes.find("~{", at)) {
    const std::size_t begin = at + 2;
    const std::size_t end = bytes.find("~}", begin);
    if (end == std::string_view::npos || end == begin || (end - begin) % 2 != 0 ||
        !std::ranges::all_of(bytes.substr(begin, end - begin),
                             [](char byte) { return byte > ' ' && byte < '\x7F'; }))
      return std::nullopt;
    ++runs;
    at = end;
  }
  return runs >= least_runs ? std::optional<std::string>("HZ") : std::nullopt;
}

Decoded decode_any(std::string_view bytes, std::string_view name) {
  if (const Mark* const mark = mark_of(bytes)) {
    if (mark->encoding == "UTF-8") return decode_utf8(bytes, name);
    return decode_other(bytes, name, std::string(mark->encoding));
  }
  const bool has_nul = bytes.find('\0') != std::string_view::npos;
  if (!has_nul) {
    const auto bad = find_ill_formed(bytes);
    if (!bad) {
      const auto seven_bit = seven_bit_encoding(bytes);
      return seven_bit ? decode_uncertain(bytes, name, *seven_bit) : as_utf8(bytes);
    }
    if (is_damaged_utf8(bytes)) refuse_as_utf8(bytes, name, *bad);
  }
  return decode_by_statistics(bytes, name);
}

Decoded decode_as(std::string_view bytes, std::string_view name,
                  const std::string& encoding) {
  const auto known = encoding_named(encoding);
  if (!known)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "there is no encoding named \"" + encoding +
                    "\"; some that are: UTF-8, UTF-16LE, GB18030, Big5, windows-1251, "
                    "windows-1252, windows-1256, KOI8-R, ISO-8859-1");
  return *known == "UTF-8" ? decode_utf8(bytes, name) : decode_other(bytes, name, *known);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view name,
               const std::optional<std::string>& encoding) {
  if (bytes.size() > largest_source)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "larger than 2 GiB; cut it into parts");
  Decoded decoded = encoding ? decode_as(bytes, name, *encoding) : decode_any(bytes, name);
  if (const auto nul = decoded.text.find('\0'); nul != std::string::npos)
    refuse(name, line_at(decoded.text, nul), source_at(decoded.origin, nul),
           "a NUL character, which no text has,");
  require_lines(decoded.text, name);
  return decoded;
}

}  // namespace hexapla
