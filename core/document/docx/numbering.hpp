#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

inline constexpr std::size_t docx_list_levels = 9;

/// What Word prints before a paragraph of a list.
struct DocxLabel {
  std::string text;    ///< "1.", "(a)", "•"; empty when it prints nothing.
  bool spaced = true;  ///< White space is between it and the paragraph.
};

/// Bytes. Longer texts of numbers are no numbers but an attack.
inline constexpr std::size_t longest_docx_label = 100;

/// The lists of word/numbering.xml, and how far each has counted.
class DocxNumbering {
 public:
  explicit DocxNumbering(std::string_view xml);

  /// The number or bullet that Word prints before the next paragraph of this list and
  /// level. Counts on.
  [[nodiscard]] DocxLabel next_label(std::string_view number_id, std::int32_t level);

  /// The level of a list that paragraphs of a style are on.
  [[nodiscard]] std::int32_t level_of_style(std::string_view number_id,
                                            std::string_view style) const;

 private:
  struct Level {
    std::string format = "decimal";
    std::string text;  ///< "%1.%2": %1 is the number of the first level.
    std::string style;
    std::int32_t start = 1;
    std::optional<std::int32_t> restart;  ///< After which level; 0 for never.
    bool spaced = true;
    bool decimal_only = false;  ///< All numbers of the text in digits.
  };
  using Levels = std::array<Level, docx_list_levels>;
  struct Definition {
    Levels levels;
    std::array<std::optional<std::int32_t>, docx_list_levels> counts;
  };
  struct List {
    std::string definition;
    std::map<std::size_t, std::int32_t> starts;  ///< Level to a start of this list's own.
    std::map<std::size_t, Level> levels;         ///< Levels of this list's own.
    bool begun = false;
  };
  class Reader;

  [[nodiscard]] static const Level& level_of(const List& list, const Definition& definition,
                                             std::size_t level);
  static void count(List& list, Definition& definition, std::size_t level);
  [[nodiscard]] static std::string printed(const List& list, const Definition& definition,
                                           std::size_t level);

  std::map<std::string, Definition, std::less<>> definitions_;
  std::map<std::string, List, std::less<>> lists_;
};

}  // namespace hexapla
