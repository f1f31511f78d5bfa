#pragma once

#include "collection/works_list.hpp"
#include "corpus/store.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace hexapla::cli {

/// Where a batch keeps its works: what an earlier run has finished, `corpus.hexapla`, and
/// what is being made, `corpus.begun.hexapla`, in which each work is one transaction. At
/// the end both become the new `corpus.hexapla`, in the order of names, so that it has the
/// same bytes however often and in whatever order they were made. A shard's are called
/// `shard-3-of-8.hexapla`.
class BatchStore {
 public:
  /// Errors: Fault::unwritable when the folder can't be made; those of Store::open.
  BatchStore(const std::filesystem::path& folder, Shard shard);

  /// The run that made a work, if it is there; nullptr if not.
  [[nodiscard]] const RunRecord* run_of(const std::string& work) const;

  /// Keeps only these of the works that are there.
  void keep_only(const std::set<std::string>& works);

  /// In one transaction; of one thread at a time.
  void add(NewDocuments documents);

  /// Puts the corpus in its place, unless it would be the same. True when it was written.
  bool finish(const std::function<void(const std::string&)>& copying);

  [[nodiscard]] const std::filesystem::path& file() const noexcept { return file_; }

 private:
  struct Part {
    std::optional<Store> store;
    std::map<std::string, RunRecord> runs;  ///< By work.
  };
  static Part opened(const std::filesystem::path& file);
  void make_begun(const std::set<std::string>& works);

  std::filesystem::path file_;
  std::filesystem::path begun_file_;
  Part finished_;
  Part begun_;
  std::set<std::string> wanted_;  ///< Of what was there.
  bool is_changed_ = false;
};

}  // namespace hexapla::cli
