#include "corpus/tables/memory_json.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <nlohmann/json.hpp>

namespace hexapla {
namespace {

// Keeps the order in which keys were written.
using Json = nlohmann::ordered_json;

constexpr std::array role_names{std::string_view("begin"), std::string_view("end"),
                                std::string_view("alone")};

Json json_of_pairs(const std::vector<NamedValue>& pairs) {
  Json json = Json::array();
  for (const NamedValue& pair : pairs)
    json.push_back({pair.name, pair.value});
  return json;
}

void add_pairs(Json& json, const char* name, const std::vector<NamedValue>& pairs) {
  if (!pairs.empty()) json[name] = json_of_pairs(pairs);
}

void add_notes(Json& json, const std::vector<std::string>& notes) {
  if (!notes.empty()) json["notes"] = notes;
}

Json json_of_tag(const InlineTag& tag) {
  Json json{{"at", tag.at},
            {"role", role_names.at(static_cast<std::size_t>(tag.role))},
            {"element", tag.element}};
  add_pairs(json, "attributes", tag.attributes);
  if (!tag.content.empty()) json["content"] = tag.content;
  return json;
}

std::string written(const Json& json) {
  try {
    return json.dump();
  } catch (const Json::exception&) {
    throw Error(Fault::inconsistent, {"unit", 0},
                "holds a property or note that is not valid UTF-8");
  }
}

std::optional<std::string> written_unless_empty(const Json& json) {
  if (json.empty()) return std::nullopt;
  return written(json);
}

std::vector<NamedValue> pairs_in(const Json& json, const char* name) {
  std::vector<NamedValue> pairs;
  if (!json.contains(name)) return pairs;
  for (const Json& pair : json.at(name))
    pairs.push_back({pair.at(0).get<std::string>(), pair.at(1).get<std::string>()});
  return pairs;
}

std::vector<std::string> notes_in(const Json& json) {
  return json.contains("notes") ? json.at("notes").get<std::vector<std::string>>()
                                : std::vector<std::string>();
}

InlineTag tag_in(const Json& json) {
  InlineTag tag;
  tag.at = json.at("at").get<std::uint32_t>();
  const auto* const role =
      std::ranges::find(role_names, json.at("role").get<std::string>());
  if (role == role_names.end())
    throw Json::other_error::create(0, "an unknown role of a tag", &json);
  tag.role = static_cast<InlineTag::Role>(role - role_names.begin());
  tag.element = json.at("element").get<std::string>();
  tag.attributes = pairs_in(json, "attributes");
  if (json.contains("content")) tag.content = json.at("content").get<std::string>();
  return tag;
}

/// The text may have become shorter since: people edit it.
std::uint32_t nearest_border(std::string_view text, std::size_t at) {
  constexpr auto is_inside = [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;  // UTF-8: a later byte
  };
  at = std::min(at, text.size());
  while (at < text.size() && at > 0 && is_inside(text[at]))
    --at;
  return static_cast<std::uint32_t>(at);
}

/// Runs `read` on the parsed text. Errors: Fault::malformed when either fails.
template <class Read>
void read_json(std::string_view text, std::string_view file, const Read& read) {
  try {
    read(Json::parse(text));
  } catch (const Json::exception& error) {
    throw Error(Fault::malformed, {std::string(file), 0},
                "a damaged corpus file: what a unit has beyond its text can't be read: " +
                    std::string(error.what()));
  }
}

}  // namespace

std::optional<std::string> extra_of(const TranslationUnit& unit) {
  if (unit.attributes.empty() && unit.properties.empty() && unit.notes.empty() &&
      unit.state == UnitState::unknown)
    return std::nullopt;
  Json json;
  if (unit.state != UnitState::unknown) json["state"] = name_of(unit.state);
  add_pairs(json, "attributes", unit.attributes);
  add_pairs(json, "properties", unit.properties);
  add_notes(json, unit.notes);
  return written_unless_empty(json);
}

std::optional<std::string> extra_of(const Variant& variant, std::string_view usual_tag) {
  const bool usual = variant.tag == usual_tag;
  if (usual && variant.tags.empty() && variant.attributes.empty() &&
      variant.properties.empty() && variant.notes.empty())
    return std::nullopt;
  Json json;
  if (!usual) json["tag"] = variant.tag;
  for (const InlineTag& tag : variant.tags)
    json["tags"].push_back(json_of_tag(tag));
  add_pairs(json, "attributes", variant.attributes);
  add_pairs(json, "properties", variant.properties);
  add_notes(json, variant.notes);
  return written_unless_empty(json);
}

std::string json_of(const MemoryHeader& header) {
  Json json{{"format", header.format}, {"source", header.source.tag()}};
  add_pairs(json, "attributes", header.attributes);
  add_pairs(json, "properties", header.properties);
  add_notes(json, header.notes);
  return written(json);
}

void add_extra(std::string_view json, std::string_view file, TranslationUnit& unit) {
  read_json(json, file, [&](const Json& extra) {
    if (extra.contains("state"))
      unit.state = unit_state_named(extra.at("state").get<std::string>())
                       .value_or(UnitState::unknown);
    unit.attributes = pairs_in(extra, "attributes");
    unit.properties = pairs_in(extra, "properties");
    unit.notes = notes_in(extra);
  });
}

void add_extra(std::string_view json, std::string_view file, Variant& variant) {
  read_json(json, file, [&](const Json& extra) {
    if (extra.contains("tag")) variant.tag = extra.at("tag").get<std::string>();
    if (extra.contains("tags"))
      for (const Json& tag : extra.at("tags")) {
        variant.tags.push_back(tag_in(tag));
        InlineTag& added = variant.tags.back();
        added.at = nearest_border(variant.text, added.at);
      }
    variant.attributes = pairs_in(extra, "attributes");
    variant.properties = pairs_in(extra, "properties");
    variant.notes = notes_in(extra);
  });
}

MemoryHeader memory_header_in(std::string_view json, std::string_view file) {
  MemoryHeader header;
  read_json(json, file, [&](const Json& stored) {
    header.format = stored.at("format").get<std::string>();
    const auto source = Language::from(stored.at("source").get<std::string>());
    if (!source) throw Json::other_error::create(0, "no language", &stored);
    header.source = *source;
    header.attributes = pairs_in(stored, "attributes");
    header.properties = pairs_in(stored, "properties");
    header.notes = notes_in(stored);
  });
  return header;
}

}  // namespace hexapla
