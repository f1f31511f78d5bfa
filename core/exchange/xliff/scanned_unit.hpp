#pragma once

// Private to core/exchange/.

#include "exchange/translation_unit.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

enum class XliffVersion : bool { one, two };

/// Where an element is in the bytes of its unit.
struct ElementPlace {
  std::size_t begin = 0;    ///< Of its begin tag.
  std::size_t content = 0;  ///< After its begin tag.
  std::size_t content_end = 0;
  std::size_t end = 0;  ///< After its end tag; `content` for `<target/>`.
  std::string name;     ///< With its prefix.

  [[nodiscard]] bool is_empty_tag() const noexcept { return content == end; }
};

/// A pair of texts in a unit: all of a trans-unit, an `mrk mtype="seg"` of it, a segment.
struct ScannedSegment {
  TranslationUnit row;
  std::string mid;  ///< Of an mrk.
  std::optional<ElementPlace> source;
  std::optional<ElementPlace> target;
  std::size_t target_place = 0;  ///< Where a missing `target` would stand.
};

/// A unit with its pairs. What belongs to the unit is in the first row.
struct ScannedUnit {
  std::vector<ScannedSegment> segments;  ///< None for a unit without a source.
  std::optional<ElementPlace> target;    ///< Of the trans-unit, around those of its mrks.
  std::size_t target_place = 0;
  Language source_language;
  Language target_language;
  std::string prefix;  ///< Of XLIFF's own elements, with its colon; mostly empty.
};

/// The begin tags around a unit, from `xliff` on, as they are in the file.
struct XliffOpening {
  std::string tags;
  std::size_t depth = 0;  ///< How many.
};

/// Reads one unit from its bytes.
/// Errors: Fault::malformed with a line of the unit.
[[nodiscard]] ScannedUnit scan_unit(XliffVersion version, const XliffOpening& opening,
                                    std::string_view unit, std::string_view name);

}  // namespace hexapla
