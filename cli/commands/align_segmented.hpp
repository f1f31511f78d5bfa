#pragma once

#include "cli/command.hpp"
#include "cli/options/align_options.hpp"

namespace hexapla::cli {

/// `hexapla align --segmented`: texts that are already cut into segments, one a line.
Exit align_segmented(const AlignOptions& given, Streams streams);

}  // namespace hexapla::cli
