#include "exchange/inline_writer.hpp"
#include "exchange/plain_notes.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/unit_texts.hpp"
#include "exchange/xliff/replay.hpp"
#include "exchange/xliff/unique_ids.hpp"
#include "exchange/xliff/write_xliff.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view uri = "urn:oasis:names:tc:xliff:document:2.0";
constexpr std::array<std::string_view, 6> coded{"cp", "ph", "sc", "ec", "sm", "em"};

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

constexpr InlineForm xliff_2_form{coded, write_foreign};

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
class UnitElements {
 public:
  UnitElements(UnitWriterSettings settings, TagOrigin origin)
      : settings_(std::move(settings)), origin_(origin) {}

  /// False for a unit without a source.
  bool write(XmlWriter& xml, const TranslationUnit& unit) {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (source == nullptr) return false;
    ++number_;
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
    write(xml, "source", *source);
    if (target != nullptr) write(xml, "target", *target);
    xml.end();
    xml.end();
    return true;
  }

 private:
  void write(XmlWriter& xml, std::string_view element, const Variant& variant) const {
    xml.start(element);
    if (has_own_spaces(&variant)) xml.attribute("xml:space", "preserve");
    write_inline(xml, variant, xliff_2_form, origin_);
    xml.end();
  }

  UnitWriterSettings settings_;
  TagOrigin origin_;
  std::size_t number_ = 0;
  UniqueIds ids_;
};

class Xliff2Writer final : public UnitWriter {
 public:
  Xliff2Writer(std::ostream& out, const UnitWriterSettings& settings)
      : xml_(out),
        units_(settings, settings.header.format.starts_with("xliff 2")
                             ? TagOrigin::own
                             : TagOrigin::foreign) {
    const Language source =
        settings.languages.empty() ? settings.header.source : settings.languages[0];
    xml_.start("xliff");
    xml_.attribute("xmlns", uri);
    xml_.attribute("version", "2.1");
    xml_.attribute("srcLang", source.tag());
    if (settings.languages.size() > 1)
      xml_.attribute("trgLang", settings.languages[1].tag());
    xml_.start("file");
    xml_.attribute("id", "f1");
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

std::unique_ptr<UnitWriter> xliff_2_writer(std::ostream& out, UnitWriterSettings settings) {
  if (!settings.header.format.starts_with("xliff 2") || !can_be_replayed(settings.header))
    return std::make_unique<Xliff2Writer>(out, settings);
  const auto units = std::make_shared<UnitElements>(settings, TagOrigin::own);
  const auto stranger = [units](std::ostream& into, const TranslationUnit& unit) {
    XmlWriter xml(into, XmlWriter::Whole::piece);
    (void)units->write(xml, unit);
    xml.finish();
  };
  return std::make_unique<XliffReplay>(out, settings.header, XliffVersion::two,
                                       xliff_2_form, stranger);
}

}  // namespace hexapla
