#include "exchange/inline_writer.hpp"
#include "exchange/plain_notes.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/unit_texts.hpp"
#include "exchange/xliff/replay.hpp"
#include "exchange/xliff/unique_ids.hpp"
#include "exchange/xliff/write_xliff.hpp"
#include "format/decimal.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view uri = "urn:oasis:names:tc:xliff:document:1.2";
constexpr std::array<std::string_view, 8> coded{"x",   "bx", "ex", "bpt",
                                                "ept", "ph", "it", "sub"};

void write_foreign(XmlWriter& xml, const InlineTag& tag, std::size_t number,
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

constexpr InlineForm xliff_1_form{coded, write_foreign};

std::string language_of(const UnitWriterSettings& settings, std::size_t side) {
  if (settings.languages.size() > side) return std::string(settings.languages[side].tag());
  return std::string(settings.header.source.tag());
}

/// A `trans-unit` a unit.
class UnitElements {
 public:
  UnitElements(UnitWriterSettings settings, TagOrigin origin)
      : settings_(std::move(settings)), origin_(origin) {}

  /// False for a unit without a source.
  bool write(XmlWriter& xml, const TranslationUnit& unit) {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (source == nullptr) return false;
    xml.start("trans-unit");
    ++number_;
    const std::string wanted = unit.id.empty() ? std::to_string(number_) : unit.id;
    const std::string id = ids_.give(wanted);
    xml.attribute("id", id);
    if (id != wanted) xml.attribute("resname", wanted);
    if (unit.state == UnitState::final) xml.attribute("approved", "yes");
    if (has_own_spaces(source) || has_own_spaces(target))
      xml.attribute("xml:space", "preserve");
    write(xml, "source", *source, "");
    if (target != nullptr) write(xml, "target", *target, xliff_1_state(unit.state));
    for (const std::string& note : plain_notes(unit))
      xml.element("note", {}, note);
    write_facts(xml, unit);
    xml.end();
    return true;
  }

 private:
  void write(XmlWriter& xml, std::string_view element, const Variant& variant,
             std::string_view state) const {
    xml.start(element);
    if (!state.empty()) xml.attribute("state", state);
    write_inline(xml, variant, xliff_1_form, origin_);
    xml.end();
  }

  /// What other formats say of a unit, as contexts.
  static void write_facts(XmlWriter& xml, const TranslationUnit& unit) {
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

  UnitWriterSettings settings_;
  TagOrigin origin_;
  std::size_t number_ = 0;
  UniqueIds ids_;
};

class Xliff1Writer final : public UnitWriter {
 public:
  Xliff1Writer(std::ostream& out, const UnitWriterSettings& settings)
      : xml_(out),
        units_(settings, settings.header.format.starts_with("xliff 1")
                             ? TagOrigin::own
                             : TagOrigin::foreign) {
    xml_.start("xliff");
    xml_.attribute("version", "1.2");
    xml_.attribute("xmlns", uri);
    xml_.start("file");
    xml_.attribute("original", "units");
    xml_.attribute("datatype", "plaintext");
    xml_.attribute("source-language", language_of(settings, 0));
    if (settings.languages.size() > 1)
      xml_.attribute("target-language", language_of(settings, 1));
    xml_.start("body");
  }

  void add(const TranslationUnit& unit) override {
    ++(units_.write(xml_, unit) ? exported_.written : exported_.skipped);
  }

  Exported finish() override {
    xml_.finish();
    exported_.marked_characters = xml_.marked_characters();
    return exported_;
  }

 private:
  XmlWriter xml_;
  UnitElements units_;
  Exported exported_;
};

}  // namespace

std::unique_ptr<UnitWriter> xliff_1_writer(std::ostream& out, UnitWriterSettings settings) {
  if (!settings.header.format.starts_with("xliff 1") || !can_be_replayed(settings.header))
    return std::make_unique<Xliff1Writer>(out, settings);
  const auto units = std::make_shared<UnitElements>(settings, TagOrigin::own);
  const auto stranger = [units](std::ostream& into, const TranslationUnit& unit) {
    XmlWriter xml(into, XmlWriter::Whole::piece);
    (void)units->write(xml, unit);
    xml.finish();
  };
  return std::make_unique<XliffReplay>(out, settings.header, XliffVersion::one,
                                       xliff_1_form, stranger);
}

}  // namespace hexapla
