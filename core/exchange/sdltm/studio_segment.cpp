#include "exchange/sdltm/studio_segment.hpp"

#include "exchange/language_tag.hpp"
#include "format/xml_fragment.hpp"
#include "format/xml_reader.hpp"
#include "format/xml_text.hpp"

#include <limits>
#include <string>
#include <utility>

namespace hexapla {
namespace {

/// A `<Tag>`: what it is, and how it is tied to others.
struct StudioTag {
  std::string type;
  std::string anchor;     ///< Ties a start to its end.
  std::string alignment;  ///< Ties the tag to that of the other side.
  std::string id;
  std::string text;  ///< What stands for it, if anything does.
};

StudioTag studio_tag_at(XmlReader& xml) {
  StudioTag tag;
  xml.for_each_child([&] {
    const std::string_view name = xml.local_name();
    std::string ignored;
    std::string& slot = name == "Type"              ? tag.type
                        : name == "Anchor"          ? tag.anchor
                        : name == "AlignmentAnchor" ? tag.alignment
                        : name == "TagID"           ? tag.id
                        : name == "TextEquivalent"  ? tag.text
                                                    : ignored;
    slot = text_at(xml);
  });
  return tag;
}

/// As the TMX that Studio exports names it.
InlineTag inline_tag_of(const StudioTag& tag, std::size_t at) {
  const bool is_begin = tag.type == "Start";
  const bool is_end = tag.type == "End";
  InlineTag made;
  made.at = static_cast<std::uint32_t>(at);
  made.role = is_begin ? InlineTag::Role::begin
              : is_end ? InlineTag::Role::end
                       : InlineTag::Role::alone;
  made.element = is_begin ? "bpt" : is_end ? "ept" : "ph";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) made.attributes.push_back({std::string(name), value});
  };
  if (is_begin || is_end) add("i", tag.anchor);
  if (!is_end) add("x", tag.alignment);
  if (!is_end) add("type", tag.id);
  append_xml(made.content, tag.text, XmlPlace::element);
  return made;
}

void read_elements(XmlReader& xml, Variant& variant) {
  xml.for_each_child([&] {
    if (variant.text.size() > std::numeric_limits<std::uint32_t>::max())
      xml.refuse(xml.line(), "a text has more than 4 GiB");
    if (xml.local_name() == "Text") {
      xml.for_each_child([&] {
        if (xml.local_name() == "Value") {
          variant.text += text_at(xml);
        } else {
          pass_over(xml);
        }
      });
    } else if (xml.local_name() == "Tag") {
      const StudioTag tag = studio_tag_at(xml);
      variant.tags.push_back(inline_tag_of(tag, variant.text.size()));
    } else {
      pass_over(xml);
    }
  });
}

}  // namespace

Variant studio_segment(std::string_view xml_bytes, std::string_view tag,
                       std::string_view name) {
  XmlReader xml(xml_bytes, name);
  Variant variant;
  std::string culture;
  if (!xml.next() || xml.event() != XmlEvent::begin || xml.local_name() != "Segment")
    xml.refuse(xml.line(), "its first element is not “Segment”");
  xml.for_each_child([&] {
    if (xml.local_name() == "Elements") {
      read_elements(xml, variant);
    } else if (xml.local_name() == "CultureName") {
      culture = text_at(xml);
    } else {
      pass_over(xml);
    }
  });
  const Variant named = variant_tagged(culture.empty() ? tag : std::string_view(culture));
  variant.language = named.language;
  variant.tag = named.tag;
  return variant;
}

}  // namespace hexapla
