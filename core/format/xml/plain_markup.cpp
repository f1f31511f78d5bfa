#include "format/xml/plain_markup.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr unsigned trail_bits = 6;

bool starts_name(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

bool goes_on_in_name(char byte) {
  return starts_name(byte) || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.';
}

/// Moves `at` after a name. Returns: the name; empty when there is none.
std::string_view read_name(std::string_view bytes, std::size_t& at) {
  const std::size_t begin = at;
  if (at < bytes.size() && starts_name(bytes[at]))
    while (at < bytes.size() && goes_on_in_name(bytes[at]))
      ++at;
  return bytes.substr(begin, at - begin);
}

/// The size of the character beyond ASCII at `at`; 0 when XML has none of these bytes.
/// Source: XML 1.0, production 2; RFC 3629, section 4.
std::size_t size_of_character(std::string_view text, std::size_t at) {
  const auto byte_at = [&](std::size_t place) -> unsigned {
    return place < text.size() ? static_cast<unsigned char>(text[place]) : 0;
  };
  const unsigned lead = byte_at(at);
  std::size_t size = 2;
  if (lead >= 0xE0) size = lead >= 0xF0 ? 4 : 3;
  constexpr std::array<std::uint32_t, 5> lead_bits{0, 0, 0x1F, 0x0F, 0x07};
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  if (lead < 0xC2 || lead > 0xF4) return 0;
  std::uint32_t code_point = lead & lead_bits[size];
  for (std::size_t i = 1; i < size; ++i) {
    const unsigned trail = byte_at(at + i) ^ 0x80U;
    if (trail >> trail_bits != 0) return 0;
    code_point = code_point << trail_bits | trail;
  }
  const bool is_surrogate = code_point >= 0xD800 && code_point < 0xE000;
  const bool is_none = code_point == 0xFFFE || code_point == 0xFFFF;
  return code_point < least[size] || code_point > 0x10FFFF || is_surrogate || is_none
             ? 0
             : size;
}

enum class ByteKind : std::uint8_t { plain, lead, reference, bracket, other };

constexpr std::array<ByteKind, 256> byte_kinds = [] {
  std::array<ByteKind, 256> kinds{};
  constexpr std::size_t space = 0x20;
  constexpr std::size_t first_beyond_ascii = 0x80;
  for (std::size_t byte = 0; byte < space; ++byte)
    kinds.at(byte) = ByteKind::other;
  kinds.at('\t') = kinds.at('\n') = ByteKind::plain;
  for (std::size_t byte = first_beyond_ascii; byte < kinds.size(); ++byte)
    kinds.at(byte) = ByteKind::lead;
  kinds.at('&') = ByteKind::reference;
  kinds.at(']') = ByteKind::bracket;
  kinds.at('<') = ByteKind::other;
  return kinds;
}();

ByteKind kind_of(char byte) {
  return byte_kinds[static_cast<unsigned char>(byte)];
}

/// Where what is plain at a glance ends, from `at` on: ASCII, and most letters of two and
/// three bytes. Nearly all of most documents goes through here.
std::size_t end_of_plain_run(std::string_view text, std::size_t at) {
  constexpr unsigned trail_mask = 0xC0;
  constexpr unsigned trail = 0x80;  // 10xxxxxx
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::size_t size = text.size();
  while (at < size) {
    const unsigned lead = bytes[at];
    if (byte_kinds[lead] == ByteKind::plain) {
      ++at;
    } else if (lead - 0xC2U < 0x1EU && at + 1 < size &&
               (bytes[at + 1] & trail_mask) == trail) {
      at += 2;
    } else if (lead - 0xE1U < 0x0CU && at + 2 < size &&
               (bytes[at + 1] & trail_mask) == trail &&
               (bytes[at + 2] & trail_mask) == trail) {
      at += 3;
    } else {
      return at;
    }
  }
  return at;
}

/// A value that is what is between its quotes.
bool is_plain_value(std::string_view value) {
  for (std::size_t at = 0; at < value.size();) {
    const ByteKind kind = kind_of(value[at]);
    const bool is_blank = value[at] == '\t' || value[at] == '\n';
    if (is_blank || kind == ByteKind::reference || kind == ByteKind::other) return false;
    const std::size_t size = kind == ByteKind::lead ? size_of_character(value, at) : 1;
    if (size == 0) return false;
    at += size;
  }
  return true;
}

/// The attribute at `at`, which moves after it. False when there is no plain one.
bool read_attribute(std::string_view bytes, std::size_t& at, PlainTag& tag) {
  PlainTag::Attribute attribute;
  attribute.name = read_name(bytes, at);
  if (attribute.name == "xml" && bytes.substr(at).starts_with(':')) {
    attribute.prefix = attribute.name;
    attribute.name = read_name(bytes, ++at);
    if (attribute.name != "lang") return false;
  }
  if (attribute.name.empty() || attribute.name == "xmlns" || at + 1 >= bytes.size() ||
      bytes[at] != '=')
    return false;
  const char quote = bytes[++at];
  const std::size_t end = bytes.find(quote, at + 1);
  if ((quote != '"' && quote != '\'') || end == std::string_view::npos) return false;
  attribute.value = bytes.substr(at + 1, end - at - 1);
  at = end + 1;
  for (const PlainTag::Attribute& other : tag.attributes)
    if (other.name == attribute.name && other.prefix == attribute.prefix) return false;
  tag.attributes.push_back(attribute);
  return is_plain_value(attribute.value);
}

constexpr std::array<std::pair<std::string_view, char>, 5> references{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};

/// Appends what the reference that `text` begins with stands for. Returns: its size, or 0.
std::size_t append_reference(std::string_view text, std::string& pool) {
  for (const auto& [reference, character] : references) {
    if (!text.starts_with(reference)) continue;
    pool += character;
    return reference.size();
  }
  return 0;
}

/// Where markup ends that is no tag of an element; nullopt when it is one.
struct OtherMarkup {
  std::string_view opening;
  std::string_view end;
};
constexpr std::array<OtherMarkup, 3> other_markup{
    {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};

/// The end of a tag or a DOCTYPE; npos when it is not there.
std::size_t end_of_tag(std::string_view bytes, std::size_t at) {
  char quote = 0;
  std::size_t brackets = 0;
  for (; at < bytes.size(); ++at) {
    const char byte = bytes[at];
    if (quote != 0) {
      if (byte == quote) quote = 0;
    } else if (byte == '"' || byte == '\'') {
      quote = byte;
    } else if (byte == '[') {
      ++brackets;
    } else if (byte == ']' && brackets > 0) {
      --brackets;
    } else if (byte == '>' && brackets == 0) {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t read_plain_tag(std::string_view bytes, PlainTag& tag) {
  constexpr std::size_t most_attributes = 16;
  tag.attributes.clear();
  std::size_t at = 1;
  const bool is_end = bytes.size() > 1 && bytes[1] == '/';
  if (is_end) ++at;
  tag.kind = is_end ? PlainTag::Kind::end : PlainTag::Kind::begin;
  tag.name = read_name(bytes, at);
  if (tag.name.empty()) return 0;
  while (at < bytes.size()) {
    if (bytes[at] == '>') return at + 1;
    if (is_end) return 0;
    if (bytes.substr(at).starts_with("/>")) {
      tag.kind = PlainTag::Kind::empty;
      return at + 2;
    }
    if (bytes[at++] != ' ' || tag.attributes.size() == most_attributes) return 0;
    if (!read_attribute(bytes, at, tag)) return 0;
  }
  return 0;
}

bool append_plain_text(std::string_view text, std::string& pool) {
  const std::size_t before = pool.size();
  std::size_t begin = 0;  // of what is not appended yet
  for (std::size_t at = end_of_plain_run(text, 0); at < text.size();
       at = end_of_plain_run(text, at)) {
    const ByteKind kind = kind_of(text[at]);
    std::size_t size = 0;
    if (kind == ByteKind::lead) {
      size = size_of_character(text, at);
    } else if (kind == ByteKind::reference) {
      pool.append(text.substr(begin, at - begin));
      size = append_reference(text.substr(at), pool);
      begin = at + size;
    } else if (kind == ByteKind::bracket) {
      size = text.substr(at).starts_with("]]>") ? 0 : 1;
    }
    if (size == 0) {
      pool.resize(before);
      return false;
    }
    at += size;
  }
  pool.append(text.substr(begin));
  return true;
}

std::optional<std::size_t> end_of_first_tag(std::string_view bytes) {
  constexpr std::size_t longest_opening = 9;  // bytes: <![CDATA[
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos;
       at = bytes.find('<', at)) {
    const std::string_view left = bytes.substr(at);
    if (left.size() < longest_opening && left.find('>') == std::string_view::npos)
      return std::nullopt;
    const auto* const other = std::ranges::find_if(
        other_markup,
        [&](const OtherMarkup& markup) { return left.starts_with(markup.opening); });
    if (other != other_markup.end()) {
      at = bytes.find(other->end, at + other->opening.size());
      if (at == std::string_view::npos) return std::nullopt;
      at += other->end.size();
      continue;
    }
    const std::size_t end = end_of_tag(bytes, at + 1);
    if (end == std::string_view::npos) return std::nullopt;
    if (!left.starts_with("<!")) return end;
    at = end;
  }
  return std::nullopt;
}

}  // namespace hexapla
