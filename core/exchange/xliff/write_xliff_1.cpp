#include "exchange/inline_writer.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/unit_texts.hpp"
#include "exchange/xliff/frame.hpp"
#include "exchange/xliff/unique_ids.hpp"
#include "exchange/xliff/write_xliff.hpp"
#include "format/decimal.hpp"
#include "format/xml_fragment.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view uri = "urn:oasis:names:tc:xliff:document:1.2";
constexpr std::array<std::string_view, 8> coded{"x",   "bx", "ex", "bpt",
                                                "ept", "ph", "it", "sub"};

void write_foreign(XmlLines& xml, const InlineTag& tag, std::size_t number,
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

std::vector<NamedValue> demanded_of_file(const UnitWriterSettings& settings) {
  std::vector<NamedValue> demanded{{"original", "units"},
                                   {"datatype", "plaintext"},
                                   {"source-language", language_of(settings, 0)}};
  if (settings.languages.size() > 1)
    demanded.push_back({"target-language", language_of(settings, 1)});
  return demanded;
}

class Xliff1Writer final : public UnitWriter {
 public:
  Xliff1Writer(std::ostream& out, UnitWriterSettings settings)
      : settings_(std::move(settings)),
        is_own_(settings_.header.format.starts_with("xliff 1")),
        xml_(out),
        frame_(xml_, {"body", demanded_of_file(settings_)}, own_file(), is_own_) {
    xml_.start("xliff");
    xml_.attribute("version", "1.2");
    xml_.attribute("xmlns", uri);
    if (is_own_) xml_.attributes(settings_.header.attributes);
  }

  void add(const TranslationUnit& unit) override {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (source == nullptr) {
      ++exported_.skipped;
      return;
    }
    frame_.move_to(unit, [] {});
    frame_.write_before(unit);
    xml_.start("trans-unit");
    ++number_;
    const std::string wanted = unit.id.empty() ? std::to_string(number_) : unit.id;
    const std::string id = is_own_ ? wanted : ids_.give(wanted);
    xml_.attribute("id", id);
    if (id != wanted) xml_.attribute("resname", wanted);
    if (is_own_) {
      xml_.attributes(unit.attributes);
    } else if (has_own_spaces(source) || has_own_spaces(target)) {
      xml_.attribute("xml:space", "preserve");
    }
    write("source", *source);
    write_kept(unit, "xml:seg-source", true);
    if (target != nullptr) write("target", *target);
    for (const std::string& note : unit.notes)
      xml_.element("note", {}, note);
    write_kept(unit, "xml:seg-source", false);
    if (!is_own_) write_facts(unit);
    xml_.end();
    ++exported_.written;
  }

  Exported finish() override {
    frame_.finish();
    xml_.finish();
    exported_.marked_characters = xml_.marked_characters();
    return exported_;
  }

 private:
  [[nodiscard]] std::string own_file() const {
    const std::string* const file = value_of(settings_.header.properties, "xml:file");
    return is_own_ && file != nullptr ? *file : std::string();
  }

  void write(std::string_view element, const Variant& variant) {
    xml_.start(element);
    if (is_own_) xml_.attributes(variant.attributes);
    write_inline(xml_, variant, xliff_1_form,
                 is_own_ ? TagOrigin::own : TagOrigin::foreign);
    xml_.end();
  }

  /// The elements kept under `name`, or all others.
  void write_kept(const TranslationUnit& unit, std::string_view name, bool is_named) {
    if (!is_own_) return;
    for (const NamedValue& property : unit.properties)
      if (property.name.starts_with(kept_xml) && !belongs_to_frame(property.name) &&
          (property.name == name) == is_named && is_balanced(property.value))
        xml_.markup(property.value);
  }

  /// What other formats say of a unit, as contexts.
  void write_facts(const TranslationUnit& unit) {
    std::vector<NamedValue> facts = unit.properties;
    if (unit.confidence < 1 && value_of(facts, confidence_property) == nullptr)
      facts.push_back({std::string(confidence_property), decimal(unit.confidence)});
    if (facts.empty()) return;
    xml_.start("context-group");
    xml_.attribute("purpose", "information");
    for (const NamedValue& fact : facts) {
      const bool is_ours = fact.name.starts_with("x-");
      const std::array<NamedValue, 1> type{
          {{"context-type", (is_ours ? "" : "x-") + fact.name}}};
      xml_.element("context", type, fact.value);
    }
    xml_.end();
  }

  UnitWriterSettings settings_;
  bool is_own_;
  XmlLines xml_;
  XliffFrame frame_;
  std::size_t number_ = 0;
  UniqueIds ids_;
  Exported exported_;
};

}  // namespace

std::unique_ptr<UnitWriter> xliff_1_writer(std::ostream& out, UnitWriterSettings settings) {
  return std::make_unique<Xliff1Writer>(out, std::move(settings));
}

}  // namespace hexapla
