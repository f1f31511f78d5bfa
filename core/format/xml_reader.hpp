#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

class XmlTokens;

enum class XmlEvent : std::uint8_t { begin, end, text, instruction };

/// The views are valid until XmlReader::next().
struct XmlAttribute {
  std::string_view prefix;  ///< `xml` of `xml:lang`; mostly empty.
  std::string_view uri;     ///< What the prefix stands for; lives as long as the reader.
  std::string_view name;
  std::string_view value;
};

/// Walks through an XML document as XML that comes from outside must be read: nothing else
/// is opened, no entity of the document's own becomes text, a DOCTYPE is passed over unless
/// it declares entities. An empty element is a begin and an end; a text may come in parts.
/// Errors: Fault::malformed with the line.
/// Memory: that of the events of one chunk, whatever the document's size. A text or an
///         attribute may have 10 MB, libxml2's limit; elements may be nested 64 deep.
class XmlReader {
 public:
  /// Both must live as long as the reader.
  XmlReader(std::string_view bytes, std::string_view name);
  XmlReader(std::istream& bytes, std::string_view name);
  /// At a begin or an end, the last token is the tag that it was made of.
  XmlReader(XmlTokens& tokens, std::string_view name);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// False at the end of the document.
  [[nodiscard]] bool next();

  [[nodiscard]] XmlEvent event() const noexcept { return current_.kind; }
  /// Of the element, without its prefix, or of the instruction. Lives as long as the
  /// reader.
  [[nodiscard]] std::string_view local_name() const noexcept { return current_.name; }
  /// Of an element; both live as long as the reader.
  [[nodiscard]] std::string_view prefix() const noexcept { return current_.prefix; }
  [[nodiscard]] std::string_view uri() const noexcept { return current_.uri; }
  /// Of a text or an instruction. The view is valid until next().
  [[nodiscard]] std::string_view value() const { return view_of(current_.value); }
  /// `name` as in `type` or `xml:lang`; empty when there is none. Only at a begin.
  [[nodiscard]] std::string attribute(std::string_view name) const;
  /// Of a begin, in their order.
  [[nodiscard]] std::size_t attributes() const noexcept { return current_.attributes; }
  [[nodiscard]] XmlAttribute attribute_at(std::size_t number) const;
  /// Calls `read` at the begin of each child of the present element; `read` leaves the
  /// reader at the child's end.
  template <class Read>
  void for_each_child(Read read) {
    const std::size_t parent = depth();
    while (next()) {
      if (event() == XmlEvent::end && depth() == parent) return;
      if (event() == XmlEvent::begin) read();
    }
    refuse(line(), "the file ends inside an element");
  }

  /// 1-based; where the event is.
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
    std::string_view uri;
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
    std::string_view prefix;
    std::string_view uri;
  };

  XmlReader(std::string_view bytes, std::istream* stream, std::string_view name);

  [[nodiscard]] std::string_view view_of(Range range) const {
    return std::string_view(pool_).substr(range.begin, range.size);
  }
  [[nodiscard]] std::string_view next_chunk();
  [[nodiscard]] bool parse_chunk();

  std::string_view bytes_;  ///< What is left of them.
  std::istream* stream_;    ///< Where more of them come from, or nullptr.
  XmlTokens* tokens_ = nullptr;
  std::string name_;
  std::vector<char> chunk_;  ///< Of the stream.
  bool at_end_ = false;
  std::string pool_;  ///< Texts of the events of one chunk.
  std::vector<Attribute> attributes_;
  std::vector<Event> events_;
  std::size_t next_event_ = 0;
  Event current_;
  std::size_t depth_ = 0;
  std::unique_ptr<Parser> parser_;
};

}  // namespace hexapla
