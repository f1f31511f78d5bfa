#pragma once

#include "workbench/drift.hpp"

#include <iosfwd>
#include <string>
#include <vector>

namespace hexapla::cli {

/// One language's use of a concept, and where it changed.
struct DriftLine {
  Drift drift;
  std::vector<DriftChange> changes;
};

struct DriftReport {
  std::string corpus;  ///< The name of its file.
  std::vector<DriftLine> lines;
};

/// For people: changes first, then a line a year.
void write_drift_text(std::ostream& out, const DriftReport& report);
/// A line for each concept, language, body, year and term, with its count.
void write_drift_tsv(std::ostream& out, const DriftReport& report);
/// An object for each concept, language and body.
void write_drift_jsonl(std::ostream& out, const DriftReport& report);
/// One page that needs nothing from elsewhere: a table for each concept.
void write_drift_html(std::ostream& out, const DriftReport& report);

}  // namespace hexapla::cli
