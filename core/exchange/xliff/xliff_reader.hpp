#pragma once

// Private to core/memory/.

#include "exchange/unit_reader.hpp"
#include "format/xml_reader.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What both XLIFFs have in common: files, groups, and units in them.
class XliffReader : public UnitReader {
 public:
  /// `xml` stands at the begin of `xliff`.
  explicit XliffReader(std::unique_ptr<XmlReader> xml);

 protected:
  /// Where the next unit stands. Knows files and groups, keeps the rest for the unit.
  /// False at the end.
  [[nodiscard]] bool find_unit(std::string_view unit_element);

  /// Called at the begin of a `file`.
  virtual void begin_file() = 0;

  /// Adds what the unit stands in, and what stood before it, to its properties.
  void add_place(TranslationUnit& unit);

  /// A note without attributes, or anything to be kept as it is.
  void read_fact(TranslationUnit& unit);

  /// Calls `read` at the begin of each child of the present element; `read` leaves the
  /// reader at the child's end.
  template <class Read>
  void for_each_child(Read read) {
    const std::size_t depth = xml().depth();
    while (xml().next()) {
      if (xml().event() == XmlEvent::end && xml().depth() == depth) return;
      if (xml().event() == XmlEvent::begin) read();
    }
    xml().refuse(xml().line(), "the file ends inside an element");
  }

  [[nodiscard]] XmlReader& xml() noexcept { return *xml_; }

 private:
  std::unique_ptr<XmlReader> xml_;
  std::size_t files_ = 0;
  std::string file_;                 ///< Begin tag.
  std::vector<std::string> groups_;  ///< Begin tags, the outermost first.
  std::vector<NamedValue> before_;   ///< What stands before the next unit.
};

/// `xml` stands at the begin of `xliff`; so for both.
[[nodiscard]] std::unique_ptr<UnitReader> read_xliff_1(std::unique_ptr<XmlReader> xml);
[[nodiscard]] std::unique_ptr<UnitReader> read_xliff_2(std::unique_ptr<XmlReader> xml);

}  // namespace hexapla
