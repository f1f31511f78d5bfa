#include "term/tbx/names.hpp"

#include "text/code_point.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <optional>

namespace hexapla {
namespace {

constexpr int hexadecimal = 16;

bool is_ascii_letter(char32_t code_point) {
  return (code_point >= 'a' && code_point <= 'z') ||
         (code_point >= 'A' && code_point <= 'Z');
}

bool may_start_name(char32_t code_point) {
  constexpr char32_t first_beyond_latin_1_marks = 0xF8;
  return is_ascii_letter(code_point) || code_point == '_' ||
         (code_point >= first_beyond_latin_1_marks && code_point < 0x2000 &&
          is_letter(code_point));
}

bool may_continue_name(char32_t code_point) {
  return may_start_name(code_point) || (code_point >= '0' && code_point <= '9') ||
         code_point == '-' || code_point == '.';
}

std::string escaped(char32_t code_point) {
  std::array<char, sizeof "_x10FFFF_"> text{};
  std::snprintf(text.data(), text.size(), "_x%04X_", static_cast<unsigned>(code_point));
  return text.data();
}

/// The code point that `_xHHHH_` at the start of `text` stands for, and its size.
std::optional<std::pair<std::uint32_t, std::size_t>> escape_at(std::string_view text) {
  constexpr std::size_t shortest = sizeof "_x0000_" - 1;
  if (text.size() < shortest || !text.starts_with("_x")) return std::nullopt;
  const std::size_t end = text.find('_', 2);
  if (end == std::string_view::npos || end < shortest - 1 || end > shortest + 1)
    return std::nullopt;
  std::uint32_t value = 0;
  const auto [stop, error] =
      std::from_chars(text.data() + 2, text.data() + end, value, hexadecimal);
  constexpr std::uint32_t last = 0x10FFFF;
  if (error != std::errc() || stop != text.data() + end || value > last ||
      (value >= 0xD800 && value < 0xE000))
    return std::nullopt;
  return std::pair(value, end + 1);
}

void append_utf8(std::string& text, std::uint32_t code_point) {
  const auto part = [&](unsigned lead, unsigned shift) {
    constexpr unsigned low_bits = 0x3F;
    text.push_back(static_cast<char>(lead == 0x80
                                         ? lead | ((code_point >> shift) & low_bits)
                                         : lead | (code_point >> shift)));
  };
  if (code_point < 0x80) {
    text.push_back(static_cast<char>(code_point));
  } else if (code_point < 0x800) {
    part(0xC0, 6), part(0x80, 0);
  } else if (code_point < 0x10000) {
    part(0xE0, 12), part(0x80, 6), part(0x80, 0);
  } else {
    part(0xF0, 18), part(0x80, 12), part(0x80, 6), part(0x80, 0);
  }
}

/// Bytes that may not be in the quoted value of an instruction, as %HH.
std::string percent_encoded(std::string_view value) {
  std::string result;
  for (const char byte : value) {
    if (byte != '"' && byte != '%' && byte != '?' && byte != '&' && byte != '<' &&
        (byte < 0 || byte >= ' ')) {
      result.push_back(byte);
      continue;
    }
    std::array<char, sizeof "%00"> text{};
    std::snprintf(text.data(), text.size(), "%%%02X",
                  static_cast<unsigned>(static_cast<unsigned char>(byte)));
    result += text.data();
  }
  return result;
}

std::string percent_decoded(std::string_view value) {
  std::string result;
  for (std::size_t at = 0; at < value.size(); ++at) {
    unsigned code = 0;
    if (value[at] == '%' && at + 2 < value.size() &&
        std::from_chars(value.data() + at + 1, value.data() + at + 3, code, hexadecimal)
                .ptr == value.data() + at + 3) {
      result.push_back(static_cast<char>(code));
      at += 2;
    } else {
      result.push_back(value[at]);
    }
  }
  return result;
}

}  // namespace

std::string tbx_id_from(std::string_view concept_id) {
  std::string id;
  for (std::size_t at = 0; at < concept_id.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(concept_id, at);
    const bool is_first = begin == 0;
    const bool misread = escape_at(concept_id.substr(begin)).has_value() ||
                         (is_first && concept_id.starts_with(tbx_term_id_prefix));
    const bool allowed =
        is_first ? may_start_name(code_point) : may_continue_name(code_point);
    if (allowed && !misread) {
      id += concept_id.substr(begin, at - begin);
    } else {
      id += escaped(code_point);
    }
  }
  return id;
}

std::string concept_id_from(std::string_view tbx_id) {
  std::string id;
  for (std::size_t at = 0; at < tbx_id.size();) {
    if (const auto escape = escape_at(tbx_id.substr(at))) {
      append_utf8(id, escape->first);
      at += escape->second;
    } else {
      id.push_back(tbx_id[at++]);
    }
  }
  return id;
}

std::string instruction_from(const TbxExtras& extras) {
  std::string instruction;
  for (const auto& [name, value] : extras) {
    if (!instruction.empty()) instruction.push_back(' ');
    instruction += name + "=\"" + percent_encoded(value) + '"';
  }
  return instruction;
}

TbxExtras extras_from(std::string_view instruction) {
  TbxExtras extras;
  for (std::size_t at = 0; at < instruction.size();) {
    const std::size_t equals = instruction.find("=\"", at);
    if (equals == std::string_view::npos) break;
    const std::size_t end = instruction.find('"', equals + 2);
    if (end == std::string_view::npos) break;
    const std::size_t name = instruction.find_first_not_of(' ', at);
    extras.emplace_back(instruction.substr(name, equals - name),
                        percent_decoded(instruction.substr(equals + 2, end - equals - 2)));
    at = end + 1;
  }
  return extras;
}

std::string part_of_speech_from_tbx(std::string_view part) {
  if (part == "properNoun") return "proper_noun";
  if (part == "other") return "phrase";
  return std::string(part);
}

}  // namespace hexapla
