#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace hexapla::cli {

/// `hexapla align --segmented FILE FILE FILE...`: three versions and more that are already
/// split, one segment a line; writes a file of links for each pair into the folder --out.
Exit align_segmented_versions(const Arguments& arguments, Streams streams);

}  // namespace hexapla::cli
