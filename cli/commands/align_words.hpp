#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace hexapla::cli {

/// `hexapla align --words`: which word renders which in lines that belong together.
Exit align_words_of_lines(const Arguments& arguments, Streams streams);

}  // namespace hexapla::cli
