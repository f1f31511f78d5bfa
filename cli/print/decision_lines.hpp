#pragma once

#include "corpus/decision.hpp"
#include "corpus/run_record.hpp"

#include <iosfwd>
#include <span>
#include <string_view>

namespace hexapla::cli {

/// A line of the log, for people or as JSON. `log` has the line that it may be about.
void write_decision(const LoggedDecision& line, std::span<const LoggedDecision> log,
                    std::string_view work, bool as_json, std::ostream& out);

/// A run, for people or as JSON. `work` may be empty.
void write_run_line(const RunRecord& run, std::string_view work, bool as_json,
                    std::ostream& out);

}  // namespace hexapla::cli
