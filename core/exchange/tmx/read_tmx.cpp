#include "exchange/tmx/read_tmx.hpp"

#include "exchange/inline_text.hpp"
#include "exchange/language_tag.hpp"
#include "exchange/shared_names.hpp"
#include "format/xml_fragment.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

class TmxReader final : public UnitReader {
 public:
  TmxReader(std::istream& in, std::string_view name) : name_(name), xml_(in, name) {
    read_head();
  }

  bool next(TranslationUnit& unit) override {
    while (xml_.next()) {
      if (xml_.event() != XmlEvent::begin) continue;
      if (is("tu")) {
        const std::size_t line = xml_.line();
        read_unit(unit);
        if (!unit.variants.empty()) return true;
        warn(name_, line, "a translation unit without a text is passed over");
        continue;
      }
      if (!is("body")) pass_over(xml_);
    }
    return false;
  }

 private:
  [[nodiscard]] bool is(std::string_view name) const {
    return same_letters(xml_.local_name(), name);
  }

  /// Up to the begin of the body.
  void read_head() {
    if (!next_begin() || !is("tmx"))
      xml_.refuse(xml_.line(), "not a TMX file: its first element is not “tmx”");
    const std::string version = xml_.attribute("version");
    header_.format = version.empty() ? "tmx" : "tmx " + version;
    while (next_begin() && !is("body"))
      if (is("header")) {
        read_header();
      } else {
        pass_over(xml_);
      }
  }

  [[nodiscard]] bool next_begin() {
    while (xml_.next())
      if (xml_.event() == XmlEvent::begin) return true;
    return false;
  }

  void read_header() {
    header_.attributes = attributes_but(xml_, {});
    header_.source = language_tagged(xml_.attribute("srclang"));
    xml_.for_each_child([&] { read_fact(header_.properties, header_.notes); });
  }

  /// A note, a property, or something else to be kept as it is.
  void read_fact(std::vector<NamedValue>& properties, std::vector<std::string>& notes) {
    if (is("note") && xml_.attributes() == 0) {
      notes.push_back(text_at(xml_));
    } else if (is("prop") && xml_.attributes() == 1 && !xml_.attribute("type").empty()) {
      std::string type = xml_.attribute("type");
      properties.push_back({std::move(type), text_at(xml_)});
    } else {
      std::string name(kept_xml);
      name += xml_.local_name();
      properties.push_back({std::move(name), fragment_at(xml_)});
    }
  }

  void read_unit(TranslationUnit& unit) {
    unit = {};
    unit.id = xml_.attribute("tuid");
    unit.attributes = attributes_but(xml_, {"tuid"});
    xml_.for_each_child([&] {
      if (is("tuv")) {
        read_variant(unit);
      } else {
        read_fact(unit.properties, unit.notes);
      }
    });
    unit.confidence = confidence_in(unit.properties);
    unit.state = state_in(unit.properties);
  }

  void read_variant(TranslationUnit& unit) {
    std::string tag = xml_.attribute("xml:lang");
    if (tag.empty()) tag = xml_.attribute("lang");
    if (tag.empty()) {
      warn(name_, xml_.line(), "a “tuv” that names no language is passed over");
      return pass_over(xml_);
    }
    unit.variants.push_back(variant_tagged(tag));
    Variant& variant = unit.variants.back();
    variant.attributes = attributes_but(xml_, {"xml:lang", "lang"});
    xml_.for_each_child([&] {
      if (is("seg")) {
        read_inline(xml_, inline_elements::of_tmx, variant);
      } else {
        read_fact(variant.properties, variant.notes);
      }
    });
  }

  std::string name_;
  XmlReader xml_;
};

}  // namespace

std::unique_ptr<UnitReader> read_tmx(std::istream& in, std::string_view name) {
  return std::make_unique<TmxReader>(in, name);
}

}  // namespace hexapla
