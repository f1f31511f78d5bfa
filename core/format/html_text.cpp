#include "format/html_text.hpp"

namespace hexapla {
namespace {

bool is_control(char character) {
  return static_cast<unsigned char>(character) < 0x20 && character != '\n' &&
         character != '\t';
}

std::string picture_of(char control) {
  // U+2400 SYMBOL FOR NULL and the 31 after it: E2 90 80 and on in UTF-8.
  std::string picture = "\xE2\x90\x80";
  picture.back() = static_cast<char>(picture.back() + control);
  return picture;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char character : text) {
    switch (character) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        if (is_control(character)) {
          html += picture_of(character);
        } else {
          html += character;
        }
    }
  }
  return html;
}

}  // namespace hexapla
