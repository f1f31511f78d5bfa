#pragma once

#include "align/aligner.hpp"
#include "cli/command.hpp"
#include "cli/options/align_options.hpp"
#include "cli/progress.hpp"

#include <vector>

namespace hexapla::cli {

/// `hexapla align --segmented --batch`: many documents in the same two languages, which
/// teach one lexicon. What can't be read or written is named, and the rest is done.
[[nodiscard]] Exit align_batch_list(const AlignOptions& given,
                                    const AlignSettings& settings, Streams streams,
                                    Progress& progress);

}  // namespace hexapla::cli
