#include "exchange/tmx/write_tmx.hpp"

#include "exchange/inline_writer.hpp"
#include "exchange/plain_notes.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "format/decimal.hpp"
#include "format/xml_fragment.hpp"
#include "format/xml_writer.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

using Names = std::span<const std::string_view>;

/// Attributes that tmx14.dtd allows on tu and tuv.
constexpr std::array<std::string_view, 13> unit_attributes{
    "o-encoding",    "datatype",     "usagecount",
    "lastusagedate", "creationtool", "creationtoolversion",
    "creationdate",  "creationid",   "changedate",
    "changeid",      "o-tmf",        "segtype",
    "srclang"};
constexpr std::size_t variant_attributes = 11;  // all but the last two

void write_foreign(XmlWriter& xml, const InlineTag& tag, std::size_t number,
                   bool has_partner) {
  const bool is_begin = tag.role == InlineTag::Role::begin;
  const std::string digits = std::to_string(number);
  if (tag.role == InlineTag::Role::alone) {
    xml.start("ph");
    xml.attribute("x", digits);
  } else if (has_partner) {
    xml.start(is_begin ? "bpt" : "ept");
    xml.attribute("i", digits);
  } else {
    xml.start("it");
    xml.attribute("pos", is_begin ? "begin" : "end");
  }
  xml.text(code_of(tag));
  xml.end();
}

constexpr InlineForm tmx_form{inline_elements::of_tmx, write_foreign};

class TmxWriter final : public UnitWriter {
 public:
  TmxWriter(std::ostream& out, UnitWriterSettings settings)
      : settings_(std::move(settings)),
        is_own_(settings_.header.format.starts_with("tmx") ||
                settings_.header.format.empty() || settings_.header.format == "sdltm"),
        xml_(out) {
    xml_.start("tmx");
    xml_.attribute("version", "1.4");
    write_header();
    xml_.start("body");
  }

  bool write_unit(const TranslationUnit& unit) override {
    if (unit.variants.empty()) return false;
    xml_.start("tu");
    if (!unit.id.empty()) xml_.attribute("tuid", unit.id);
    write_attributes(unit.attributes, unit_attributes);
    write_notes(is_own_ ? unit.notes : plain_notes(unit));
    write_moved(unit.attributes, unit_attributes);
    write_properties(unit.properties);
    if (unit.confidence < 1 && value_of(unit.properties, confidence_property) == nullptr)
      write_property(confidence_property, decimal(unit.confidence));
    if (unit.state != UnitState::unknown &&
        value_of(unit.properties, state_property) == nullptr)
      write_property(state_property, name_of(unit.state));
    for (const Variant& variant : unit.variants)
      write(variant);
    xml_.end();
    return true;
  }

  std::size_t write_end() override {
    xml_.finish();
    return xml_.marked_characters();
  }

 private:
  /// What the header came with, and what TMX demands beyond it.
  void write_header() {
    std::vector<NamedValue> attributes;
    if (is_own_) attributes = settings_.header.attributes;
    const bool is_known = settings_.header.source != Language();
    const std::string source(is_known ? settings_.header.source.tag() : "*all*");
    const std::array<NamedValue, 7> demanded{
        {{"creationtool", "hexapla"},
         {"creationtoolversion", settings_.program_version},
         {"segtype", "sentence"},
         {"o-tmf", "hexapla"},
         {"adminlang", "en"},
         {"srclang", source},
         {"datatype", "plaintext"}}};
    for (const NamedValue& attribute : demanded)
      if (value_of(attributes, attribute.name) == nullptr) attributes.push_back(attribute);
    xml_.start("header");
    xml_.attributes(attributes);
    write_notes(settings_.header.notes);
    if (is_own_) write_properties(settings_.header.properties);
    xml_.end();
  }

  void write(const Variant& variant) {
    const Names allowed = Names(unit_attributes).first(variant_attributes);
    xml_.start("tuv");
    xml_.attribute("xml:lang", variant.tag.empty() ? variant.language.tag() : variant.tag);
    write_attributes(variant.attributes, allowed);
    write_notes(variant.notes);
    write_moved(variant.attributes, allowed);
    write_properties(variant.properties);
    xml_.start("seg");
    write_inline(xml_, variant, tmx_form, is_own_ ? TagOrigin::own : TagOrigin::foreign);
    xml_.end();
    xml_.end();
  }

  /// What TMX gave goes back as it is; of other formats' only what TMX knows.
  [[nodiscard]] bool may_stand(std::string_view name, Names allowed) const {
    return is_own_ || std::ranges::find(allowed, name) != allowed.end();
  }

  void write_attributes(std::span<const NamedValue> attributes, Names allowed) {
    for (const NamedValue& attribute : attributes)
      if (may_stand(attribute.name, allowed))
        xml_.attribute(attribute.name, attribute.value);
  }

  void write_moved(std::span<const NamedValue> attributes, Names allowed) {
    for (const NamedValue& attribute : attributes)
      if (!may_stand(attribute.name, allowed))
        write_property("x-" + attribute.name, attribute.value);
  }

  void write_notes(std::span<const std::string> notes) {
    for (const std::string& note : notes)
      xml_.element("note", {}, note);
  }

  void write_properties(std::span<const NamedValue> properties) {
    for (const NamedValue& property : properties) {
      const bool is_element = property.name.starts_with(kept_xml);
      if (is_raw(property) || (is_element && !is_own_)) continue;
      if (is_element && is_balanced(property.value)) {
        xml_.markup(property.value);
      } else {
        write_property(property.name, property.value);
      }
    }
  }

  void write_property(std::string_view type, std::string_view value) {
    xml_.start("prop");
    xml_.attribute("type", type);
    xml_.text(value);
    xml_.end();
  }

  UnitWriterSettings settings_;
  bool is_own_;  ///< The units came from TMX, from us or from Trados Studio, whose tags
                 ///< are those of its TMX.
  XmlWriter xml_;
};

}  // namespace

std::unique_ptr<UnitWriter> tmx_writer(std::ostream& out, UnitWriterSettings settings) {
  return std::make_unique<TmxWriter>(out, std::move(settings));
}

}  // namespace hexapla
