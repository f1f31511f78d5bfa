#include "exchange/lines/read_jsonl.hpp"

#include "exchange/language_tag.hpp"
#include "exchange/lines/jsonl_lists.hpp"
#include "exchange/shared_names.hpp"
#include "format/line_reader.hpp"
#include "text/utf8.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace hexapla {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// Reads the objects; any surprise is the line's fault.
class JsonlReader final : public UnitReader {
 public:
  JsonlReader(std::istream& in, std::string_view name) : lines_(in, name) {
    header_.format = "jsonl";
  }

  bool next(TranslationUnit& unit) override {
    std::string_view line;
    while (lines_.next(line)) {
      if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
      read_line(line, unit);
      if (!unit.variants.empty()) return true;
      warn(
          lines_.name(), lines_.line(),
          "no “cells” and no “translation” with texts by language, and no text under a "
          "language’s tag, as in {\"en\":\"...\",\"fr\":\"...\"}; the line is passed over");
    }
    return false;
  }

 private:
  void read_line(std::string_view line, TranslationUnit& unit) {
    // A parser that goes down with each bracket must not be led too deep.
    require_shallow(line);
    const OrderedJson object = OrderedJson::parse(line, nullptr, false);
    if (!object.is_object()) lines_.refuse("no JSON object on this line");
    unit = {};
    for (const auto& [key, value] : object.items())
      read_member(unit, key, value);
    if (unit.variants.empty()) read_flat(unit, object);
  }

  void require_shallow(std::string_view line) const {
    constexpr std::size_t deepest = 32;  // ours has 6
    std::size_t depth = 0;
    for (const char byte : line) {
      if (byte == '[' || byte == '{') ++depth;
      if ((byte == ']' || byte == '}') && depth > 0) --depth;
      // Brackets in texts count, too; there they are seldom open in such numbers.
      if (depth > deepest) lines_.refuse("brackets are nested more than 32 deep");
    }
  }

  /// `{"en":"...","fr":"..."}`: texts under tags of two letters, whatever else there is.
  static void read_flat(TranslationUnit& unit, const OrderedJson& object) {
    constexpr std::size_t tag_size = 2;
    for (const auto& [key, value] : object.items()) {
      const bool is_tag = key.substr(0, key.find_first_of("-_")).size() == tag_size &&
                          key != "id" && language_tagged(key) != Language();
      if (!is_tag || !value.is_string()) continue;
      unit.variants.push_back(variant_tagged(key));
      unit.variants.back().text = value.get<std::string>();
      std::erase(unit.properties, NamedValue{key, unit.variants.back().text});
    }
  }

  void read_member(TranslationUnit& unit, const std::string& key,
                   const OrderedJson& value) {
    if (key == "cells" || key == "translation") {
      if (!value.is_object()) lines_.refuse("“" + key + "” holds no object");
      for (const auto& [tag, cell] : value.items())
        read_cells(unit, tag, cell);
    } else if (key == "id" || key == "unit") {
      unit.id = value.is_string() ? value.get<std::string>() : value.dump();
    } else if (key == "confidence" && !value.is_null()) {
      const std::string words = value.dump();
      unit.confidence = confidence_from(words);
      if (const std::string doubt = doubt_about_confidence(words); !doubt.empty())
        warn(lines_.name(), lines_.line(), doubt);
    } else if (key == "state" && value.is_string() &&
               unit_state_named(value.get<std::string>())) {
      unit.state = *unit_state_named(value.get<std::string>());
    } else if (key == "attributes") {
      unit.attributes = named_values(value);
    } else if (key == "properties") {
      unit.properties = named_values(value);
    } else if (key == "notes") {
      unit.notes = texts(value);
    } else if (value.is_string()) {
      unit.properties.push_back({key, value.get<std::string>()});
    } else if (value.is_number()) {
      unit.properties.push_back({key, value.dump()});
    }
  }

