#pragma once

#include "cli/arguments.hpp"
#include "cli/command.hpp"

#include <string>
#include <string_view>

namespace hexapla::cli {

/// True for the formats that export_documents writes.
[[nodiscard]] bool is_for_documents(std::string_view format);

/// `hexapla export` of a corpus of one document: rows with their segments, or, for two
/// languages, the beads of their own alignment; `links` writes all alignments.
Exit export_documents(const std::string& format, const Arguments& arguments,
                      Streams streams);

}  // namespace hexapla::cli
