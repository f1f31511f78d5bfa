#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/findings.hpp"
#include "cli/options/check_lines.hpp"
#include "cli/options/dismissals_file.hpp"
#include "cli/options/works.hpp"
#include "cli/print/concept_use.hpp"
#include "cli/print/findings_text.hpp"
#include "cli/usage_findings.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "report/concept_use_jsonl.hpp"
#include "report/findings_jsonl.hpp"
#include "report/findings_sarif.hpp"
#include "term/termbase.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array options{
    Option{"termbase"}, Option{"format"},  Option{"languages"},
    Option{"profile"},  Option{"fail-on"}, Option{"dismissals"},
    Option{"dismiss"},  Option{"by"},      Option{"usage", Takes::nothing},
    Option{"work"}};

std::string_view text_of(const Multitext& multitext, const Spot& spot) {
  const auto version = std::ranges::find_if(
      multitext.documents,
      [&](const auto& candidate) { return candidate.document.language == spot.language; });
  return version->text_of(version->segments[spot.segment]);
}

/// Bytes of the source file, as far as the corpus knows where its text came from.
FilePlace place_of(const Multitext& multitext, const Spot& spot) {
  const auto version = std::ranges::find_if(
      multitext.documents,
      [&](const auto& candidate) { return candidate.document.language == spot.language; });
  const std::size_t begin = version->segments[spot.segment].range.begin;
  const ByteRange in_text{begin + spot.range.begin, begin + spot.range.end};
  const auto in_source = version->document.origin.source_of(in_text);
  if (in_source.empty()) return {version->document.name, 0, in_text};
  return {version->document.name, 0, {in_source.front().begin, in_source.back().end}};
}

std::optional<Termbase> termbase_in(const Arguments& arguments) {
  const auto file = arguments.value("termbase");
  if (!file) return std::nullopt;
  return read_termbase(read_file(*file), *file);
}

/// The usual profile, what --profile names on top of it, or all findings.
Profile profile_in(const Arguments& arguments) {
  const auto name = arguments.value("profile");
  if (name == "all") return Profile::everything();
  Profile profile = Profile::usual();
  if (name) profile.read(read_file(*name), *name);
  return profile;
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
  write_findings_summary(findings, streams.err);
}

/// --by concept.
Exit write_concepts(std::span<const AlignedUnit> rows, const Termbase& termbase,
                    std::string_view format, Streams& streams) {
  if (format == "sarif") throw UsageError("--by concept is written as text or jsonl");
  const std::vector<ConceptUse> uses = concept_use(rows, termbase);
  if (format == "jsonl") {
    write_concept_use_jsonl(streams.out, uses, termbase);
  } else {
    write_concept_use_text(streams.out, uses, termbase);
  }
  return Exit::done;
}

/// In the order that --by names; findings of one rule or as sure stay in the text's order.
void put_in_order(const Arguments& arguments, std::vector<Finding>& findings) {
  const std::string by = arguments.value_or("by", "document");
  if (by == "rule") {
    std::ranges::stable_sort(findings, {}, &Finding::rule);
  } else if (by == "certainty") {
    std::ranges::stable_sort(findings, std::ranges::greater(), &Finding::confidence);
  } else if (by != "document" && by != "concept") {
    throw UsageError("--by is document, rule, certainty or concept");
  }
}

/// Findings of at least the severity that --fail-on names make the exit code 1.
Exit exit_for(std::span<const Finding> findings, const Arguments& arguments) {
  const std::string name = arguments.value_or("fail-on", "note");
  if (name == "never") return Exit::done;
  const auto* const least = std::ranges::find(severity_names, name);
  if (least == severity_names.end())
    throw UsageError("--fail-on is note, warning, error or never");
  const auto severity = static_cast<Severity>(least - severity_names.begin());
  const bool fails = std::ranges::any_of(
      findings, [&](const Finding& finding) { return finding.severity >= severity; });
  return fails ? Exit::findings : Exit::done;
}

Exit check_corpus(const Arguments& arguments, std::string_view format, Streams& streams) {
  Store store = Store::open(arguments.only_file("corpus file"));
  const std::int64_t work = documents_work(arguments, store).id;
  const Multitext multitext = store.multitext(work);
  std::vector<Finding> findings = store.findings(work);
  const auto termbase = termbase_in(arguments);
  if (arguments.value("by") == "concept")
    return write_concepts(units_of_rows(multitext),
                          termbase ? *termbase : store.termbase(work), format, streams);
  if (termbase || arguments.has("profile"))
    findings = findings_of(multitext, termbase ? *termbase : store.termbase(work),
                           profile_in(arguments));
  if (arguments.has("usage"))
    for (const Bitext& bitext : multitext.pivot_bitexts())
      add_findings(findings_against_usage(units_of_beads(multitext, bitext)), findings);
  if (const auto tags = arguments.value("languages")) {
    const std::vector<Language> wanted = languages_in(*tags);
    std::erase_if(findings, [&](const Finding& finding) {
      return std::ranges::find(wanted, finding.target.front().language) == wanted.end();
    });
  }
  const auto segment_text = [&](const Spot& spot) { return text_of(multitext, spot); };
  const auto in_file = [&](const Spot& spot) { return place_of(multitext, spot); };
  leave_out_dismissed(arguments, segment_text, findings);
  put_in_order(arguments, findings);
  write(findings, {segment_text, in_file}, format, streams);
  return exit_for(findings, arguments);
}

Exit check_lines(const Arguments& arguments, std::string_view format, Streams& streams) {
  const std::vector<Language> languages = languages_in(arguments.required("languages"));
  if (languages.size() != 2)
    throw UsageError("two files need two --languages, as in zh,en");
  const AlignedLines lines({arguments.words[0], arguments.words[1]},
                           {languages[0], languages[1]});
  const Termbase termbase = termbase_in(arguments).value_or(Termbase());
  if (arguments.value("by") == "concept")
    return write_concepts(lines.units(0, lines.size()), termbase, format, streams);
  std::vector<Finding> findings =
      findings_of(lines, {languages[0], languages[1]}, termbase, profile_in(arguments));
  if (arguments.has("usage"))
    add_findings(findings_against_usage(lines.units(0, lines.size())), findings);
  const auto segment_text = [&](const Spot& spot) {
    return lines.line(spot.language, spot.segment);
  };
  const auto in_file = [&](const Spot& spot) {
    const std::size_t file = spot.language == languages[0] ? 0 : 1;
    return FilePlace{arguments.words[file], spot.segment + std::size_t{1}, spot.range};
  };
  leave_out_dismissed(arguments, segment_text, findings);
  put_in_order(arguments, findings);
  write(findings, {segment_text, in_file}, format, streams);
  return exit_for(findings, arguments);
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::string format = arguments.value_or("format", "text");
  if (format != "text" && format != "jsonl" && format != "sarif")
    throw UsageError("--format is text, jsonl or sarif");
  return arguments.words.size() == 2 ? check_lines(arguments, format, streams)
                                     : check_corpus(arguments, format, streams);
}

}  // namespace

const Command check_command{"check", "Report terms, numbers, dates and names that depart",
                            embedded::check_txt, run};

}  // namespace hexapla::cli
