#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/option_table.hpp"
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
#include "workbench/review/reviewed_work.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace hexapla::cli {
namespace {

enum class Format : std::uint8_t { text, jsonl, sarif };

/// In which order findings are told; or, instead of them, what became of each concept.
enum class By : std::uint8_t { certainty, document, rule, concepts };

/// From which severity on findings make the exit code 1.
enum class FailOn : std::uint8_t { note, warning, error, never };

struct CheckOptions {
  std::vector<std::string> files;  ///< A corpus, or two texts of aligned lines.
  std::optional<std::string> work;
  std::optional<std::string> termbase;
  std::optional<std::string> profile;
  std::vector<Language> languages;
  std::optional<Language> source;
  bool usage = false;
  Format format = Format::text;
  By by = By::certainty;
  DismissalOptions dismissed;
  bool all = false;
  bool all_works = false;
  std::optional<Severity> least_severity;
  std::optional<FailOn> fail_on;
};

void bind_options(OptionTable& table, CheckOptions& given) {
  table.words("a corpus file or two texts are needed", given.files, 1, 2);
  table.value("work", given.work);
  table.value("termbase", given.termbase);
  table.value("profile", given.profile);
  table.value("languages", given.languages);
  table.value("source", given.source);
  table.flag("usage", given.usage);
  table.choice(
      "format", given.format,
      {{"text", Format::text}, {"jsonl", Format::jsonl}, {"sarif", Format::sarif}});
  table.choice("by", given.by,
               {{"certainty", By::certainty},
                {"document", By::document},
                {"rule", By::rule},
                {"concept", By::concepts}});
  table.value("dismissals", given.dismissed.file);
  table.file_words({});
  table.files(FileUse::read, {"termbase", "profile"});
  table.files(FileUse::changed, {"dismissals"});
  table.value("dismiss", given.dismissed.places);
  table.flag("all", given.all);
  table.flag("all-works", given.all_works);
  table.choice("min-severity", given.least_severity,
               {{"note", Severity::note},
                {"warning", Severity::warning},
                {"error", Severity::error}});
  table.choice("fail-on", given.fail_on,
               {{"note", FailOn::note},
                {"warning", FailOn::warning},
                {"error", FailOn::error},
                {"never", FailOn::never}});
}

CheckOptions check_options(std::span<const std::string_view> words) {
  auto given = options_in<CheckOptions>(words);
  if (given.by == By::concepts && given.format == Format::sarif)
    throw UsageError("--by concept is written as text or jsonl");
  if (given.all_works && (given.work || given.files.size() == 2))
    throw UsageError("--all-works is for a corpus, and takes no --work");
  if (given.all_works && (given.by == By::concepts || given.format == Format::sarif))
    throw UsageError("--all-works tells findings as text or jsonl");
  if (given.all && given.least_severity)
    throw UsageError("--all shows every severity: leave out --min-severity");
  if (given.files.size() == 2 && given.languages.empty())
    throw UsageError("--languages is missing");
  if (given.files.size() == 2 && given.languages.size() != 2)
    throw UsageError("two files need two --languages, as in zh,en");
  if (given.files.size() == 2 && given.languages[0] == given.languages[1])
    throw UsageError("two files need two different --languages, as in zh,en");
  return given;
}

/// The usual profile, what --profile names on top of it, or all findings.
std::optional<Profile> profile_in(const std::optional<std::string>& name) {
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

CheckRequest request_in(const CheckOptions& given, Streams& streams) {
  CheckRequest request;
  if (given.termbase)
    request.termbase = read_termbase_file(*given.termbase, {}, streams.err);
  request.profile = profile_in(given.profile);
  request.usage = given.usage;
  return request;
}

/// Where findings are, and how that is told.
struct Places {
  SegmentText text_of;
  std::function<FilePlace(const Spot&)> in_file;
  std::string work = {};      ///< Named before its findings, where there are several.
  std::size_t dismissed = 0;  ///< Findings that people have dismissed.
};

void write(std::span<const Finding> findings, const Places& places, Format format,
           Streams& streams) {
  const SegmentText& text_of = places.text_of;
  if (format == Format::jsonl) {
    write_findings_jsonl(streams.out, findings, {places.work, [&](const Finding& finding) {
                                                   return name_of_finding(finding, text_of);
                                                 }});
  } else if (format == Format::sarif) {
    write_findings_sarif(streams.out, findings, places.in_file, version);
  } else {
    write_findings_text(findings, text_of, streams);
  }
}

/// --by concept.
Exit write_concepts(const std::vector<ConceptUse>& uses, const Termbase& termbase,
                    Format format, Streams& streams) {
  if (format == Format::jsonl) {
    write_concept_use_jsonl(streams.out, uses, termbase);
  } else {
    write_concept_use_text(streams.out, uses, termbase);
  }
  return Exit::done;
}

FindingOrder order_in(By by) {
  if (by == By::rule) return FindingOrder::rule;
  return by == By::certainty ? FindingOrder::certainty : FindingOrder::document;
}

/// From which severity on findings are worth showing to people.
Severity least_shown(const CheckOptions& given) {
  return given.all ? Severity::note : given.least_severity.value_or(Severity::warning);
}

/// Without --fail-on, findings that are shown fail.
Exit exit_for(std::span<const Finding> findings, Severity shown,
              std::optional<FailOn> fail_on) {
  if (fail_on == FailOn::never) return Exit::done;
  const Severity severity = fail_on ? static_cast<Severity>(*fail_on) : shown;
  const bool fails = std::ranges::any_of(
      findings, [&](const Finding& finding) { return finding.severity >= severity; });
  return fails ? Exit::findings : Exit::done;
}

/// What is left without those dismissed, in the order wanted. Machines are told everything
/// unless somebody asks for less.
Exit tell(const CheckOptions& given, std::vector<Finding> findings, const Places& places,
          Streams& streams) {
  leave_out_dismissed(given.dismissed, places.text_of, findings);
  sort_findings(findings, order_in(given.by));
  const Severity shown = least_shown(given);
  const Exit exit = exit_for(findings, shown, given.fail_on);
  std::size_t held_back = 0;
  if (given.format == Format::text || given.least_severity)
    held_back = std::erase_if(
        findings, [&](const Finding& finding) { return finding.severity < shown; });
  if (!places.work.empty() && given.format == Format::text)
    streams.out << "== " << places.work << '\n';
  write(findings, places, given.format, streams);
  if (!places.work.empty()) streams.err << places.work << ": ";
  write_findings_summary(findings, {held_back, places.dismissed}, streams.err);
  return exit;
}

/// Findings that the corpus keeps and does not tell, since people have dismissed them.
std::size_t dismissed_in(const Store& store, const WorkInfo& info,
                         const CheckRequest& request) {
  const bool keeps = info.kind == WorkKind::documents && !request.termbase &&
                     !request.profile && !request.source;
  if (!keeps || store.decisions(info.id).empty()) return 0;
  return store.decided_work(info.id).findings.size() - store.findings(info.id).size();
}

Exit check_corpus_work(const CheckOptions& given, const Store& store, const WorkInfo& info,
                       Streams& streams) {
  const std::int64_t work = info.id;
  CheckRequest request = request_in(given, streams);
  if (given.by == By::concepts) {
    const Termbase termbase = termbase_of(request, store, info);
    return write_concepts(concepts_of_work(store, work, termbase), termbase, given.format,
                          streams);
  }
  request.languages = given.languages;
  request.source = given.source;
  const CheckedWork checked = check_work(store, work, request);
  const auto text_of = [&](const Spot& spot) {
    return segment_text(checked.multitext, spot);
  };
  const auto in_file = [&](const Spot& spot) {
    return FilePlace{version_in(checked.multitext, spot.language).document.name, 0,
                     source_bytes(checked.multitext, spot)};
  };
  return tell(given, checked.findings,
              {text_of, in_file, given.all_works ? info.name : std::string(),
               dismissed_in(store, info, request)},
              streams);
}

Exit check_corpus(const CheckOptions& given, Streams& streams) {
  const Store store = Store::open(given.files.front());
  if (!given.all_works)
    return check_corpus_work(given, store, any_work(given.work, store), streams);
  Exit exit = Exit::done;
  for (const WorkInfo& info : store.works())
    exit = std::max(exit, check_corpus_work(given, store, info, streams));
  return exit;
}

Exit check_files(const CheckOptions& given, Streams& streams) {
  std::vector<Language> languages = given.languages;
  std::vector<std::string> names = given.files;
  if (given.source) {
    const auto source = std::ranges::find(languages, *given.source);
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
  const CheckRequest request = request_in(given, streams);
  if (given.by == By::concepts) {
    const Termbase termbase = request.termbase.value_or(Termbase());
    return write_concepts(concept_use(lines.units(0, lines.size()), termbase), termbase,
                          given.format, streams);
  }
  const auto text_of = [&](const Spot& spot) {
    return lines.line(spot.language, spot.segment);
  };
  const auto in_file = [&](const Spot& spot) {
    const std::size_t file = spot.language == languages[0] ? 0 : 1;
    return FilePlace{names[file], spot.segment + std::size_t{1}, spot.range};
  };
  return tell(given, check_lines(lines, request), {text_of, in_file}, streams);
}

Exit run_check(std::span<const std::string_view> words, Streams streams) {
  const CheckOptions given = check_options(words);
  return given.files.size() == 2 ? check_files(given, streams)
                                 : check_corpus(given, streams);
}

}  // namespace

const Command check_command{"check", "Report terms, numbers, dates and names that depart",
                            embedded::check_txt, run_check};

}  // namespace hexapla::cli
