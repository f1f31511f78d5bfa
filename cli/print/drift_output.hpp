#pragma once

#include "workbench/drift.hpp"

#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace hexapla::cli {

/// One language's use of a concept, and where it changed.
struct DriftLine {
  Drift drift;
  std::vector<DriftChange> changes;
};

/// For people: changes first, then a line a year.
void write_drift_text(std::ostream& out, std::span<const DriftLine> lines);
/// A line for each concept, language, body, year and term, with its count.
void write_drift_tsv(std::ostream& out, std::span<const DriftLine> lines);
/// An object for each concept, language and body.
void write_drift_jsonl(std::ostream& out, std::span<const DriftLine> lines);
/// One page that needs nothing from elsewhere: a table for each concept.
void write_drift_html(std::ostream& out, std::span<const DriftLine> lines,
                      const std::string& corpus);

}  // namespace hexapla::cli
