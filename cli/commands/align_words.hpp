#pragma once

#include "cli/command.hpp"
#include "cli/options/align_options.hpp"

namespace hexapla::cli {

/// `hexapla align --words`: which word renders which in lines that belong together.
Exit align_words_of_lines(const AlignOptions& given, Streams streams);

}  // namespace hexapla::cli
