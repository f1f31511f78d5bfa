#pragma once

// Private to core/exchange/.

#include "exchange/inline_writer.hpp"
#include "exchange/unit_writer.hpp"
#include "exchange/xliff/raw_names.hpp"
#include "exchange/xliff/scanned_unit.hpp"

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace hexapla {

/// True when the units of `header` bring their file along.
[[nodiscard]] bool can_be_replayed(const MemoryHeader& header);

/// Writes a unit that doesn't belong to the file as an element of its own.
using WriteStranger = std::function<void(std::ostream& out, const TranslationUnit& unit)>;

/// Writes an XLIFF file again from the bytes that its units brought along, with the
/// translations that have changed: with all units in their order, the same bytes but for
/// those. Where units are missing, so are the bytes between them, and elements around them
/// are closed and opened as they have to be. Rows whose unit didn't come are written by
/// `stranger`.
/// Memory: a unit, and the head of the file.
class XliffReplay final : public UnitWriter {
 public:
  XliffReplay(std::ostream& out, const MemoryHeader& header, XliffVersion version,
              const InlineForm& form, WriteStranger stranger);

  bool write_unit(const TranslationUnit& unit) override;
  std::size_t write_end() override;

 private:
  /// A unit whose rows come.
  struct OpenUnit {
    std::size_t number = 0;
    std::string bytes;
    std::vector<Numbered> around;
    std::string gap;
    std::string end;
    std::vector<std::pair<std::size_t, TranslationUnit>> rows;
  };

  void begin();
  void write_open_unit();
  void move_to(const OpenUnit& unit);
  void close_until(std::size_t depth);

  std::ostream& out_;
  XliffVersion version_;
  const InlineForm& form_;
  WriteStranger stranger_;
  std::string head_;
  std::string root_;
  std::vector<Numbered> around_;  ///< Open elements, without the root.
  std::optional<OpenUnit> unit_;
  std::size_t last_ = 0;  ///< Number of the unit written last.
  bool is_begun_ = false;
  bool is_ended_ = false;
};

}  // namespace hexapla
