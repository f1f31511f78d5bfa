#pragma once

#include "cli/command.hpp"
#include "stats/statistics.hpp"

#include <cstddef>
#include <string_view>

namespace hexapla::cli {

/// Statistics as tables for people. `title`: what they are of, made of so many `works`.
void write_statistics_text(std::string_view title, std::size_t works,
                           const Statistics& statistics, Streams& streams);

}  // namespace hexapla::cli
