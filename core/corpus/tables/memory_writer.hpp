#pragma once

#include "exchange/translation_unit.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace hexapla {

struct NewWork;

namespace sqlite {
class Connection;
}

/// Adds a memory to a corpus, unit by unit, in one transaction: nothing of it is there
/// unless finish() ran. Made by Store::add_memory; the store must outlive it and can't be
/// written otherwise meanwhile.
class MemoryWriter {
 public:
  /// How many variants a unit may have: what fits beside a row's id in a cell's.
  static constexpr std::size_t most_variants = 1024;

  MemoryWriter(sqlite::Connection& connection, const NewWork& work,
               const MemoryHeader& header);
  ~MemoryWriter();
  MemoryWriter(MemoryWriter&&) noexcept;
  MemoryWriter& operator=(MemoryWriter&&) noexcept;

  /// Units keep the order in which they are added, variants that of their unit.
  /// Errors: Fault::inconsistent when it has no variant, or too many, or its confidence is
  ///         not from 0 to 1;
  ///         Fault::unwritable when the disk is full.
  void add(const TranslationUnit& unit);

  /// Makes it last, and lets go of the file; nothing can be added afterwards.
  /// Returns: the work's id.
  std::int64_t finish();

  [[nodiscard]] std::uint32_t added() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;  ///< Null once finished.
  std::uint32_t added_ = 0;
};

}  // namespace hexapla
