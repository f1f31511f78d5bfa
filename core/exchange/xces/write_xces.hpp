#pragma once

#include "exchange/unit_writer.hpp"

#include <array>
#include <iosfwd>
#include <memory>
#include <string>

namespace hexapla {

/// Where an alignment and its two documents go, and what it calls them.
struct XcesFiles {
  std::ostream& alignment;
  std::ostream& source;
  std::ostream& target;
  std::array<std::string, 2> names;  ///< As `en/A.xml`.
};

/// Writes an XCES alignment as OPUS has it, `cesAlign`, with its documents: a sentence `s`
/// for each side of a unit. Source and target are `settings.languages`, else the first two
/// variants. Units in none of them are skipped.
[[nodiscard]] std::unique_ptr<UnitWriter> xces_writer(const XcesFiles& files,
                                                      UnitWriterSettings settings);

}  // namespace hexapla
