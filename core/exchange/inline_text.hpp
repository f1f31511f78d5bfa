#pragma once

// Private to core/exchange/.

#include "exchange/inline_elements.hpp"
#include "exchange/translation_unit.hpp"
#include "format/xml_reader.hpp"

#include <span>
#include <string>
#include <string_view>

namespace hexapla {

/// Takes down the content of an element as text and tags of a variant, event by event. An
/// element of `coded` becomes one tag that holds its content; any other is taken for a pair
/// around text: one tag at its begin, one at its end, in both cases with its attributes.
class InlineReader {
 public:
  /// `xml` is at the element's begin. Elements of the namespace `home` are named
  /// without a prefix.
  InlineReader(const XmlReader& xml, std::span<const InlineElement> coded, Variant& variant,
               std::string_view home = {});

  /// Takes the event at which `xml` stands; false when it is the end of the element.
  /// Errors: those of `xml`; Fault::malformed for a text beyond 4 GiB.
  [[nodiscard]] bool take(XmlReader& xml);

 private:
  [[nodiscard]] InlineTag tag_at(const XmlReader& xml, InlineTag::Role role) const;

  std::size_t depth_;
  std::span<const InlineElement> coded_;
  Variant& variant_;
  std::string home_;
};

/// Reads the whole content of the element at whose begin `xml` stands; afterwards `xml`
/// is at its end. Errors: as InlineReader::take.
void read_inline(XmlReader& xml, std::span<const InlineElement> coded, Variant& variant);

/// The attributes at which `xml` stands, but for those named. Prefixes are kept
/// (`xml:space`), what they stand for as `xmlns:prefix` before them.
[[nodiscard]] std::vector<NamedValue> attributes_but(
    const XmlReader& xml, std::initializer_list<std::string_view> left_out);

}  // namespace hexapla
