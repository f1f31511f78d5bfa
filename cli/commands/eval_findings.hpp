#pragma once

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace hexapla::cli {

/// `hexapla eval findings TRUTH.tsv FINDINGS.jsonl`; `files` are the two.
/// Errors: UsageError unless there are two; Fault::malformed with the line for a table or a
///         finding that can't be read.
Exit eval_findings(const std::vector<std::string>& files, bool as_json, Streams& streams);

}  // namespace hexapla::cli
