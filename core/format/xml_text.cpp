#include "format/xml_text.hpp"

#include "text/code_point.hpp"

#include <array>
#include <cstdio>

namespace hexapla {
namespace {

constexpr unsigned char first_printable = 0x20;
constexpr unsigned char lead_of_noncharacters = 0xEF;  // U+FFFE is EF BF BE

/// Bytes that go out as they are, without a look at their neighbours.
constexpr std::array<bool, 256> plain_bytes(bool in_attribute) {
  std::array<bool, 256> plain{};
  for (std::size_t byte = first_printable; byte < plain.size(); ++byte)
    plain.at(byte) = true;
  for (const std::size_t special : {std::size_t{'&'}, std::size_t{'<'}, std::size_t{'>'}})
    plain.at(special) = false;
  plain.at(lead_of_noncharacters) = false;
  plain.at('"') = !in_attribute;
  plain.at('\n') = plain.at('\t') = !in_attribute;
  return plain;
}

constexpr auto plain_in_element = plain_bytes(false);
constexpr auto plain_in_attribute = plain_bytes(true);

std::string_view spelled_out(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\r':
      return "&#13;";
    case '\n':
      return "&#10;";
    case '\t':
      return "&#9;";
    default:
      return {};
  }
}

/// The character at `at`, which no table lets through. Returns: 1 when it became words.
std::size_t append_special(std::string& out, std::string_view text, std::size_t& at) {
  const std::string_view words = spelled_out(text[at]);
  if (!words.empty()) {
    out += words;
    ++at;
    return 0;
  }
  const std::size_t begin = at;
  const char32_t code_point = next_code_point(text, at);
  constexpr char32_t noncharacter = 0xFFFF;  // or the one before it
  if (code_point >= first_printable && code_point != ill_formed &&
      (code_point | 1) != noncharacter) {
    out += text.substr(begin, at - begin);
    return 0;
  }
  std::array<char, sizeof "[U+10FFFF]"> name{};
  std::snprintf(name.data(), name.size(), "[U+%04X]", static_cast<unsigned>(code_point));
  out += name.data();
  return 1;
}

}  // namespace

std::size_t append_xml(std::string& out, std::string_view text, XmlPlace place) {
  const auto& plain = place == XmlPlace::element ? plain_in_element : plain_in_attribute;
  std::size_t marked = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && plain[static_cast<unsigned char>(text[end])])
      ++end;
    out += text.substr(at, end - at);
    at = end;
    if (at < text.size()) marked += append_special(out, text, at);
  }
  return marked;
}

}  // namespace hexapla
