#pragma once

#include "cli/command.hpp"
#include "cli/options/find_options.hpp"

namespace hexapla::cli {

/// `hexapla find --similar`.
Exit find_similar(const FindOptions& options, Streams streams);

}  // namespace hexapla::cli
