#pragma once

#include "cli/command.hpp"
#include "cli/units/output.hpp"
#include "corpus/store.hpp"
#include "exchange/unit_filter.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hexapla::cli {

/// What `hexapla export --format dataset` was asked.
struct DatasetRequest {
  std::vector<WorkInfo> works;
  std::filesystem::path out;  ///< A folder.
  std::filesystem::path corpus;
  std::vector<Language> languages;  ///< All that there are, or those wanted.
  UnitFilterSettings filter;        ///< Its languages are set by configuration.
  std::function<bool(Verdict)> wants_verdict;
  SplitSettings split;
  std::string licence;
  std::optional<std::filesystem::path> overlap;  ///< Lines of somebody's test set.
  std::vector<std::string> settings;             ///< As they go into the card.
};

/// Writes a folder for each pair of languages and, where there are more than two, one for
/// all, with train, validation and test, and the card.
[[nodiscard]] Exit export_dataset(const Store& store, const DatasetRequest& request,
                                  Streams streams);

}  // namespace hexapla::cli
