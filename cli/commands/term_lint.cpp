#include "cli/commands/group_verbs.hpp"
#include "cli/files.hpp"
#include "cli/options/term_files.hpp"
#include "term/lint.hpp"

#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

struct LintOptions {
  std::filesystem::path file;
  bool jsonl = false;
  LintSeverity fail_on = LintSeverity::error;
  TableSettings table;
};

void bind_options(OptionTable& table, LintOptions& given) {
  table.only_file("TERMBASE", given.file);
  table.file_words({});
  table.jsonl(given.jsonl);
  table.choice("fail-on", given.fail_on,
               {{"error", LintSeverity::error},
                {"warning", LintSeverity::warning},
                {"note", LintSeverity::note}});
  add_table_options(table, given.table);
}

void write_text(const LintIssue& issue, const std::string& file, std::ostream& out) {
  out << file;
  if (issue.line > 0) out << ':' << issue.line;
  out << ": " << name_of(severity_of(issue.rule)) << ' ' << name_of(issue.rule) << ": ";
  if (!issue.term.empty())
    out << issue.concept_id << ' ' << issue.language.tag() << " “" << issue.term << "” ";
  out << issue.message << '\n';
}

void write_json(const LintIssue& issue, const std::string& file, std::ostream& out) {
  nlohmann::ordered_json object;
  object["rule"] = name_of(issue.rule);
  object["severity"] = name_of(severity_of(issue.rule));
  object["file"] = file;
  if (issue.line > 0) object["line"] = issue.line;
  if (!issue.concept_id.empty()) object["concept"] = issue.concept_id;
  if (!issue.term.empty()) {
    object["language"] = issue.language.tag();
    object["term"] = issue.term;
  }
  object["message"] = issue.message;
  // The file's name may be no UTF-8.
  out << object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
      << '\n';
}

}  // namespace

Exit run_term_lint(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<LintOptions>(words);
  SurveyedTermbase survey =
      survey_termbase(read_file(given.file), given.file.string(), given.table);
  std::vector<LintIssue>& issues = survey.issues;
  std::ranges::move(lint(survey.termbase), std::back_inserter(issues));
  std::ranges::stable_sort(issues, {}, &LintIssue::line);
  std::array<std::size_t, 3> counts{};
  for (const LintIssue& issue : issues) {
    ++counts.at(static_cast<std::size_t>(severity_of(issue.rule)));
    if (given.jsonl) {
      write_json(issue, given.file.string(), streams.out);
    } else {
      write_text(issue, given.file.string(), streams.out);
    }
  }
  streams.err << survey.termbase.concepts.size() << " concepts: " << counts[0]
              << " errors, " << counts[1] << " warnings, " << counts[2] << " notes\n";
  const bool failed = std::ranges::any_of(issues, [&](const LintIssue& issue) {
    return severity_of(issue.rule) <= given.fail_on;
  });
  return failed ? Exit::findings : Exit::done;
}

}  // namespace hexapla::cli
