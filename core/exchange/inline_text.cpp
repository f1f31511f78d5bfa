#include "exchange/inline_text.hpp"

#include "format/xml_fragment.hpp"

#include <algorithm>
#include <limits>

namespace hexapla {
namespace {

std::string qualified(std::string_view prefix, std::string_view name) {
  if (prefix.empty()) return std::string(name);
  return std::string(prefix).append(":").append(name);
}

}  // namespace

std::vector<NamedValue> attributes_but(const XmlReader& xml,
                                       std::initializer_list<std::string_view> left_out) {
  std::vector<NamedValue> attributes;
  for (std::size_t at = 0; at < xml.attributes(); ++at) {
    const XmlAttribute attribute = xml.attribute_at(at);
    const std::string name = qualified(attribute.prefix, attribute.name);
    if (std::ranges::find(left_out, name) != left_out.end()) continue;
    if (!attribute.prefix.empty() && attribute.prefix != "xml") {
      const std::string declared = "xmlns:" + std::string(attribute.prefix);
      if (std::ranges::find(attributes, declared, &NamedValue::name) == attributes.end())
        attributes.push_back({declared, std::string(attribute.uri)});
    }
    attributes.push_back({name, std::string(attribute.value)});
  }
  return attributes;
}

InlineReader::InlineReader(const XmlReader& xml, std::span<const InlineElement> coded,
                           Variant& variant, std::string_view home)
    : depth_(xml.depth()), coded_(coded), variant_(variant), home_(home) {}

InlineTag InlineReader::tag_at(const XmlReader& xml, InlineTag::Role role) const {
  if (variant_.text.size() > std::numeric_limits<std::uint32_t>::max())
    xml.refuse(xml.line(), "a text has more than 4 GiB");
  InlineTag tag;
  tag.at = static_cast<std::uint32_t>(variant_.text.size());
  tag.role = role;
  const bool is_at_home = !home_.empty() && xml.uri() == home_;
  tag.element = qualified(is_at_home ? "" : xml.prefix(), xml.local_name());
  return tag;
}

bool InlineReader::take(XmlReader& xml) {
  if (xml.event() == XmlEvent::text) variant_.text += xml.value();
  if (xml.event() == XmlEvent::end) {
    if (xml.depth() == depth_) return false;
    variant_.tags.push_back(tag_at(xml, InlineTag::Role::end));
  }
  if (xml.event() != XmlEvent::begin) return true;
  const auto kind = std::ranges::find(coded_, xml.local_name(), &InlineElement::name);
  InlineTag tag = tag_at(xml, kind == coded_.end() ? InlineTag::Role::begin : kind->role);
  tag.attributes = attributes_but(xml, {});
  if (kind != coded_.end()) tag.content = content_at(xml);
  variant_.tags.push_back(std::move(tag));
  return true;
}

void read_inline(XmlReader& xml, std::span<const InlineElement> coded, Variant& variant) {
  InlineReader reader(xml, coded, variant);
  while (xml.next())
    if (!reader.take(xml)) return;
  xml.refuse(xml.line(), "an element never ends");
}

}  // namespace hexapla
