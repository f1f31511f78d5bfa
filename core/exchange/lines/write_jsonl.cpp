#include "exchange/lines/jsonl_lists.hpp"
#include "exchange/lines/line_writers.hpp"
#include "exchange/shared_names.hpp"
#include "format/json.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

/// A confidence has a key of its own.
bool is_told_elsewhere(const NamedValue& value) {
  return is_raw(value) || value.name == confidence_property;
}

Json json_of(const std::vector<NamedValue>& values) {
  Json list = Json::array();
  for (const NamedValue& value : values)
    if (!is_told_elsewhere(value)) list.push_back(Json::array({value.name, value.value}));
  return list;
}

Json json_of(const InlineTag& tag) {
  constexpr std::array<const char*, 3> roles{"begin", "end", "alone"};
  Json json{{"at", tag.at},
            {"role", roles.at(static_cast<std::size_t>(tag.role))},
            {"element", tag.element}};
  if (!tag.attributes.empty()) json["attributes"] = json_of(tag.attributes);
  if (!tag.content.empty()) json["content"] = tag.content;
  return json;
}

/// What units and variants have in common, left out where there is nothing.
template <class Holder>
void add_facts(Json& json, const Holder& holder) {
  if (!holder.attributes.empty()) json["attributes"] = json_of(holder.attributes);
  if (!std::ranges::all_of(holder.properties, is_told_elsewhere))
    json["properties"] = json_of(holder.properties);
  if (!holder.notes.empty()) json["notes"] = holder.notes;
}

/// What a property of a row lists, as an array; an empty one for what is no such list.
Json list_in(std::string_view words, bool are_numbers) {
  Json list = Json::array();
  for (const std::string_view word : parts_of(words, ' ')) {
    std::uint32_t number = 0;
    const auto [end, fault] =
        std::from_chars(word.data(), word.data() + word.size(), number);
    const bool is_number = fault == std::errc() && end == word.data() + word.size();
    if (is_number != are_numbers) return Json::array();
    if (are_numbers) {
      list.push_back(number);
    } else {
      list.push_back(word);
    }
  }
  return list;
}

Json json_of(const Variant& whole) {
  Variant variant = whole;
  Json json{{"text", variant.text}};
  for (const auto& [property, key] : jsonl_lists)
    if (const std::string* const words = value_of(variant.properties, property)) {
      Json list = list_in(*words, property == jsonl_lists[0].property);
      if (list.empty()) continue;
      json[std::string(key)] = std::move(list);
      std::erase_if(variant.properties, [&, property = property](const NamedValue& value) {
        return value.name == property;
      });
    }
  if (!variant.tag.empty()) json["tag"] = variant.tag;
  if (!variant.tags.empty()) {
    Json tags = Json::array();
    for (const InlineTag& tag : variant.tags)
      tags.push_back(json_of(tag));
    json["tags"] = std::move(tags);
  }
  add_facts(json, variant);
  return json;
}

class JsonlWriter final : public UnitWriter {
 public:
  explicit JsonlWriter(std::ostream& out) : out_(out) {}

  bool write_unit(const TranslationUnit& unit) override {
    if (unit.variants.empty()) return false;
    Json cells = Json::object();
    for (const Variant& variant : unit.variants) {
      Json& cell = cells[std::string(variant.language.tag())];
      if (cell.is_object()) cell = Json::array({std::move(cell)});
      if (cell.is_array()) {
        cell.push_back(json_of(variant));
      } else {
        cell = json_of(variant);
      }
    }
    Json line = Json::object();
    if (!unit.id.empty()) line["id"] = unit.id;
    line["confidence"] = rounded(unit.confidence);
    if (unit.state != UnitState::unknown) line["state"] = name_of(unit.state);
    add_facts(line, unit);
    line["cells"] = std::move(cells);
    out_ << line.dump() << '\n';
    return true;
  }

 private:
  std::ostream& out_;
};

class TranslationWriter final : public UnitWriter {
 public:
  TranslationWriter(std::ostream& out, UnitWriterSettings settings)
      : out_(out), settings_(std::move(settings)) {}

  bool write_unit(const TranslationUnit& unit) override {
    Json translation = Json::object();
    for (const Variant& variant : unit.variants) {
      const bool is_wanted = settings_.languages.empty() ||
                             std::ranges::find(settings_.languages, variant.language) !=
                                 settings_.languages.end();
      std::string tag(variant.language.tag());
      if (is_wanted && !translation.contains(tag))
        translation[std::move(tag)] = variant.text;
    }
    if (translation.size() < 2) return false;
    const std::string id = unit.id.empty() ? std::to_string(written()) : unit.id;
    out_ << Json{{"id", id},
                 {"confidence", rounded(unit.confidence)},
                 {"translation", std::move(translation)}}
                .dump()
         << '\n';
    return true;
  }

 private:
  std::ostream& out_;
  UnitWriterSettings settings_;
};

}  // namespace

std::unique_ptr<UnitWriter> jsonl_writer(std::ostream& out) {
  return std::make_unique<JsonlWriter>(out);
}

std::unique_ptr<UnitWriter> translation_writer(std::ostream& out,
                                               UnitWriterSettings settings) {
  return std::make_unique<TranslationWriter>(out, std::move(settings));
}

}  // namespace hexapla