  void read_cells(TranslationUnit& unit, const std::string& tag, const OrderedJson& cell) {
    if (cell.is_null()) return;
    if (cell.is_array()) {
      for (const OrderedJson& one : cell)
        read_cells(unit, tag, one);
      return;
    }
    Variant variant = variant_tagged(tag);
    if (cell.is_string()) {
      variant.text = cell.get<std::string>();
    } else {
      variant.text = text_in(cell, "text");
      if (cell.contains("tag")) variant.tag = text_in(cell, "tag");
      if (cell.contains("attributes"))
        variant.attributes = named_values(cell["attributes"]);
      if (cell.contains("properties"))
        variant.properties = named_values(cell["properties"]);
      for (const auto& [property, key] : jsonl_lists)
        if (const std::string name(key); cell.contains(name))
          variant.properties.push_back({std::string(property), words_in(cell[name])});
      if (cell.contains("notes")) variant.notes = texts(cell["notes"]);
      if (cell.contains("tags")) read_tags(variant, cell["tags"]);
    }
    unit.variants.push_back(std::move(variant));
  }

  /// `[0, 1]` as "0 1".
  static std::string words_in(const OrderedJson& list) {
    std::string words;
    for (const OrderedJson& word : list) {
      if (!words.empty()) words += ' ';
      words += word.is_string() ? word.get<std::string>() : word.dump();
    }
    return words;
  }

  void read_tags(Variant& variant, const OrderedJson& tags) {
    if (!tags.is_array()) lines_.refuse("“tags” holds no list");
    for (const OrderedJson& json : tags) {
      InlineTag tag;
      const std::string role = text_in(json, "role");
      if (!json.contains("at") || !json["at"].is_number_unsigned())
        lines_.refuse("a tag has no place “at”");
      const auto at = json["at"].get<std::uint64_t>();
      if (at > variant.text.size() || (at < variant.text.size() && is_inside(variant, at)))
        lines_.refuse("a tag is outside its text, or inside of a character");
      tag.at = static_cast<std::uint32_t>(at);
      tag.role = role == "begin" ? InlineTag::Role::begin
                 : role == "end" ? InlineTag::Role::end
                                 : InlineTag::Role::alone;
      tag.element = text_in(json, "element");
      if (json.contains("attributes")) tag.attributes = named_values(json["attributes"]);
      if (json.contains("content")) tag.content = text_in(json, "content");
      variant.tags.push_back(std::move(tag));
    }
  }

  static bool is_inside(const Variant& variant, std::size_t at) {
    constexpr unsigned continuation = 0x80;  // UTF-8: 10xxxxxx
    constexpr unsigned mask = 0xC0;
    return (static_cast<unsigned char>(variant.text[at]) & mask) == continuation;
  }

  std::string text_in(const OrderedJson& object, const char* key) const {
    if (!object.is_object() || !object.contains(key) || !object[key].is_string())
      lines_.refuse("no text “" + std::string(key) + "” where one should be");
    return object[key].get<std::string>();
  }

  std::vector<std::string> texts(const OrderedJson& list) const {
    std::vector<std::string> texts;
    if (!list.is_array()) lines_.refuse("“notes” holds no list");
    for (const OrderedJson& text : list) {
      if (!text.is_string()) lines_.refuse("a note is no text");
      texts.push_back(text.get<std::string>());
    }
    return texts;
  }

  /// `[["type", "value"], ...]`, or an object.
  std::vector<NamedValue> named_values(const OrderedJson& list) const {
    std::vector<NamedValue> values;
    const auto as_text = [](const OrderedJson& value) {
      return value.is_string() ? value.get<std::string>() : value.dump();
    };
    if (list.is_object()) {
      for (const auto& [name, value] : list.items())
        values.push_back({name, as_text(value)});
      return values;
    }
    for (const OrderedJson& pair : list) {
      if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string())
        lines_.refuse("attributes and properties are pairs of a name and a value");
      values.push_back({pair[0].get<std::string>(), as_text(pair[1])});
    }
    return values;
  }

  LineReader lines_;
};

}  // namespace

std::unique_ptr<UnitReader> read_jsonl(std::istream& in, std::string_view name) {
  return std::make_unique<JsonlReader>(in, name);
}

}  // namespace hexapla
