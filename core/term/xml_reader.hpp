#pragma once

// Private to core/term/.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

// libxml2's own name.
struct _xmlTextReader;  // NOLINT(bugprone-reserved-identifier)

namespace hexapla {

enum class XmlEvent { begin, end, text, instruction };

/// Walks through an XML document held in memory, as XML that comes from outside must be
/// read: nothing else is opened, no entity of the document's own becomes text, a DOCTYPE is
/// passed over if it only names an outside file. An empty element is a begin and an end.
/// Errors: Fault::malformed with the line.
class XmlReader {
 public:
  /// Both must live as long as the reader.
  XmlReader(std::string_view bytes, std::string_view name);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// False at the end of the document.
  [[nodiscard]] bool next();

  [[nodiscard]] XmlEvent event() const noexcept { return event_; }
  /// Of the element, without its prefix, or of the instruction. The view dies at next().
  [[nodiscard]] std::string_view local_name() const;
  /// Of a text or an instruction. The view dies at next().
  [[nodiscard]] std::string_view value() const;
  /// Empty when there is none. Only at a begin.
  [[nodiscard]] std::string attribute(const char* name) const;
  /// 1-based; where the event stands.
  [[nodiscard]] std::size_t line() const;
  /// How many elements are open, the one that begins or ends included.
  [[nodiscard]] std::size_t depth() const noexcept { return depth_; }

  [[noreturn]] void refuse(std::size_t line, std::string_view what) const;

 private:
  struct FreeReader {
    void operator()(_xmlTextReader* reader) const noexcept;
  };
  struct FirstFault {
    std::string words;
    std::size_t line = 0;
  };

  [[nodiscard]] bool take_event(int node_type);
  void pass_doctype() const;
  static void keep_first(void* slot, void* fault);

  std::string_view bytes_;
  std::string_view name_;
  FirstFault fault_;
  std::unique_ptr<_xmlTextReader, FreeReader> reader_;
  XmlEvent event_ = XmlEvent::text;
  std::size_t depth_ = 0;
  bool end_is_due_ = false;  ///< The element that just began is empty.
};

}  // namespace hexapla
