#pragma once

// Private to core/export/.

#include "exchange/unit_writer.hpp"
#include "format/xml_lines.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What is demanded of a `file` beyond what the units bring along.
struct XliffFileForm {
  std::string_view body;             ///< The element between file and units, or empty.
  std::vector<NamedValue> demanded;  ///< Attributes.
};

/// Writes the files and groups that units stand in.
class XliffFrame {
 public:
  /// `own_file` is the begin tag of the first file, or empty. `is_own`: the units came from
  /// the format that is written.
  XliffFrame(XmlLines& xml, XliffFileForm form, std::string own_file, bool is_own);

  /// Ends and begins files and groups until `unit` can stand here. True when something was
  /// ended or begun, `before_change` being called first.
  template <class BeforeChange>
  void move_to(const TranslationUnit& unit, BeforeChange before_change) {
    const Frame wanted = frame_of(unit);
    if (is_open_ && wanted == frame_) return;
    before_change();
    change_to(unit, wanted);
  }

  /// Writes what stood before the unit.
  void write_before(const TranslationUnit& unit);

  /// An empty file is no XLIFF file; a file without any is none.
  void finish();

 private:
  struct Frame {
    std::string file;
    std::vector<std::string> groups;
    friend bool operator==(const Frame&, const Frame&) = default;
  };

  [[nodiscard]] Frame frame_of(const TranslationUnit& unit) const;
  void change_to(const TranslationUnit& unit, const Frame& wanted);
  void open_file(const Frame& wanted, const TranslationUnit* unit);
  void close_file();

  XmlLines& xml_;
  XliffFileForm form_;
  std::string own_file_;
  bool is_own_;
  bool is_open_ = false;
  Frame frame_;
};

/// True for a property that XliffFrame writes.
[[nodiscard]] bool belongs_to_frame(std::string_view property);

}  // namespace hexapla
