#pragma once

#include "align/align_versions.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "term/termbase.hpp"

#include <vector>

namespace hexapla::cli {

/// Versions that are read and what is known of them, on their way into a corpus.
struct VersionsToAlign {
  std::vector<SegmentedDocument> versions;  ///< In their order, the pivot first.
  Termbase termbase;
  std::vector<ConfirmedBeads> anchors;
  VersionsSettings settings;
};

/// What stands in the corpus then, for the summary.
struct StoredAlignment {
  Multitext multitext;
  std::size_t findings = 0;
};

/// Aligns versions into a new corpus, --out, or into a work of one that may be there,
/// --into: of a work that is there only what changed is aligned again.
[[nodiscard]] StoredAlignment align_to_corpus(const Arguments& arguments,
                                              VersionsToAlign given, Progress& progress,
                                              Streams& streams);

}  // namespace hexapla::cli
