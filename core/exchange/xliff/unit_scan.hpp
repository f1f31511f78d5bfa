#pragma once

// Private to core/exchange/.

#include "exchange/inline_text.hpp"
#include "exchange/language_tag.hpp"
#include "exchange/xliff/scanned_unit.hpp"
#include "format/xml_fragment.hpp"
#include "format/xml_reader.hpp"
#include "format/xml_tokens.hpp"

#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// An `mrk mtype="seg"` inside of a text.
struct SegmentMark {
  std::string mid;
  std::size_t text_begin = 0;  ///< In Variant::text.
  std::size_t text_end = 0;
  std::size_t first_tag = 0;  ///< In Variant::tags: its begin.
  std::size_t last_tag = 0;   ///< Its end.
  ElementPlace place;
};

/// A source or target with what is where in it.
struct ScannedText {
  Variant variant;
  ElementPlace place;
  std::vector<SegmentMark> marks;
  std::string state;
};

/// What the scans of both versions have in common: the way to the unit, its children, its
/// texts and the places of all of them.
class UnitScan {
 public:
  UnitScan(const XliffOpening& opening, std::string_view unit, std::string_view name);

 protected:
  [[nodiscard]] XmlReader& xml() noexcept { return xml_; }
  [[nodiscard]] bool is(std::string_view element) const {
    return xml_.local_name() == element && xml_.uri() == home_;
  }
  /// The text of the source or target at whose begin the reader stands.
  [[nodiscard]] ScannedText read_text(std::span<const InlineElement> coded,
                                      const std::string& usual_language);
  /// A note, or anything to be kept as it is.
  void read_fact(TranslationUnit& unit);
  /// After the tag at whose begin or end the reader stands, in the unit's bytes.
  [[nodiscard]] std::size_t place_behind() const { return tokens_.end() - before_; }

  std::string source_tag_;  ///< Languages as the file names them.
  std::string target_tag_;
  ScannedUnit unit_;

 private:
  void follow(std::size_t depth);
  [[nodiscard]] ElementPlace place_at_begin() const;
  void end_place(ElementPlace& place) const;

  std::size_t before_;  ///< Bytes of the opening.
  XmlTokens tokens_;
  XmlReader xml_;
  std::string home_;  ///< The namespace of XLIFF's own elements.
};

}  // namespace hexapla
