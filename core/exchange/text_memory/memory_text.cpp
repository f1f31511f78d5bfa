#include "exchange/text_memory/memory_text.hpp"

#include "format/recoded_stream.hpp"
#include "text/code_point.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view western_page = "windows-1252";

struct PageOfLanguage {
  std::string_view language;
  std::string_view page;
};

// Source: Microsoft, "Code Page Identifiers", the ANSI pages of Windows' languages.
constexpr std::array pages_of_languages{
    PageOfLanguage{"ar", "windows-1256"}, PageOfLanguage{"be", "windows-1251"},
    PageOfLanguage{"bg", "windows-1251"}, PageOfLanguage{"cs", "windows-1250"},
    PageOfLanguage{"el", "windows-1253"}, PageOfLanguage{"et", "windows-1257"},
    PageOfLanguage{"fa", "windows-1256"}, PageOfLanguage{"he", "windows-1255"},
    PageOfLanguage{"hr", "windows-1250"}, PageOfLanguage{"hu", "windows-1250"},
    PageOfLanguage{"ja", "windows-932"},  PageOfLanguage{"ko", "windows-949"},
    PageOfLanguage{"lt", "windows-1257"}, PageOfLanguage{"lv", "windows-1257"},
    PageOfLanguage{"mk", "windows-1251"}, PageOfLanguage{"pl", "windows-1250"},
    PageOfLanguage{"ro", "windows-1250"}, PageOfLanguage{"ru", "windows-1251"},
    PageOfLanguage{"sk", "windows-1250"}, PageOfLanguage{"sl", "windows-1250"},
    PageOfLanguage{"sq", "windows-1250"}, PageOfLanguage{"sr", "windows-1251"},
    PageOfLanguage{"th", "windows-874"},  PageOfLanguage{"tr", "windows-1254"},
    PageOfLanguage{"uk", "windows-1251"}, PageOfLanguage{"ur", "windows-1256"},
    PageOfLanguage{"vi", "windows-1258"}, PageOfLanguage{"zh", "windows-936"}};

constexpr std::string_view traditional_page = "windows-950";

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
  const std::string_view start = std::string_view(head).substr(0, 2);
  const auto whole = [&](const std::string& encoding) {
    return std::make_unique<std::istringstream>(
        recoded(std::move(head), in, encoding, name));
  };
  if (start == "\xFF\xFE" || start == "\xFE\xFF") return {whole("UTF-16"), false};
  if (may_be_utf8(head)) return {continued(std::move(head), in), false};
  return {whole("ISO-8859-1"), true};
}

std::string code_page_for(Language language) {
  constexpr std::array<std::string_view, 3> traditional{"zh-TW", "zh-HK", "zh-Hant"};
  if (std::ranges::find(traditional, language.tag()) != traditional.end())
    return std::string(traditional_page);
  const auto* const found =
      std::ranges::find(pages_of_languages, language.primary(), &PageOfLanguage::language);
  return std::string(found == pages_of_languages.end() ? western_page : found->page);
}

std::string code_page_of_charset(unsigned charset) {
  constexpr std::array<std::pair<unsigned, std::string_view>, 14> pages{
      {{0, western_page},
       {128, "windows-932"},
       {129, "windows-949"},
       {134, "windows-936"},
       {136, traditional_page},
       {161, "windows-1253"},
       {162, "windows-1254"},
       {163, "windows-1258"},
       {177, "windows-1255"},
       {178, "windows-1256"},
       {186, "windows-1257"},
       {204, "windows-1251"},
       {222, "windows-874"},
       {238, "windows-1250"}}};
  const auto* const found =
      std::ranges::find(pages, charset, &std::pair<unsigned, std::string_view>::first);
  return found == pages.end() ? std::string() : std::string(found->second);
}

bool has_double_bytes(std::string_view code_page) noexcept {
  constexpr std::array<std::string_view, 4> pages{"windows-932", "windows-936",
                                                  "windows-949", traditional_page};
  return std::ranges::find(pages, code_page) != pages.end();
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
