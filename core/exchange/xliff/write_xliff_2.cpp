#include "exchange/inline_writer.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/tag_pairs.hpp"
#include "exchange/unit_texts.hpp"
#include "exchange/xliff/frame.hpp"
#include "exchange/xliff/unique_ids.hpp"
#include "exchange/xliff/write_xliff.hpp"
#include "format/xml_fragment.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace hexapla {
namespace {

constexpr std::string_view uri = "urn:oasis:names:tc:xliff:document:2.0";
constexpr std::array<std::string_view, 6> coded{"cp", "ph", "sc", "ec", "sm", "em"};
constexpr std::string_view segment_attribute = "segment/";

void write_foreign(XmlLines& xml, const InlineTag& tag, std::size_t number,
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

class Xliff2Writer final : public UnitWriter {
 public:
  Xliff2Writer(std::ostream& out, UnitWriterSettings settings)
      : settings_(std::move(settings)),
        is_own_(settings_.header.format.starts_with("xliff 2")),
        xml_(out),
        frame_(xml_, {"", {{"id", "f1"}}}, own_file(), is_own_) {
    std::vector<NamedValue> attributes;
    if (is_own_) attributes = settings_.header.attributes;
    xml_.start("xliff");
    xml_.attribute("xmlns", uri);
    xml_.attribute("version", "2.1");
    if (value_of(attributes, "srcLang") == nullptr)
      attributes.insert(attributes.begin(), {"srcLang", source_language()});
    if (settings_.languages.size() > 1 && value_of(attributes, "trgLang") == nullptr)
      attributes.push_back({"trgLang", std::string(settings_.languages[1].tag())});
    xml_.attributes(attributes);
  }

  void add(const TranslationUnit& unit) override {
    const auto [source, target] = sides_of(unit, settings_.languages);
    if (source == nullptr) {
      ++exported_.skipped;
      return;
    }
    frame_.move_to(unit, [&] { end_unit(); });
    const std::size_t slash = is_own_ ? unit.id.find('/') : std::string::npos;
    const std::string unit_id = unit.id.substr(0, slash);
    if (!is_own_ || unit_id.empty() || unit_id != open_unit_) {
      end_unit();
      frame_.write_before(unit);
      begin_unit(unit, unit_id);
    }
    write_kept(unit, "xml:ignorable-before");
    write_segment(unit, slash == std::string::npos ? "" : unit.id.substr(slash + 1),
                  *source, target);
    write_kept(unit, "xml:ignorable");
    ++exported_.written;
  }

  Exported finish() override {
    end_unit();
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

  [[nodiscard]] std::string source_language() const {
    const Language source =
        settings_.languages.empty() ? settings_.header.source : settings_.languages[0];
    return std::string(source.tag());
  }

  void begin_unit(const TranslationUnit& unit, const std::string& id) {
    ++number_;
    xml_.start("unit");
    const std::string wanted = is_name_token(id) ? id : "u" + std::to_string(number_);
    const std::string given = is_own_ ? wanted : ids_.give(wanted);
    xml_.attribute("id", given);
    if (is_own_) {
      for (const NamedValue& attribute : unit.attributes)
        if (!attribute.name.starts_with(segment_attribute))
          xml_.attribute(attribute.name, attribute.value);
    } else if (!id.empty() && given != id) {
      xml_.attribute("name", id);
    }
    write_others(unit);
    write_notes(unit);
    write_kept(unit, "xml:originalData");
    open_unit_ = id;
    is_open_ = true;
  }

  void end_unit() {
    if (is_open_) xml_.end();
    is_open_ = false;
    open_unit_.clear();
  }

  void write_notes(const TranslationUnit& unit) {
    const bool has_kept = is_own_ && value_of(unit.properties, "xml:note") != nullptr;
    if (unit.notes.empty() && !has_kept) return;
    xml_.start("notes");
    for (const std::string& note : unit.notes)
      xml_.element("note", {}, note);
    write_kept(unit, "xml:note");
    xml_.end();
  }

  void write_segment(const TranslationUnit& unit, const std::string& id,
                     const Variant& source, const Variant* target) {
    xml_.start("segment");
    if (!id.empty()) xml_.attribute("id", id);
    if (is_own_)
      for (const NamedValue& attribute : unit.attributes)
        if (attribute.name.starts_with(segment_attribute))
          xml_.attribute(std::string_view(attribute.name).substr(segment_attribute.size()),
                         attribute.value);
    write("source", source);
    if (target != nullptr) write("target", *target);
    xml_.end();
  }

  void write(std::string_view element, const Variant& variant) {
    xml_.start(element);
    if (is_own_) {
      xml_.attributes(variant.attributes);
    } else if (has_own_spaces(&variant)) {
      xml_.attribute("xml:space", "preserve");
    }
    write_inline(xml_, variant, xliff_2_form,
                 is_own_ ? TagOrigin::own : TagOrigin::foreign);
    xml_.end();
  }

  void write_kept(const TranslationUnit& unit, std::string_view name) {
    if (!is_own_) return;
    for (const NamedValue& property : unit.properties)
      if (property.name == name && is_balanced(property.value)) xml_.markup(property.value);
  }

  /// Modules: what has no place of its own here.
  void write_others(const TranslationUnit& unit) {
    if (!is_own_) return;
    for (const NamedValue& property : unit.properties) {
      const std::string_view name = property.name;
      if (name.starts_with(kept_xml) && !belongs_to_frame(name) && name != "xml:note" &&
          name != "xml:originalData" && !name.starts_with("xml:ignorable") &&
          is_balanced(property.value))
        xml_.markup(property.value);
    }
  }

  UnitWriterSettings settings_;
  bool is_own_;
  XmlLines xml_;
  XliffFrame frame_;
  std::string open_unit_;
  bool is_open_ = false;
  std::size_t number_ = 0;
  UniqueIds ids_;
  Exported exported_;
};

}  // namespace

std::unique_ptr<UnitWriter> xliff_2_writer(std::ostream& out, UnitWriterSettings settings) {
  return std::make_unique<Xliff2Writer>(out, std::move(settings));
}

}  // namespace hexapla
