#pragma once

// Private to core/exchange/.

#include "exchange/inline_writer.hpp"
#include "exchange/unique_ids.hpp"
#include "exchange/unit_writer.hpp"
#include "exchange/xliff/scanned_unit.hpp"
#include "format/xml_writer.hpp"

#include <string_view>

namespace hexapla {

/// A unit with the texts that are to be its source and its target.
struct SidedUnit {
  const TranslationUnit& unit;
  const Variant& source;
  const Variant* target;
  std::size_t number;  ///< Among all that were written, from 1 on.
  TagOrigin origin;
};

/// How one version of XLIFF differs from the other.
struct XliffForm {
  XliffVersion version;
  std::string_view memories;  ///< How the format of a memory of this version begins.
  const InlineForm& inlines;
  /// Opens the elements around the units.
  void (*open)(XmlWriter& xml, const UnitWriterSettings& settings);
  /// Writes the element of a unit, and gives it an id out of `ids`.
  void (*write)(XmlWriter& xml, const SidedUnit& sided, UniqueIds& ids);
};

extern const XliffForm xliff_1_form;
extern const XliffForm xliff_2_form;

}  // namespace hexapla
