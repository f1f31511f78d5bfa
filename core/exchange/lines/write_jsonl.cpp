#include "exchange/lines/line_writers.hpp"
#include "format/json.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

namespace hexapla {
namespace {

Json json_of(const std::vector<NamedValue>& values) {
  Json list = Json::array();
  for (const NamedValue& value : values)
    list.push_back(Json::array({value.name, value.value}));
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
  if (!holder.properties.empty()) json["properties"] = json_of(holder.properties);
  if (!holder.notes.empty()) json["notes"] = holder.notes;
}

Json json_of(const Variant& variant) {
  Json json{{"text", variant.text}};
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

  void add(const TranslationUnit& unit) override {
    if (unit.variants.empty()) {
      ++exported_.skipped;
      return;
    }
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
    add_facts(line, unit);
    line["cells"] = std::move(cells);
    out_ << line.dump() << '\n';
    ++exported_.written;
  }

  Exported finish() override { return exported_; }

 private:
  std::ostream& out_;
  Exported exported_;
};

class TranslationWriter final : public UnitWriter {
 public:
  TranslationWriter(std::ostream& out, UnitWriterSettings settings)
      : out_(out), settings_(std::move(settings)) {}

  void add(const TranslationUnit& unit) override {
    Json translation = Json::object();
    for (const Variant& variant : unit.variants) {
      const bool is_wanted = settings_.languages.empty() ||
                             std::ranges::find(settings_.languages, variant.language) !=
                                 settings_.languages.end();
      std::string tag(variant.language.tag());
      if (is_wanted && !translation.contains(tag))
        translation[std::move(tag)] = variant.text;
    }
    if (translation.size() < 2) {
      ++exported_.skipped;
      return;
    }
    const std::string id = unit.id.empty() ? std::to_string(exported_.written) : unit.id;
    out_ << Json{{"id", id},
                 {"confidence", rounded(unit.confidence)},
                 {"translation", std::move(translation)}}
                .dump()
         << '\n';
    ++exported_.written;
  }

  Exported finish() override { return exported_; }

 private:
  std::ostream& out_;
  UnitWriterSettings settings_;
  Exported exported_;
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
