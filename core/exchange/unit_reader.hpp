#pragma once

#include "exchange/translation_unit.hpp"
#include "text/interface.hpp"

#include <iosfwd>
#include <memory>
#include <string_view>

namespace hexapla {

/// Units of a file, one after the other: bounded memory, whatever the file's size. What a
/// reader is made from must live as long as the reader.
class UnitReader : public Interface {
 public:
  /// What stands before the first unit.
  [[nodiscard]] const MemoryHeader& header() const noexcept { return header_; }

  /// Gets the next unit, whatever was in `unit`; false at the end.
  /// Errors: Fault::malformed with the line, unless the reader says otherwise.
  [[nodiscard]] virtual bool next(TranslationUnit& unit) = 0;

 protected:
  MemoryHeader
      header_;  // NOLINT(*-non-private-member-variables-in-classes): readers fill it
};

}  // namespace hexapla
