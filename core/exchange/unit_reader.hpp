#pragma once

#include "exchange/translation_unit.hpp"
#include "text/error.hpp"
#include "text/interface.hpp"

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

/// Something in a file that was passed over, or mended, while the rest was read.
struct ReadWarning {
  Place place;
  std::string what;
};

/// What a reader has to say of its file.
struct ReadWarnings {
  std::vector<ReadWarning> first;  ///< At most `told_warnings`.
  std::size_t count = 0;           ///< Of all.
};
inline constexpr std::size_t told_warnings = 20;

/// Units of a file, one after the other: bounded memory, whatever the file's size. What a
/// reader is made from must live as long as the reader.
class UnitReader : public Interface {
 public:
  /// What is before the first unit.
  [[nodiscard]] const MemoryHeader& header() const noexcept { return header_; }

  /// Gets the next unit, whatever was in `unit`; false at the end.
  /// Errors: Fault::malformed with the line, unless the reader says otherwise.
  [[nodiscard]] virtual bool next(TranslationUnit& unit) = 0;

  /// From here on, what would be a warning is an error, and so is what was one already.
  void be_strict() {
    is_strict_ = true;
    if (!warnings_.first.empty()) refuse(warnings_.first.front());
  }
  [[nodiscard]] const ReadWarnings& warnings() const noexcept { return warnings_; }

 protected:
  void warn(std::string_view file, std::size_t line, std::string_view what) {
    ReadWarning warning{{std::string(file), line}, std::string(what)};
    if (is_strict_) refuse(warning);
    ++warnings_.count;
    if (warnings_.first.size() < told_warnings)
      warnings_.first.push_back(std::move(warning));
  }

  MemoryHeader
      header_;  // NOLINT(*-non-private-member-variables-in-classes): readers fill it

 private:
  [[noreturn]] static void refuse(const ReadWarning& warning) {
    throw Error(Fault::malformed, warning.place, warning.what);
  }

  ReadWarnings warnings_;
  bool is_strict_ = false;
};

}  // namespace hexapla
