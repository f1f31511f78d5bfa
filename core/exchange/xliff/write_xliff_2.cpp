#include "exchange/inline_writer.hpp"
#include "exchange/plain_notes.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/unit_texts.hpp"
#include "exchange/xliff/write_xliff.hpp"
#include "exchange/xliff/xliff_units.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view uri = "urn:oasis:names:tc:xliff:document:2.0";

void write_foreign(XmlWriter& xml, const InlineTag& tag, std::size_t number,
                   bool has_partner) {
  const std::string digits = std::to_string(number);
  if (tag.role == InlineTag::Role::alone) {
    xml.start("ph");
    xml.attribute("id", digits);
  } else if (tag.role == InlineTag::Role::begin) {
    xml.start("sc");
    xml.attribute("id", digits);
  } else {
    xml.start("ec");
    xml.attribute(has_partner ? "startRef" : "id", digits);
  }
  if (!has_partner && tag.role != InlineTag::Role::alone) xml.attribute("isolated", "yes");
  xml.attribute("disp", code_of(tag));
  xml.end();
}

constexpr InlineForm inlines{inline_elements::of_xliff_2, write_foreign};

/// An XML name token: letters, digits and some marks.
bool is_name_token(std::string_view id) {
  const auto fits = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.' ||
           byte == ':' || static_cast<unsigned char>(byte) >= 0x80;
  };
  return !id.empty() && std::ranges::all_of(id, fits);
}

/// A `unit` with one `segment` a unit.
class Xliff2Units final : public XliffUnits {
 public:
  using XliffUnits::XliffUnits;

 private:
  void write(XmlWriter& xml, const TranslationUnit& unit, const Variant& source,
             const Variant* target) override {
    xml.start("unit");
    const std::string wanted =
        is_name_token(unit.id) ? unit.id : "u" + std::to_string(number_);
    const std::string id = ids_.give(wanted);
    xml.attribute("id", id);
    if (!unit.id.empty() && id != unit.id) xml.attribute("name", unit.id);
    const std::vector<std::string> notes = plain_notes(unit);
    if (!notes.empty()) {
      xml.start("notes");
      for (const std::string& note : notes)
        xml.element("note", {}, note);
      xml.end();
    }
    xml.start("segment");
    if (const std::string_view state = xliff_2_state(unit.state); !state.empty())
      xml.attribute("state", target == nullptr ? "initial" : state);
    write_text(xml, "source", source);
    if (target != nullptr) write_text(xml, "target", *target);
    xml.end();
    xml.end();
  }

  void write_text(XmlWriter& xml, std::string_view element, const Variant& variant) const {
    xml.start(element);
    if (has_own_spaces(&variant)) xml.attribute("xml:space", "preserve");
    write_inline(xml, variant, inlines, origin_);
    xml.end();
  }
};

void open(XmlWriter& xml, const UnitWriterSettings& settings) {
  const Language source =
      settings.languages.empty() ? settings.header.source : settings.languages[0];
  xml.start("xliff");
  xml.attribute("xmlns", uri);
  xml.attribute("version", "2.1");
  xml.attribute("srcLang", source.tag());
  if (settings.languages.size() > 1) xml.attribute("trgLang", settings.languages[1].tag());
  xml.start("file");
  xml.attribute("id", "f1");
}

constexpr XliffForm form{XliffVersion::two, "xliff 2", inlines, open,
                         xliff_units<Xliff2Units>};

}  // namespace

std::unique_ptr<UnitWriter> xliff_2_writer(std::ostream& out, UnitWriterSettings settings) {
  return xliff_writer(out, std::move(settings), form);
}

}  // namespace hexapla
