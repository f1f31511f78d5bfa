#include "format/utf8_xml.hpp"

#include "format/recoded_stream.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <sstream>
#include <string>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t longest_declaration = 256;  // bytes

/// Where in the declaration the name of the encoding stands.
ByteRange named_encoding(std::string_view start) {
  const std::string_view declaration = start.substr(0, start.find("?>"));
  const std::size_t word = declaration.find("encoding");
  if (!declaration.starts_with("<?xml") || word == std::string_view::npos) return {};
  const std::size_t open = declaration.find_first_of("\"'", word);
  if (open == std::string_view::npos) return {};
  const std::size_t close = declaration.find(declaration[open], open + 1);
  if (close == std::string_view::npos) return {};
  return {open + 1, close};
}

/// "UTF-16LE" by a mark or by the zeros beside `<`; what the declaration says; empty for
/// UTF-8. Source: XML 1.0, appendix F.
std::string encoding_of(std::string_view start) {
  if (start.starts_with("\xFF\xFE") || start.starts_with(std::string_view("<\0", 2)))
    return "UTF-16LE";
  if (start.starts_with("\xFE\xFF") || start.starts_with(std::string_view("\0<", 2)))
    return "UTF-16BE";
  if (start.starts_with(byte_order_mark)) return {};
  std::string encoding(named_encoding(start).of(start));
  std::ranges::transform(encoding, encoding.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  constexpr std::array<std::string_view, 4> plain{"", "utf-8", "utf8", "us-ascii"};
  return std::ranges::find(plain, encoding) == plain.end() ? encoding : std::string();
}

}  // namespace

std::unique_ptr<std::istream> utf8_xml(std::istream& in, std::string_view name) {
  std::string start = first_bytes(in, longest_declaration, name);
  const std::string encoding = encoding_of(start);
  if (encoding.empty()) return continued(std::move(start), in);
  std::string text = recoded(std::move(start), in, encoding, name);
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  const ByteRange named = named_encoding(text);
  if (!named.empty()) text.replace(named.begin, named.size(), "UTF-8");
  return std::make_unique<std::istringstream>(std::move(text));
}

}  // namespace hexapla
