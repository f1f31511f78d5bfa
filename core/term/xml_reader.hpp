#pragma once

// Private to core/term/.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

enum class XmlEvent : std::uint8_t { begin, end, text, instruction };

/// Walks through an XML document held in memory, as XML that comes from outside must be
/// read: nothing else is opened, no entity of the document's own becomes text, a DOCTYPE is
/// passed over if it only names an outside file. An empty element is a begin and an end; a
/// text may come in parts.
/// Errors: Fault::malformed with the line.
/// Memory: that of the events of one chunk, whatever the document's size.
class XmlReader {
 public:
  /// Both must live as long as the reader.
  XmlReader(std::string_view bytes, std::string_view name);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// False at the end of the document.
  [[nodiscard]] bool next();

  [[nodiscard]] XmlEvent event() const noexcept { return current_.kind; }
  /// Of the element, without its prefix, or of the instruction. Lives as long as the
  /// reader.
  [[nodiscard]] std::string_view local_name() const noexcept { return current_.name; }
  /// Of a text or an instruction. The view dies at next().
  [[nodiscard]] std::string_view value() const { return view_of(current_.value); }
  /// `name` as in `type` or `xml:lang`; empty when there is none. Only at a begin.
  [[nodiscard]] std::string attribute(std::string_view name) const;
  /// 1-based; where the event stands.
  [[nodiscard]] std::size_t line() const noexcept { return current_.line; }
  /// How many elements are open, the one that begins or ends included.
  [[nodiscard]] std::size_t depth() const noexcept { return depth_; }

  [[noreturn]] void refuse(std::size_t line, std::string_view what) const;

 private:
  struct Parser;

  /// Bytes of `pool_`.
  struct Range {
    std::size_t begin = 0;
    std::size_t size = 0;
  };
  struct Attribute {
    std::string_view prefix;
    std::string_view name;
    Range value;
  };
  struct Event {
    XmlEvent kind = XmlEvent::text;
    std::string_view name;
    Range value;
    std::size_t first_attribute = 0;  ///< Into `attributes_`.
    std::size_t attributes = 0;
    std::size_t line = 0;
  };

  [[nodiscard]] std::string_view view_of(Range range) const {
    return std::string_view(pool_).substr(range.begin, range.size);
  }
  [[nodiscard]] bool parse_chunk();

  std::string_view bytes_;
  std::string_view name_;
  std::size_t parsed_ = 0;  ///< Bytes of `bytes_`.
  std::string pool_;        ///< Texts of the events of one chunk.
  std::vector<Attribute> attributes_;
  std::vector<Event> events_;
  std::size_t next_event_ = 0;
  Event current_;
  std::size_t depth_ = 0;
  std::unique_ptr<Parser> parser_;
};

}  // namespace hexapla
