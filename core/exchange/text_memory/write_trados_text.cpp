#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/text_memory/rtf_text.hpp"
#include "exchange/text_memory/text_memories.hpp"
#include "exchange/text_memory/trados_names.hpp"
#include "format/one_line.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view trados_head =
    "<TWBExportFile version=\"7.0\" generator=\"hexapla\" build=\"1\">\r\n"
    "<RTF Preamble>\r\n"
    "<FontTable>\r\n"
    "{\\fonttbl \r\n"
    "{\\f1 \\fmodern\\fprq1 \\fcharset0 Courier New;}}\r\n"
    "<StyleSheet>\r\n"
    "{\\stylesheet \r\n"
    "{\\St \\s0 {\\StN Normal}}\r\n"
    "{\\St \\cs5 {\\StB \\f1\\cf15\\lang1024 }{\\StN tw4winExternal}}\r\n"
    "{\\St \\cs6 {\\StB \\f1\\cf6\\lang1024 }{\\StN tw4winInternal}}}\r\n"
    "</RTF Preamble>\r\n";

/// `20000118T131835Z` as `18012000, 13:18:35`; empty when it is no date of TMX.
std::string trados_date(std::string_view date) {
  constexpr std::size_t size = 16;
  constexpr std::size_t border = 8;
  std::string digits;
  for (const char character : date.substr(0, size))
    if (character >= '0' && character <= '9') digits += character;
  constexpr std::size_t digits_size = 14;
  if (date.size() != size || date[border] != 'T' || digits.size() != digits_size) return {};
  const auto part = [&](std::size_t at, std::size_t count) {
    return digits.substr(at, count);
  };
  return part(6, 2) + part(4, 2) + part(0, 4) + ", " + part(8, 2) + ':' + part(10, 2) +
         ':' + part(12, 2);
}

std::string upper_case(std::string_view tag) {
  std::string upper(tag);
  std::ranges::transform(upper, upper.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  return upper;
}

class TradosTextWriter final : public UnitWriter {
 public:
  TradosTextWriter(std::ostream& out, UnitWriterSettings settings)
      : out_(out), is_own_(settings.header.format == "trados") {
    out_ << byte_order_mark << trados_head;
  }

  bool write_unit(const TranslationUnit& unit) override {
    if (unit.variants.empty()) return false;
    out_ << "<TrU>\r\n";
    for (const TradosFact& fact : trados_facts) {
      const std::string* const value = value_of(unit.attributes, fact.attribute);
      if (value == nullptr) continue;
      const std::string said = fact.is_date ? trados_date(*value) : *value;
      if (!said.empty()) line(fact.element, "", on_one_line(said));
    }
    for (const NamedValue& property : unit.properties)
      for (const std::string_view field : trados_fields)
        if (const std::string mark = std::string(field) + std::string(trados_field_mark);
            property.name.starts_with(mark))
          line(field, on_one_line(property.name.substr(mark.size())),
               on_one_line(property.value));
    for (const Variant& variant : unit.variants)
      line("Seg",
           upper_case(variant.tag.empty() ? variant.language.tag()
                                          : std::string_view(variant.tag)),
           rtf_of(variant));
    out_ << "</TrU>\r\n";
    return true;
  }

 private:
  void line(std::string_view element, std::string_view about, std::string_view value) {
    out_ << '<' << element;
    if (!about.empty()) out_ << " L=" << about;
    out_ << '>' << value << "\r\n";
  }

  [[nodiscard]] std::string rtf_of(const Variant& variant) const {
    const std::string_view text = variant.text;
    std::string rtf;
    std::size_t at = 0;
    for (const InlineTag& tag : variant.tags) {
      const std::size_t place = std::clamp<std::size_t>(tag.at, at, text.size());
      rtf += rtf_escaped(text.substr(at, place - at));
      at = place;
      const std::string code = code_of(tag);
      const bool is_switch = is_own_ && tag.element == rtf_switch && is_rtf_switch(code);
      rtf += is_switch ? code : "{\\cs6\\f1\\cf6\\lang1024 " + rtf_escaped(code) + '}';
    }
    return rtf + rtf_escaped(text.substr(at));
  }

  std::ostream& out_;
  bool is_own_;
};

}  // namespace

std::unique_ptr<UnitWriter> trados_text_writer(std::ostream& out,
                                               UnitWriterSettings settings) {
  return std::make_unique<TradosTextWriter>(out, std::move(settings));
}

}  // namespace hexapla
