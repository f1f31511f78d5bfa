#pragma once

#include "term/lint_issue.hpp"
#include "term/termbase.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// How to read a table whose columns are not named as ours.
struct TableSettings {
  /// Which column of ours is which of the file's, by its name in the first row or by its
  /// number from 1: `concept=ID,en=English term,en.status=3`. Empty: columns have our
  /// names, or those of column_names.tsv.
  std::string columns;
  /// What is between several terms in one field; empty: a field is one term. The first
  /// is read with the row's status, those after it as admitted.
  std::string between_terms;
};

/// Reads TBX (v2 `martif`, v3 `tbx` in DCA or DCT style), XLSX, or CSV with commas,
/// semicolons or tabs, told apart by content.
/// An empty term, a concept without terms and an unknown status cost no termbase: they are
/// passed over, the status for that of a term of which nothing is said.
/// Errors: Fault::malformed with the line: broken XML or CSV, an unknown language, the same
///         concept id twice; Fault::unsupported for what is larger than the limits of each
///         reader.
[[nodiscard]] Termbase read_termbase(std::string_view bytes, std::string_view name,
                                     const TableSettings& settings);

/// A termbase with all that was wrong in its file.
struct SurveyedTermbase {
  Termbase termbase;              ///< Without what could not be read.
  std::vector<LintIssue> issues;  ///< In the order of the file.
};

/// As read_termbase, with what was passed over as issues.
[[nodiscard]] SurveyedTermbase read_termbase_telling(std::string_view bytes,
                                                     std::string_view name,
                                                     const TableSettings& settings);

/// As read_termbase, but goes on after faults of single rows, terms and concepts.
/// Errors: those that leave nothing to be read: broken XML or CSV, missing columns.
[[nodiscard]] SurveyedTermbase survey_termbase(std::string_view bytes,
                                               std::string_view name,
                                               const TableSettings& settings);

}  // namespace hexapla
