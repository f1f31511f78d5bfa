#include "exchange/inline_writer.hpp"

#include "exchange/tag_pairs.hpp"
#include "format/xml_fragment.hpp"

#include <algorithm>

namespace hexapla {
namespace {

bool holds(std::span<const InlineElement> elements, std::string_view name) {
  return std::ranges::find(elements, name, &InlineElement::name) != elements.end();
}

/// Writes the tags of one variant, own elements as they were.
class TagWriter {
 public:
  TagWriter(XmlWriter& xml, const InlineForm& form, TagOrigin origin)
      : xml_(xml), form_(form), origin_(origin) {}

  void write(const InlineTag& tag, PairedTag pair) {
    if (origin_ == TagOrigin::foreign) return foreign(tag, pair);
    if (holds(form_.coded, tag.element)) return coded(tag);
    if (tag.role == InlineTag::Role::end) {
      if (open_ > 0) xml_.end();
      open_ -= open_ > 0 ? 1 : 0;
      return;
    }
    xml_.start(tag.element);
    xml_.attributes(tag.attributes);
    if (tag.role == InlineTag::Role::begin) {
      ++open_;
    } else {
      xml_.end();
    }
  }

  void close_all() {
    for (; open_ > 0; --open_)
      xml_.end();
  }

 private:
  void coded(const InlineTag& tag) {
    xml_.start(tag.element);
    xml_.attributes(tag.attributes);
    if (!tag.content.empty()) write_content(xml_, tag.content);
    xml_.end();
  }

  void foreign(const InlineTag& tag, PairedTag pair) {
    form_.write_foreign(xml_, tag, pair.number, pair.has_partner);
  }

  XmlWriter& xml_;
  const InlineForm& form_;
  TagOrigin origin_;
  std::size_t open_ = 0;  ///< Elements around text.
};

}  // namespace

void write_content(XmlWriter& xml, std::string_view content) {
  xml.text({});  // what follows is on this line
  if (is_balanced(content)) {
    xml.markup(content);
  } else {
    xml.text(content);
  }
}

void write_inline(XmlWriter& xml, const Variant& variant, const InlineForm& form,
                  TagOrigin origin) {
  xml.text({});
  if (variant.tags.empty()) return xml.text(variant.text);
  const std::vector<PairedTag> pairs = paired(variant.tags);
  const std::string_view text = variant.text;
  TagWriter writer(xml, form, origin);
  std::size_t at = 0;
  for (std::size_t number = 0; number < variant.tags.size(); ++number) {
    const InlineTag& tag = variant.tags[number];
    const std::size_t place = std::clamp<std::size_t>(tag.at, at, text.size());
    xml.text(text.substr(at, place - at));
    at = place;
    writer.write(tag, pairs[number]);
  }
  xml.text(text.substr(at));
  writer.close_all();
}

}  // namespace hexapla
