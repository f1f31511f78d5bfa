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
  bool safe_cells = false;      ///< Of tables: no text is a formula (safe_cell.hpp).
};

/// Writes units to a stream as they come: bounded memory, no dates, the same units in, the
/// same bytes out.
class UnitWriter : public Interface {
 public:
  void add(const TranslationUnit& unit) {
    ++(write_unit(unit) ? exported_.written : exported_.skipped);
  }

  /// Writes what has to be at the end. Called once.
  Exported finish() {
    exported_.marked_characters = write_end();
    return exported_;
  }

 protected:
  /// False, with nothing written, for a unit that the format has no use for.
  virtual bool write_unit(const TranslationUnit& unit) = 0;
  /// Returns: how many characters the format forbids, so that they were written as words.
  virtual std::size_t write_end() { return 0; }

  [[nodiscard]] std::size_t written() const noexcept { return exported_.written; }

 private:
  Exported exported_;
};

}  // namespace hexapla
