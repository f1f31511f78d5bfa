#pragma once

#include "document/block_kind.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// What makes a paragraph a heading or an item of a list, in a style or in the paragraph.
struct DocxParagraphProperties {
  std::optional<std::int32_t> outline_level;  ///< 0 to 8 for headings, 9 for the body.
  std::optional<std::string> number_id;       ///< "0" for none.
  std::optional<std::int32_t> list_level;     ///< From 0.
};

/// The styles of paragraphs and characters in word/styles.xml.
class DocxStyles {
 public:
  explicit DocxStyles(std::string_view xml);

  /// With what each style leaves open taken from the style that it is based on.
  [[nodiscard]] DocxParagraphProperties properties_of(std::string_view style) const;

  /// Title or heading, by the built-in names that every language of Word keeps.
  [[nodiscard]] std::optional<BlockKind> kind_of(std::string_view style) const;

  /// Whether its text is hidden; nullopt when it doesn't say.
  [[nodiscard]] std::optional<bool> hides(std::string_view style) const;

 private:
  struct Style {
    std::string name;  ///< In lower case, "heading 1".
    std::optional<bool> hides;
    std::string based_on;
    DocxParagraphProperties properties;
  };
  [[nodiscard]] const Style* find(std::string_view style) const;

  std::map<std::string, Style, std::less<>> styles_;
};

}  // namespace hexapla
