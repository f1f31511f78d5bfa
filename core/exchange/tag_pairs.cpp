#include "exchange/tag_pairs.hpp"

#include "format/xml_fragment.hpp"
#include "format/xml_reader.hpp"

namespace hexapla {

std::vector<PairedTag> paired(const std::vector<InlineTag>& tags) {
  std::vector<PairedTag> pairs(tags.size());
  std::vector<std::size_t> open;
  std::size_t number = 0;
  for (std::size_t at = 0; at < tags.size(); ++at) {
    if (tags[at].role == InlineTag::Role::end && !open.empty()) {
      pairs[at] = {pairs[open.back()].number, true};
      pairs[open.back()].has_partner = true;
      open.pop_back();
      continue;
    }
    pairs[at].number = ++number;
    if (tags[at].role == InlineTag::Role::begin) open.push_back(at);
  }
  return pairs;
}

std::string code_of(const InlineTag& tag) {
  const std::string& content = tag.content;
  const bool is_spelled_out = content.find('<') == std::string::npos &&
                              content.find('&') != std::string::npos &&
                              is_balanced(content);
  if (is_spelled_out) {
    const std::string document = "<x>" + content + "</x>";
    XmlReader xml(document, "markup");
    if (xml.next()) return text_at(xml);
  }
  if (!content.empty()) return content;
  if (tag.role == InlineTag::Role::end && tag.attributes.empty())
    return "</" + tag.element + '>';
  std::string code = '<' + tag.element;
  for (const NamedValue& attribute : tag.attributes)
    code += ' ' + attribute.name + "=\"" + attribute.value + '"';
  return code + (tag.role == InlineTag::Role::begin ? ">" : "/>");
}

}  // namespace hexapla
