#include "exchange/text_memory/memory_text.hpp"

#include "exchange_data.hpp"
#include "format/recoded_stream.hpp"
#include "text/code_point.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

struct CodePage {
  std::string name;
  unsigned charset = 0;  ///< Of a font in RTF.
  bool has_double_bytes = false;
  std::vector<std::string_view> languages;
};

/// As code_pages.tsv has them.
const std::vector<CodePage>& code_pages() {
  static const std::vector<CodePage> read_once = [] {
    std::vector<CodePage> pages;
    for (const auto& row : rows_of_table(embedded::code_pages_tsv))
      pages.push_back({std::string(row.at(0)),
                       static_cast<unsigned>(std::stoul(std::string(row.at(1)))),
                       row.at(2) == "2", parts_of(row.at(3), ' ')});
    return pages;
  }();
  return read_once;
}

/// The page that is that of a language by this tag.
const CodePage* page_of(std::string_view tag) {
  const auto found = std::ranges::find_if(code_pages(), [&](const CodePage& page) {
    return std::ranges::find(page.languages, tag) != page.languages.end();
  });
  return found == code_pages().end() ? nullptr : &*found;
}

/// True when `head`, which may end inside a character, is UTF-8.
bool may_be_utf8(std::string_view head) {
  constexpr std::size_t longest_character = 4;  // bytes
  const auto bad = find_ill_formed(head);
  return !bad || head.size() - *bad < longest_character;
}

}  // namespace

MemoryText memory_text(std::istream& in, std::string_view name) {
  constexpr std::size_t head_of_memory = std::size_t{64} * 1024;  // bytes
  std::string head = first_bytes(in, head_of_memory, name);
  const auto whole = [](std::string text) {
    return std::make_unique<std::istringstream>(std::move(text));
  };
  if (has_utf16_mark(head)) return {whole(out_of_utf16(std::move(head), in, name)), false};
  if (may_be_utf8(head)) return {continued(std::move(head), in), false};
  return {whole(recoded(std::move(head), in, "ISO-8859-1", name)), true};
}

std::string code_page_for(Language language) {
  for (const std::string_view tag : {language.tag(), language.primary()})
    if (const CodePage* const page = page_of(tag)) return page->name;
  return code_pages().front().name;
}

std::string code_page_of_charset(unsigned charset) {
  const auto found = std::ranges::find(code_pages(), charset, &CodePage::charset);
  return found == code_pages().end() ? std::string() : found->name;
}

bool has_double_bytes(std::string_view code_page) {
  const auto found = std::ranges::find(code_pages(), code_page, &CodePage::name);
  return found != code_pages().end() && found->has_double_bytes;
}

std::string bytes_behind(std::string_view characters) {
  std::string bytes;
  for (std::size_t at = 0; at < characters.size();)
    bytes += static_cast<char>(next_code_point(characters, at));
  return bytes;
}

std::string out_of_code_page(std::string_view bytes, const std::string& code_page) {
  Transcoded text = transcoded(bytes, code_page);
  if (text.ill_formed_at)
    throw Error(Fault::malformed, {code_page, 0}, "a text is not in this code page");
  return std::move(text.text);
}

std::string text_in_language(std::string_view text, bool is_in_bytes, Language language) {
  if (!is_in_bytes) return std::string(text);
  return out_of_code_page(bytes_behind(text), code_page_for(language));
}

}  // namespace hexapla
