#include "exchange/text_memory/memory_text.hpp"
#include "exchange/text_memory/rtf_names.hpp"
#include "exchange/text_memory/rtf_text.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace hexapla {
namespace {

/// The number after each `\word` of the preamble, with the text up to the next one.
template <class Take>
void for_each_numbered(std::string_view text, std::string_view word, Take take) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;) {
    unsigned number = 0;
    const auto [stop, fault] =
        std::from_chars(text.data() + at + word.size(), text.data() + text.size(), number);
    const std::size_t next = text.find(word, at + 1);
    const auto begin = static_cast<std::size_t>(stop - text.data());
    if (fault == std::errc() && begin <= std::min(next, text.size()))
      take(number, text.substr(begin, std::min(next, text.size()) - begin));
    at = next;
  }
}

}  // namespace

RtfTables rtf_tables(std::string_view preamble) {
  RtfTables tables;
  const std::size_t styles_at = std::min(preamble.find("<StyleSheet>"), preamble.size());
  for_each_numbered(
      preamble.substr(0, styles_at), "{\\f", [&](unsigned font, std::string_view rest) {
        for_each_numbered(rest, "\\fcharset", [&](unsigned charset, std::string_view) {
          if (std::string page = code_page_of_charset(charset); !page.empty())
            tables.code_pages.emplace(font, std::move(page));
        });
      });
  std::set<unsigned> styles;
  for_each_numbered(preamble.substr(styles_at), "\\St \\cs",
                    [&](unsigned style, std::string_view rest) {
                      if (rest.find("tw4winInternal") != std::string_view::npos ||
                          rest.find("tw4winExternal") != std::string_view::npos)
                        styles.insert(style);
                    });
  if (!styles.empty()) tables.tag_styles = std::move(styles);
  return tables;
}

std::string rtf_escaped(std::string_view text) {
  std::string rtf;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    (void)next_code_point(text, at);
    const std::string_view character = text.substr(begin, at - begin);
    const auto sign = std::ranges::find(rtf_signs, character, &RtfName::text);
    const auto word = std::ranges::find(rtf_characters, character, &RtfName::text);
    if (character == "\r") {
      rtf += "\\'0d";
    } else if (sign != rtf_signs.end()) {
      rtf += '\\';
      rtf += sign->word;
    } else if (word != rtf_characters.end()) {
      rtf += '\\';
      rtf += word->word;
      rtf += ' ';
    } else {
      rtf += character;
    }
  }
  return rtf;
}

bool is_rtf_switch(std::string_view code) noexcept {
  if (!code.starts_with('\\') || !code.ends_with(' ')) return false;
  std::string_view word = code.substr(1, code.size() - 2);
  if (word.ends_with('0')) word.remove_suffix(1);
  return std::ranges::find(rtf_switches, word) != rtf_switches.end();
}

}  // namespace hexapla
