#include "exchange/inline_writer.hpp"
#include "exchange/plain_notes.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/unit_texts.hpp"
#include "exchange/xliff/xliff_form.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view uri_of_2 = "urn:oasis:names:tc:xliff:document:2.0";

void write_foreign_of_2(XmlWriter& xml, const InlineTag& tag, std::size_t number,
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

constexpr InlineForm inlines_of_2{inline_elements::of_xliff_2, write_foreign_of_2};

/// An XML name token: letters, digits and some marks.
bool is_name_token(std::string_view id) {
  const auto fits = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.' ||
           byte == ':' || static_cast<unsigned char>(byte) >= 0x80;
  };
  return !id.empty() && std::ranges::all_of(id, fits);
}

void write_text_of_2(XmlWriter& xml, std::string_view element, const Variant& variant,
                     TagOrigin origin) {
  xml.start(element);
  if (has_own_spaces(&variant)) xml.attribute("xml:space", "preserve");
  write_inline(xml, variant, inlines_of_2, origin);
  xml.end();
}

/// A `unit` with one `segment` a unit.
void write_unit_of_2(XmlWriter& xml, const SidedUnit& sided, UniqueIds& ids) {
  const auto& [unit, source, target, number, origin] = sided;
  xml.start("unit");
  const std::string wanted =
      is_name_token(unit.id) ? unit.id : "u" + std::to_string(number);
  const std::string id = ids.give(wanted);
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
  write_text_of_2(xml, "source", source, origin);
  if (target != nullptr) write_text_of_2(xml, "target", *target, origin);
  xml.end();
  xml.end();
}

void open_xliff_2(XmlWriter& xml, const UnitWriterSettings& settings) {
  const Language source =
      settings.languages.empty() ? settings.header.source : settings.languages[0];
  xml.start("xliff");
  xml.attribute("xmlns", uri_of_2);
  xml.attribute("version", "2.1");
  xml.attribute("srcLang", source.tag());
  if (settings.languages.size() > 1) xml.attribute("trgLang", settings.languages[1].tag());
  xml.start("file");
  xml.attribute("id", "f1");
}

}  // namespace

const XliffForm xliff_2_form{XliffVersion::two, "xliff 2", inlines_of_2, open_xliff_2,
                             write_unit_of_2};

}  // namespace hexapla
