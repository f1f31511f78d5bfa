#include "exchange/inline_writer.hpp"
#include "exchange/plain_notes.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/unit_texts.hpp"
#include "exchange/xliff/xliff_form.hpp"
#include "format/decimal.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view uri_of_1 = "urn:oasis:names:tc:xliff:document:1.2";

void write_foreign_of_1(XmlWriter& xml, const InlineTag& tag, std::size_t number,
                        bool has_partner) {
  const bool is_begin = tag.role == InlineTag::Role::begin;
  if (tag.role == InlineTag::Role::alone) {
    xml.start("ph");
  } else if (has_partner) {
    xml.start(is_begin ? "bpt" : "ept");
  } else {
    xml.start("it");
    xml.attribute("pos", is_begin ? "open" : "close");
  }
  xml.attribute("id", std::to_string(number));
  xml.text(code_of(tag));
  xml.end();
}

constexpr InlineForm inlines_of_1{inline_elements::of_xliff_1, write_foreign_of_1};

std::string language_of(const UnitWriterSettings& settings, std::size_t side) {
  if (settings.languages.size() > side) return std::string(settings.languages[side].tag());
  return std::string(settings.header.source.tag());
}

void write_text_of_1(XmlWriter& xml, std::string_view element, const Variant& variant,
                     std::string_view state, TagOrigin origin) {
  xml.start(element);
  if (!state.empty()) xml.attribute("state", state);
  write_inline(xml, variant, inlines_of_1, origin);
  xml.end();
}

/// What other formats say of a unit, as contexts.
void write_facts(XmlWriter& xml, const TranslationUnit& unit) {
  std::vector<NamedValue> facts = unit.properties;
  std::erase_if(facts, [](const NamedValue& fact) {
    return is_raw(fact) || fact.name == state_property || fact.name.starts_with(kept_xml);
  });
  if (unit.confidence < 1 && value_of(facts, confidence_property) == nullptr)
    facts.push_back({std::string(confidence_property), decimal(unit.confidence)});
  if (facts.empty()) return;
  xml.start("context-group");
  xml.attribute("purpose", "information");
  for (const NamedValue& fact : facts) {
    const bool is_ours = fact.name.starts_with("x-");
    const std::array<NamedValue, 1> type{
        {{"context-type", (is_ours ? "" : "x-") + fact.name}}};
    xml.element("context", type, fact.value);
  }
  xml.end();
}

/// A `trans-unit` a unit.
void write_unit_of_1(XmlWriter& xml, const SidedUnit& sided, UniqueIds& ids) {
  const auto& [unit, source, target, number, origin] = sided;
  xml.start("trans-unit");
  const std::string wanted = unit.id.empty() ? std::to_string(number) : unit.id;
  const std::string id = ids.give(wanted);
  xml.attribute("id", id);
  if (id != wanted) xml.attribute("resname", wanted);
  if (unit.state == UnitState::final) xml.attribute("approved", "yes");
  if (has_own_spaces(&source) || has_own_spaces(target))
    xml.attribute("xml:space", "preserve");
  write_text_of_1(xml, "source", source, "", origin);
  if (target != nullptr)
    write_text_of_1(xml, "target", *target, xliff_1_state(unit.state), origin);
  for (const std::string& note : plain_notes(unit))
    xml.element("note", {}, note);
  write_facts(xml, unit);
  xml.end();
}

void open_xliff_1(XmlWriter& xml, const UnitWriterSettings& settings) {
  xml.start("xliff");
  xml.attribute("version", "1.2");
  xml.attribute("xmlns", uri_of_1);
  xml.start("file");
  xml.attribute("original", "units");
  xml.attribute("datatype", "plaintext");
  xml.attribute("source-language", language_of(settings, 0));
  if (settings.languages.size() > 1)
    xml.attribute("target-language", language_of(settings, 1));
  xml.start("body");
}

}  // namespace

const XliffForm xliff_1_form{XliffVersion::one, "xliff 1", inlines_of_1, open_xliff_1,
                             write_unit_of_1};

}  // namespace hexapla
