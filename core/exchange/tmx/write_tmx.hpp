#pragma once

#include "align/aligned_unit.hpp"
#include "exchange/exported.hpp"
#include "exchange/unit_writer.hpp"

#include <iosfwd>
#include <memory>
#include <span>
#include <string>

namespace hexapla {

/// Writes a translation memory of units as they come: one `tu` a unit, a `tuv` a variant,
/// with all that a TMX file brought along. What came from elsewhere and has no place in TMX
/// becomes a `prop`, its inline tags become bpt, ept, it and ph. Characters that XML
/// forbids are written as words, `[U+0001]`. Units without variants are skipped. Source:
/// TMX 1.4b, LISA OSCAR 2005; valid against tmx14.dtd, which it does not name, since
/// readers would look for it.
[[nodiscard]] std::unique_ptr<UnitWriter> tmx_writer(std::ostream& out,
                                                     UnitWriterSettings settings);

struct TmxSettings {
  Language pivot;               ///< The header's srclang.
  std::string document;         ///< Name that goes with each translation unit.
  std::string program_version;  ///< "0.1.0"
};

/// A row or bead as a unit of a memory: the id "row-0012", for each language its segment
/// numbers, the document and the confidence as properties.
[[nodiscard]] TranslationUnit memory_unit_of(const AlignedUnit& unit,
                                             const TmxSettings& settings);

/// "row-0012": with a word in front, since some readers sort ids that look like numbers.
[[nodiscard]] std::string row_id(std::uint32_t number);

/// Writes rows or beads: the tuid "row-0012", for each language its segment numbers, and
/// the confidence, as properties. Units with fewer than two languages are skipped: they
/// hold no translation.
Exported write_tmx(std::ostream& out, std::span<const AlignedUnit> units,
                   const TmxSettings& settings);

}  // namespace hexapla
