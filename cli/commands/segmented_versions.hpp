#pragma once

#include "cli/command.hpp"
#include "cli/options/align_options.hpp"

namespace hexapla::cli {

/// `hexapla align --segmented FILE FILE FILE...`: three versions and more that are already
/// split, one segment a line; writes a file of links for each pair into the folder --out.
Exit align_segmented_versions(const AlignOptions& given, Streams streams);

}  // namespace hexapla::cli
