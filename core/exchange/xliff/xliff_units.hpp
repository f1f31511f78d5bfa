#pragma once

// Private to core/exchange/.

#include "exchange/inline_writer.hpp"
#include "exchange/unique_ids.hpp"
#include "exchange/unit_writer.hpp"
#include "exchange/xliff/scanned_unit.hpp"
#include "format/xml_writer.hpp"

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace hexapla {

/// A unit with the texts that are to be its source and its target.
struct SidedUnit {
  const TranslationUnit& unit;
  const Variant& source;
  const Variant* target;
};

/// What a version of XLIFF makes of units.
class XliffUnits : public Interface {
 public:
  XliffUnits(UnitWriterSettings settings, TagOrigin origin)
      : origin_(origin), settings_(std::move(settings)) {}

  /// False for a unit without a source.
  bool write(XmlWriter& xml, const TranslationUnit& unit);

 protected:
  virtual void write(XmlWriter& xml, const SidedUnit& sided) = 0;

  std::size_t number_ = 0;  ///< Of the unit, from 1 on.
  UniqueIds ids_;
  const TagOrigin origin_;

 private:
  UnitWriterSettings settings_;
};

template <class Units>
std::unique_ptr<XliffUnits> xliff_units(const UnitWriterSettings& settings,
                                        TagOrigin origin) {
  return std::make_unique<Units>(settings, origin);
}

/// How one version differs from the other.
struct XliffForm {
  XliffVersion version;
  std::string_view memories;  ///< How the format of a memory of this version begins.
  const InlineForm& inlines;
  /// Opens the elements around the units.
  void (*open)(XmlWriter& xml, const UnitWriterSettings& settings);
  std::unique_ptr<XliffUnits> (*units)(const UnitWriterSettings& settings,
                                       TagOrigin origin);
};

extern const XliffForm xliff_1_form;
extern const XliffForm xliff_2_form;

}  // namespace hexapla
