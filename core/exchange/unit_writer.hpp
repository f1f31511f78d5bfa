#pragma once

#include "exchange/exported.hpp"
#include "exchange/translation_unit.hpp"
#include "text/interface.hpp"

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace hexapla {

/// What a writer of units is told once.
struct UnitWriterSettings {
  MemoryHeader header;  ///< Where the units come from.
  std::vector<Language>
      languages;                ///< The source first; formats of two languages need two.
  std::string program_version;  ///< "0.1.0"
};

/// Writes units to a stream as they come: bounded memory, no dates, the same units in, the
/// same bytes out.
class UnitWriter : public Interface {
 public:
  virtual void add(const TranslationUnit& unit) = 0;
  /// Writes what has to be at the end. Called once.
  virtual Exported finish() = 0;
};

}  // namespace hexapla
