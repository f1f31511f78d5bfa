#pragma once

// Private to core/export/.

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string_view>

// libxml2's own names.
struct _xmlBuffer;      // NOLINT(bugprone-reserved-identifier)
struct _xmlTextWriter;  // NOLINT(bugprone-reserved-identifier)

namespace hexapla {

/// Writes one indented XML 1.0 document in UTF-8. Characters that XML forbids (controls,
/// U+FFFE, U+FFFF) are written as words, `[U+0001]`, and counted.
class XmlWriter {
 public:
  explicit XmlWriter(std::ostream& out);
  ~XmlWriter();
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;

  void start(const char* element);
  void attribute(const char* name, std::string_view value);
  void text(std::string_view words);
  /// Ends the innermost element.
  void end();
  /// An element with one attribute and text.
  void element(const char* name, const char* attribute_name, std::string_view value,
               std::string_view words);
  /// A processing instruction; `words` hold no "?>".
  void instruction(const char* target, std::string_view words);
  /// Hands on what is written so far.
  void flush();
  /// Ends all elements, and the document.
  void finish();

  [[nodiscard]] std::size_t marked_characters() const noexcept { return marked_; }

 private:
  struct FreeBuffer {
    void operator()(_xmlBuffer* buffer) const noexcept;
  };
  struct FreeWriter {
    void operator()(_xmlTextWriter* writer) const noexcept;
  };

  std::string legal(std::string_view words);

  std::ostream& out_;
  std::unique_ptr<_xmlBuffer, FreeBuffer> buffer_;
  std::unique_ptr<_xmlTextWriter, FreeWriter> writer_;
  std::size_t marked_ = 0;
};

}  // namespace hexapla
