#pragma once

#include "term/lint_issue.hpp"
#include "term/termbase.hpp"

#include <vector>

namespace hexapla {

/// What is wrong or doubtful in a termbase that could be read. survey_termbase() tells what
/// was wrong in its file.
/// Shape: in the order of the concepts; terms that several concepts share come last.
/// Cost:  linear in the terms.
[[nodiscard]] std::vector<LintIssue> lint(const Termbase& termbase);

}  // namespace hexapla
