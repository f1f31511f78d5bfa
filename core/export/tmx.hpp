#pragma once

#include "align/unit.hpp"
#include "export/exported.hpp"

#include <iosfwd>
#include <span>
#include <string>

namespace hexapla {

struct TmxSettings {
  Language pivot;               ///< The header's srclang.
  std::string document;         ///< Name that goes with each translation unit.
  std::string program_version;  ///< "0.1.0"
};

/// Writes a translation memory: one `tu` a unit with the tuid "row-0012", a `tuv` for each
/// language, its segment numbers and the confidence as properties. Units with fewer than
/// two languages are skipped: they hold no translation. Characters that XML forbids are
/// written as words, `[U+0001]`. No dates, so that the same input gives the same bytes.
/// Source: TMX 1.4b, LISA OSCAR 2005; valid against tmx14.dtd, which it does not name,
/// since
///         readers would look for it.
Exported write_tmx(std::ostream& out, std::span<const Unit> units,
                   const TmxSettings& settings);

}  // namespace hexapla
