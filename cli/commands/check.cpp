#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options/dismissals_file.hpp"
#include "cli/options/term_files.hpp"
#include "cli/options/works.hpp"
#include "cli/print/concept_use.hpp"
#include "cli/print/findings_text.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "report/concept_use_jsonl.hpp"
#include "report/findings_jsonl.hpp"
#include "report/findings_sarif.hpp"
#include "term/termbase.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace hexapla::cli {
namespace {

constexpr std::array options{
    Option{"termbase"},    Option{"format"},  Option{"languages"},
    Option{"profile"},     Option{"fail-on"}, Option{"dismissals"},
    Option{"dismiss"},     Option{"by"},      Option{"usage", Takes::nothing},
    Option{"work"},        Option{"source"},  Option{"all", Takes::nothing},
    Option{"min-severity"}};

std::optional<Termbase> termbase_in(const Arguments& arguments, Streams& streams) {
  const auto file = arguments.value("termbase");
  if (!file) return std::nullopt;
  return read_termbase_file(*file, {}, streams.err);
}

/// The usual profile, what --profile names on top of it, or all findings.
std::optional<Profile> profile_in(const Arguments& arguments) {
  const auto name = arguments.value("profile");
  if (!name) return std::nullopt;
  if (*name == "all") return Profile::everything();
  Profile profile = Profile::usual();
  profile.read(read_file(*name), *name);
  return profile;
}

/// The one that is asked for, else that of the documents; a memory has none.
Termbase termbase_of(const CheckRequest& request, const Store& store,
                     const WorkInfo& work) {
  if (request.termbase) return *request.termbase;
  return work.kind == WorkKind::memory ? Termbase() : store.termbase(work.id);
}

CheckRequest request_in(const Arguments& arguments, Streams& streams) {
  return {termbase_in(arguments, streams),
          profile_in(arguments),
          arguments.has("usage"),
          {},
          {}};
}

/// Where findings stand, and how that is told.
struct Places {
  SegmentText text_of;
  std::function<FilePlace(const Spot&)> in_file;
};

void write(std::span<const Finding> findings, const Places& places, std::string_view format,
           Streams& streams) {
  const SegmentText& text_of = places.text_of;
  if (format == "jsonl") {
    write_findings_jsonl(streams.out, findings);
  } else if (format == "sarif") {
    write_findings_sarif(streams.out, findings, places.in_file, version);
  } else {
    write_findings_text(findings, text_of, streams);
  }
}

/// --by concept.
Exit write_concepts(const std::vector<ConceptUse>& uses, const Termbase& termbase,
                    std::string_view format, Streams& streams) {
  if (format == "jsonl") {
    write_concept_use_jsonl(streams.out, uses, termbase);
  } else {
    write_concept_use_text(streams.out, uses, termbase);
  }
  return Exit::done;
}

FindingOrder order_in(const Arguments& arguments) {
  const std::string by = arguments.value_or("by", "certainty");
  if (by == "rule") return FindingOrder::rule;
  if (by == "certainty") return FindingOrder::certainty;
  if (by == "document" || by == "concept") return FindingOrder::document;
  throw UsageError("--by is certainty, document, rule or concept");
}

/// The severity that an option names, as in --fail-on warning.
Severity severity_in(std::string_view option, std::string_view name) {
  const auto* const found = std::ranges::find(severity_names, name);
  if (found == severity_names.end())
    throw UsageError("--" + std::string(option) + " is note, warning" +
                     (option == "fail-on" ? ", error or never" : " or error"));
  return static_cast<Severity>(found - severity_names.begin());
}

/// From which severity on findings are worth showing to people.
Severity least_shown(const Arguments& arguments) {
  if (arguments.has("all")) {
    if (arguments.has("min-severity"))
      throw UsageError("--all shows every severity: leave out --min-severity");
    return Severity::note;
  }
  return severity_in("min-severity", arguments.value_or("min-severity", "warning"));
}

/// Findings of at least the severity that --fail-on names make the exit code 1.
Exit exit_for(std::span<const Finding> findings, Severity shown,
              const Arguments& arguments) {
  const auto name = arguments.value("fail-on");
  if (name == "never") return Exit::done;
  const Severity severity = name ? severity_in("fail-on", *name) : shown;
  const bool fails = std::ranges::any_of(
      findings, [&](const Finding& finding) { return finding.severity >= severity; });
  return fails ? Exit::findings : Exit::done;
}

/// What is left without those dismissed, in the order wanted. Machines are told everything
/// unless somebody asks for less.
Exit tell(const Arguments& arguments, std::vector<Finding> findings, const Places& places,
          std::string_view format, Streams& streams) {
  leave_out_dismissed(arguments, places.text_of, findings);
  sort_findings(findings, order_in(arguments));
  const Severity shown = least_shown(arguments);
  const Exit exit = exit_for(findings, shown, arguments);
  std::size_t held_back = 0;
  if (format == "text" || arguments.has("min-severity"))
    held_back = std::erase_if(
        findings, [&](const Finding& finding) { return finding.severity < shown; });
  write(findings, places, format, streams);
  write_findings_summary(findings, held_back, streams.err);
  return exit;
}

Exit check_corpus(const Arguments& arguments, std::string_view format, Streams& streams) {
  const Store store = Store::open(arguments.only_file("corpus file"));
  const WorkInfo info = any_work(arguments, store);
  const std::int64_t work = info.id;
  CheckRequest request = request_in(arguments, streams);
  if (arguments.value("by") == "concept") {
    const Termbase termbase = termbase_of(request, store, info);
    return write_concepts(concepts_of_work(store, work, termbase), termbase, format,
                          streams);
  }
  if (const auto tags = arguments.value("languages"))
    request.languages = languages_in(*tags);
  if (const auto tag = arguments.value("source")) request.source = language_in(*tag);
  const CheckedWork checked = check_work(store, work, request);
  const auto text_of = [&](const Spot& spot) {
    return segment_text(checked.multitext, spot);
  };
  const auto in_file = [&](const Spot& spot) {
    return FilePlace{version_in(checked.multitext, spot.language).document.name, 0,
                     source_bytes(checked.multitext, spot)};
  };
  return tell(arguments, checked.findings, {text_of, in_file}, format, streams);
}

Exit check_files(const Arguments& arguments, std::string_view format, Streams& streams) {
  std::vector<Language> languages = languages_in(arguments.required("languages"));
  if (languages.size() != 2)
    throw UsageError("two files need two --languages, as in zh,en");
  std::vector<std::string> names = arguments.words;
  if (const auto tag = arguments.value("source")) {
    const auto source = std::ranges::find(languages, language_in(*tag));
    if (source == languages.end())
      throw UsageError("--source is one of the two --languages");
    if (source != languages.begin()) {
      std::swap(languages[0], languages[1]);
      std::swap(names[0], names[1]);
    }
  }
  const auto text_in = [&](std::size_t file) {
    return LinesText{names[file], languages[file], read_file(names[file])};
  };
  const AlignedLines lines(text_in(0), text_in(1));
  const CheckRequest request = request_in(arguments, streams);
  if (arguments.value("by") == "concept") {
    const Termbase termbase = request.termbase.value_or(Termbase());
    return write_concepts(concept_use(lines.units(0, lines.size()), termbase), termbase,
                          format, streams);
  }
  const auto text_of = [&](const Spot& spot) {
    return lines.line(spot.language, spot.segment);
  };
  const auto in_file = [&](const Spot& spot) {
    const std::size_t file = spot.language == languages[0] ? 0 : 1;
    return FilePlace{names[file], spot.segment + std::size_t{1}, spot.range};
  };
  return tell(arguments, check_lines(lines, request), {text_of, in_file}, format, streams);
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::string format = arguments.value_or("format", "text");
  if (format != "text" && format != "jsonl" && format != "sarif")
    throw UsageError("--format is text, jsonl or sarif");
  if (arguments.value("by") == "concept" && format == "sarif")
    throw UsageError("--by concept is written as text or jsonl");
  return arguments.words.size() == 2 ? check_files(arguments, format, streams)
                                     : check_corpus(arguments, format, streams);
}

}  // namespace

const Command check_command{"check", "Report terms, numbers, dates and names that depart",
                            embedded::check_txt, run};

}  // namespace hexapla::cli
