#pragma once

#include "cli/command.hpp"
#include "cli/options/align_options.hpp"
#include "cli/progress.hpp"
#include "workbench/workbench.hpp"

namespace hexapla::cli {

/// Aligns versions into a new corpus, --out, or into a work of one that may be there,
/// --into: of a work that is there only what changed is aligned again. Says on `err` what
/// was kept.
[[nodiscard]] StoredWork align_to_corpus(const AlignOptions& given, AlignRequest request,
                                         Progress& progress, Streams& streams);

}  // namespace hexapla::cli
