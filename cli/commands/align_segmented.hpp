#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace hexapla::cli {

/// `hexapla align --segmented`: texts that are already cut into segments, one a line.
Exit align_segmented(const Arguments& arguments, Streams streams);

}  // namespace hexapla::cli
