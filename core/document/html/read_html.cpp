#include "document/html/read_html.hpp"

#include "document/encoding/decode.hpp"
#include "document/encoding/guess_encoding.hpp"
#include "document/html/story.hpp"
#include "document/markup/scanner.hpp"
#include "document/markup/text.hpp"
#include "text/encoding.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

// Bytes. Browsers look at 1,024; pages with long comments before their head need more.
constexpr std::size_t longest_prescan = 4096;

struct Charset {
  std::string_view label;  ///< In lower case.
  std::string_view means;
};
// What pages say, and what browsers have always taken it for.
// Source: WHATWG Encoding Standard, names and labels.
constexpr std::array charsets{
    Charset{"iso-8859-1", "windows-1252"},
    Charset{"latin1", "windows-1252"},
    Charset{"us-ascii", "windows-1252"},
    Charset{"ascii", "windows-1252"},
    Charset{"iso-8859-9", "windows-1254"},
    Charset{"gb2312", "GB18030"},
    Charset{"gbk", "GB18030"},
    Charset{"gb_2312-80", "GB18030"},
    Charset{"x-gbk", "GB18030"},
    Charset{"utf-16", "UTF-8"},
    Charset{"utf-16le", "UTF-8"},
    Charset{"utf-16be", "UTF-8"},
};

bool has_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with(byte_order_mark) || bytes.starts_with("\xFF\xFE") ||
         bytes.starts_with("\xFE\xFF");
}

/// The word after "charset=" in a `<meta http-equiv>`.
std::string charset_in(std::string_view content) {
  constexpr std::string_view key = "charset=";
  const std::size_t at = content.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = content.substr(at + key.size());
  const std::size_t begin = std::min(rest.find_first_not_of(" \"'"), rest.size());
  return std::string(rest.substr(
      begin, std::min(rest.find_first_of(" ;\"'", begin), rest.size()) - begin));
}

std::string declared_charset(std::string_view start) {
  MarkupScanner scanner(start, Markup::html);
  while (const auto token = scanner.next()) {
    if (token->kind != MarkupToken::Kind::start_tag || token->name != "meta") continue;
    if (const auto charset = scanner.attribute(*token, "charset")) return *charset;
    const std::string found =
        charset_in(folded(scanner.attribute(*token, "content").value_or("")));
    if (!found.empty()) return found;
  }
  return {};
}

/// In the encoding that the page names for itself, unless its bytes fit another far better:
/// pages in Arabic or Russian that say windows-1252 are many.
Decoded decoded_as_declared(std::string_view bytes, std::string_view name,
                            const std::string& declared) {
  const bool plain = std::ranges::all_of(
      bytes, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  if (plain || (declared == "UTF-8" && !find_ill_formed(bytes)) ||
      !is_doubtful(bytes, declared))
    return decode(bytes, name, declared);
  const EncodingGuess guess = guess_encoding(bytes);
  if (!guess.clear) return decode(bytes, name, declared);
  Decoded page = decode(bytes, name, guess.encoding);
  page.certain = false;
  return page;
}

}  // namespace

std::optional<std::string> html_charset(std::string_view bytes) {
  const std::string declared = declared_charset(bytes.substr(0, longest_prescan));
  if (declared.empty() || find_ill_formed(declared)) return std::nullopt;
  const std::string label = folded(declared);
  const auto* const found = std::ranges::find(charsets, label, &Charset::label);
  if (found != charsets.end()) return std::string(found->means);
  return encoding_named(label);
}

Manuscript manuscript_from_html(std::string_view bytes, std::string_view name,
                                const std::optional<std::string>& encoding) {
  std::optional<std::string> named = encoding;
  if (!named && !has_byte_order_mark(bytes)) named = html_charset(bytes);
  const bool declared = named && !encoding;
  const Decoded page =
      declared ? decoded_as_declared(bytes, name, *named) : decode(bytes, name, named);
  MarkupStory story = HtmlStoryReader(page.text, name).read();
  Manuscript manuscript;
  for (const MarkupLine& line : story.lines)
    append_line(manuscript, line);
  manuscript.origin = composed(manuscript.origin, page.origin);
  for (Omission& left : story.left_out)
    manuscript.left_out.push_back({std::move(left.what), page.origin.hull_of(left.source)});
  for (const ByteRange range : wordless_ranges(page.text, Markup::html))
    manuscript.markup.push_back(page.origin.hull_of(range));
  manuscript.format = "html";
  note_encoding(manuscript, page);
  manuscript.source_size = bytes.size();
  return manuscript;
}

}  // namespace hexapla
