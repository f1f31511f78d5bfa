#include "document/docx/styles.hpp"

#include "document/markup/attribute_number.hpp"
#include "document/markup/scanner.hpp"
#include "text/fold.hpp"

namespace hexapla {
namespace {

constexpr int longest_chain = 32;  // of styles based on styles; Word allows 11
constexpr std::int32_t body_level = 9;

}  // namespace

DocxStyles::DocxStyles(std::string_view xml) {
  MarkupScanner scanner(xml, Markup::xml);
  Style* style = nullptr;
  while (const auto token = scanner.next()) {
    if (token->ends("style")) style = nullptr;
    if (token->kind != MarkupToken::Kind::start_tag) continue;
    const auto value = [&] { return scanner.attribute(*token, "val"); };
    if (token->name == "style") {
      const auto id = scanner.attribute(*token, "styleId");
      const std::string type = scanner.attribute(*token, "type").value_or("paragraph");
      style = id && (type == "paragraph" || type == "character") ? &styles_[*id] : nullptr;
    } else if (token->name == "pPrChange" || token->name == "rPrChange") {
      (void)scanner.skip_element(*token);
    } else if (style == nullptr) {
      continue;
    } else if (token->name == "vanish") {
      const std::string on = value().value_or("1");
      style->hides = on != "0" && on != "false" && on != "off";
    } else if (token->name == "name") {
      style->name = folded(value().value_or(""));
    } else if (token->name == "basedOn") {
      style->based_on = value().value_or("");
    } else if (token->name == "outlineLvl") {
      style->properties.outline_level = attribute_number(value());
    } else if (token->name == "numId") {
      style->properties.number_id = value();
    } else if (token->name == "ilvl") {
      style->properties.list_level = attribute_number(value());
    }
  }
}

const DocxStyles::Style* DocxStyles::find(std::string_view style) const {
  const auto found = styles_.find(style);
  return found == styles_.end() ? nullptr : &found->second;
}

DocxParagraphProperties DocxStyles::properties_of(std::string_view style) const {
  DocxParagraphProperties properties;
  const Style* now = find(style);
  for (int i = 0; now != nullptr && i < longest_chain; ++i) {
    const DocxParagraphProperties& own = now->properties;
    if (!properties.outline_level) properties.outline_level = own.outline_level;
    if (!properties.number_id) {
      properties.number_id = own.number_id;
      if (!properties.list_level) properties.list_level = own.list_level;
    }
    now = find(now->based_on);
  }
  return properties;
}

std::optional<bool> DocxStyles::hides(std::string_view style) const {
  const Style* now = find(style);
  for (int i = 0; now != nullptr && i < longest_chain; ++i) {
    if (now->hides) return now->hides;
    now = find(now->based_on);
  }
  return std::nullopt;
}

std::optional<BlockKind> DocxStyles::kind_of(std::string_view style) const {
  const Style* now = find(style);
  for (int i = 0; now != nullptr && i < longest_chain; ++i) {
    if (now->name == "title") return BlockKind::title;
    if (now->name.starts_with("heading ")) return BlockKind::heading;
    if (const auto level = now->properties.outline_level)
      return *level < body_level ? std::optional(BlockKind::heading) : std::nullopt;
    now = find(now->based_on);
  }
  return std::nullopt;
}

}  // namespace hexapla
