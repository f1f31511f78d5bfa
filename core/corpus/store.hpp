#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "term/termbase.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// A `.hexapla` file: documents, their alignment, the termbase they are checked against,
/// and the findings. One SQLite file; one thread at a time. schema.sql says what is in it.
class Store {
 public:
  /// Opens an existing corpus for reading and, where the file allows it, writing.
  /// Errors: Fault::unreadable when there is no such file or it is not a corpus;
  ///         Fault::unsupported when a newer Hexapla wrote it.
  static Store open(const std::filesystem::path& file);

  /// Writes a whole new corpus: made beside `file` under a temporary name, synced, renamed,
  /// so `file` is either the old one or the whole new one. The same input gives the same
  /// bytes. `program` is who writes, as in "hexapla 0.1.0".
  /// Errors: Fault::unwritable naming the file and the system's reason, nothing left
  /// behind;
  ///         Fault::inconsistent when the parts don't fit together.
  static void create(const std::filesystem::path& file, const Multitext& multitext,
                     const Termbase& termbase, std::span<const Finding> findings = {},
                     std::string_view program = "hexapla");

  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// Errors, of all three: Fault::malformed when the file is damaged.
  [[nodiscard]] Multitext multitext() const;
  [[nodiscard]] Termbase termbase() const;
  [[nodiscard]] std::vector<Finding> findings() const;

  /// Replaces all findings, in one transaction, under a write-ahead log that is gone
  /// afterwards: others may read meanwhile, and the corpus stays one file.
  /// Errors: Fault::unwritable when the file or its folder is read-only or full.
  void set_findings(std::span<const Finding> findings);

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace hexapla
