#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "term/termbase.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace hexapla {

/// A `.hexapla` file: documents, their alignment, the termbase they are checked against,
/// and the findings. One SQLite file in WAL mode while open for writing; one thread at a
/// time.
class Store {
 public:
  /// Opens an existing corpus for reading and, where the file allows it, writing.
  /// Errors: Fault::unreadable when there is no such file or it is not a corpus;
  ///         Fault::unsupported when a newer Hexapla wrote it.
  static Store open(const std::filesystem::path& file);

  /// Writes a whole new corpus: made beside `file` under a temporary name, synced, renamed,
  /// so `file` is either the old one or the whole new one. Two runs give the same bytes.
  static void create(const std::filesystem::path& file, const Multitext& multitext,
                     const Termbase& termbase);

  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  [[nodiscard]] Multitext multitext() const;
  [[nodiscard]] Termbase termbase() const;
  [[nodiscard]] std::vector<Finding> findings() const;

  /// Replaces all findings, in one transaction.
  void set_findings(const std::vector<Finding>& findings);

 private:
  struct Connection;
  explicit Store(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

}  // namespace hexapla
