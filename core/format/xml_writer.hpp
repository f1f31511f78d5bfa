#pragma once

#include "format/named_value.hpp"

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Writes an XML 1.0 document in UTF-8, an element a line, indented. Characters that XML
/// forbids are written as words, `[U+0001]`, and counted.
class XmlWriter {
 public:
  /// A piece of a document is inside of one, and has no declaration.
  enum class Whole : bool { document, piece };

  explicit XmlWriter(std::ostream& out, Whole whole = Whole::document);

  /// `element` must live until its end.
  void start(std::string_view element);
  void attribute(std::string_view name, std::string_view value);
  void attributes(std::span<const NamedValue> values);
  /// From here to the end of the present element nothing is put on a line of its own.
  void text(std::string_view words);
  /// Markup that is balanced, on a line of its own, or, after text, in it.
  void markup(std::string_view balanced);
  void end();
  /// A processing instruction; `words` hold no "?>".
  void instruction(std::string_view target, std::string_view words);
  /// An element with attributes and text.
  void element(std::string_view name, std::span<const NamedValue> values,
               std::string_view words);
  /// Ends all elements, and the document.
  void finish();

  [[nodiscard]] std::size_t marked_characters() const noexcept { return marked_; }

 private:
  struct Open {
    std::string_view name;
    bool holds_text = false;
    bool holds_elements = false;
  };

  void close_begin();
  void new_line();
  void hand_on_when_large();

  std::ostream& out_;
  bool is_document_;
  std::string bytes_;  ///< Not handed on yet.
  std::vector<Open> open_;
  bool is_begun_ = false;  ///< The last begin tag has no `>` yet.
  std::size_t marked_ = 0;
};

}  // namespace hexapla
