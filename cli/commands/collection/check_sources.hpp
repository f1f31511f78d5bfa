#pragma once

#include "corpus/store.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace hexapla::cli {

/// Sources in a folder against a corpus: whether they are still those that came in, and
/// whether each row stands in them. Documents whose file is elsewhere are counted, not
/// wrong.
struct SourceCheck {
  std::vector<std::string> faults;
  std::size_t same = 0;     ///< Sources with the hash that they had.
  std::size_t missing = 0;  ///< Not there, or of unknown hash.
  std::size_t rows = 0;     ///< Of which a source is there,
  std::size_t found = 0;    ///< and that stand in all of these.
};

/// Reads each source again. Errors: UsageError when `folder` is none.
[[nodiscard]] SourceCheck check_sources(const Store& store,
                                        const std::filesystem::path& folder);

}  // namespace hexapla::cli
