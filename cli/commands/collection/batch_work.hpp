#pragma once

#include "cli/commands/collection/batch_options.hpp"
#include "cli/options/lexicons.hpp"
#include "corpus/run_record.hpp"
#include "term/termbase.hpp"
#include "workbench/workbench.hpp"

#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hexapla::cli {

/// What all works of a batch have in common.
struct BatchSetting {
  Termbase termbase;
  std::vector<KnownLanguages> known;  ///< Both ways between all languages of the table.
  std::optional<Language> pivot;
  VersionsSettings versions;
  /// As they go into the record of each run.
  std::vector<std::pair<std::string, std::string>> settings;
};

/// Reads the termbase and the lexicons for these languages.
/// Errors: those of the files.
[[nodiscard]] BatchSetting batch_setting(const BatchOptions& given,
                                         const std::vector<ListedWork>& works,
                                         std::ostream& err);

/// A work with its files as they are on the disk now.
struct PlannedWork {
  std::string name;
  std::vector<PairedFile> files;     ///< Those that can be read and are what was paired.
  std::vector<PairedFile> problems;  ///< The others.
  RunRecord run;
};
[[nodiscard]] PlannedWork planned(const ListedWork& work, const BatchSetting& setting);

/// A work as it goes into the corpus.
struct BatchedWork {
  NewWork work;
  AlignedWork aligned;
  RunRecord run;  ///< With what there is to say of the work as remarks.
};

/// Reads, segments, aligns and checks. What can't be read is a remark and the work goes on
/// without it. Errors: Fault::inconsistent when fewer than two versions are left.
[[nodiscard]] BatchedWork aligned(const PlannedWork& work, const BatchSetting& setting);

/// What a run had to say, as lines of problems.tsv.
[[nodiscard]] std::vector<PairedFile> remarks_of(const std::string& work,
                                                 const RunRecord& run);

}  // namespace hexapla::cli
