#pragma once

#include "corpus/run_record.hpp"
#include "exchange/translation_unit.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

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

  /// `threads`: 2 where the search index may be made beside the rest; the same bytes.
  MemoryWriter(sqlite::Connection& connection, const NewWork& work,
               const MemoryHeader& header, unsigned threads);
  ~MemoryWriter();
  MemoryWriter(MemoryWriter&&) noexcept;
  MemoryWriter& operator=(MemoryWriter&&) noexcept;

  /// Units keep the order in which they are added, variants that of their unit.
  /// Errors: Fault::inconsistent when it has no variant, or too many, or its confidence is
  ///         not from 0 to 1;
  ///         Fault::unwritable when the disk is full.
  void add(const TranslationUnit& unit);

  /// Makes it last, with the run that made it, whose work is filled in, and lets go of the
  /// file; nothing can be added afterwards.
  /// Returns: the work's id.
  std::int64_t finish(std::optional<RunRecord> run = std::nullopt);

  [[nodiscard]] std::uint32_t added() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;  ///< Null once finished.
  std::uint32_t added_ = 0;
};

}  // namespace hexapla
