#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/options/dismissals_file.hpp"
#include "cli/options/works.hpp"
#include "cli/print/decision_lines.hpp"
#include "cli/stamp.hpp"
#include "cli_data.hpp"
#include "corpus/bead_edits.hpp"
#include "corpus/row_edits.hpp"
#include "corpus/store.hpp"
#include "text/error.hpp"
#include "workbench/review/reviewed_work.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"work"},    Option{"row"},    Option{"rows"},
                             Option{"pair"},    Option{"source"}, Option{"target"},
                             Option{"at"},      Option{"to"},     Option{"language"},
                             Option{"segment"}, Option{"text"},   Option{"finding"},
                             Option{"format"}};

std::uint32_t count_in(std::string_view option, std::string_view digits) {
  std::uint32_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
    throw UsageError("--" + std::string(option) + " needs a number from 0 on");
  return number;
}

std::optional<std::uint32_t> optional_count(const Arguments& arguments,
                                            std::string_view option) {
  const auto digits = arguments.value(option);
  if (!digits) return std::nullopt;
  return count_in(option, *digits);
}

Border border_in(const Arguments& arguments, std::string_view option) {
  const std::string both = arguments.required(option);
  const std::size_t comma = both.find(',');
  if (comma == std::string::npos)
    throw UsageError(
        "--" + std::string(option) +
        " needs the segments behind the border in both languages, as in 12,13");
  return {count_in(option, std::string_view(both).substr(0, comma)),
          count_in(option, std::string_view(both).substr(comma + 1))};
}

BeadEdits edits_in(const Arguments& arguments, const Multitext& multitext) {
  const std::vector<Language> pair = languages_in(arguments.required("pair"));
  if (pair.size() != 2) throw UsageError("--pair needs two languages, as in zh,en");
  return {multitext, pair[0], pair[1]};
}

/// Rows are told by number, or by the id that they keep: 7, id:1234.
std::uint32_t row_in(std::string_view option, std::string_view word,
                     const ReviewedWork& work) {
  constexpr std::string_view by_id = "id:";
  if (word.starts_with(by_id)) {
    const std::uint32_t id = count_in(option, word.substr(by_id.size()));
    if (const auto place = work.place_of(id)) return static_cast<std::uint32_t>(*place);
    throw Error(Fault::inconsistent, {"decision", 0},
                "there is no row with the id " + std::to_string(id) + " any more");
  }
  const std::uint32_t row = count_in(option, word);
  if (row >= work.rows())
    throw Error(Fault::inconsistent, {"decision", 0},
                "there is no row " + std::to_string(row) + "; there are " +
                    std::to_string(work.rows()) + ", from 0 on");
  return row;
}

/// [first, last): --rows 9-11 are three, --row 9 is one. Nothing without either.
std::optional<SegmentRun> rows_in(const Arguments& arguments, const ReviewedWork& work) {
  if (const auto rows = arguments.value("rows")) {
    const std::size_t hyphen = rows->find('-');
    if (hyphen == std::string::npos)
      throw UsageError("--rows needs the first and the last, as in 9-11");
    const std::string_view words = *rows;
    const SegmentRun run{row_in("rows", words.substr(0, hyphen), work),
                         row_in("rows", words.substr(hyphen + 1), work) + 1};
    if (run.first >= run.last) throw UsageError("--rows: the last comes before the first");
    return run;
  }
  const auto row = arguments.value("row");
  if (!row) return std::nullopt;
  const std::uint32_t first = row_in("row", *row, work);
  return SegmentRun{first, first + 1};
}

/// Of the links of rows, those of the pair that is named, if one is.
void keep_pair(const Arguments& arguments, std::vector<BeadsBetween>& beads) {
  if (!arguments.has("pair")) return;
  const std::vector<Language> pair = languages_in(arguments.required("pair"));
  if (pair.size() != 2) throw UsageError("--pair needs two languages, as in zh,en");
  std::erase_if(beads, [&](const BeadsBetween& between) {
    return !(between.source == pair[0] && between.target == pair[1]) &&
           !(between.source == pair[1] && between.target == pair[0]);
  });
  if (beads.empty()) throw UsageError("the row has no link of that pair");
}

/// Confirmed, rejected or cleared: a link of a pair, or the links of rows.
std::vector<BeadsBetween> judged_beads(const Arguments& arguments,
                                       const ReviewedWork& work) {
  if (const auto rows = rows_in(arguments, work)) {
    std::vector<BeadsBetween> beads;
    for (std::uint32_t row = rows->first; row < rows->last; ++row)
      for (BeadsBetween& pair : all_beads_of_row(work.multitext(), row))
        beads.push_back(std::move(pair));
    keep_pair(arguments, beads);
    return beads;
  }
  const auto source = optional_count(arguments, "source");
  const auto target = optional_count(arguments, "target");
  if (!source && !target)
    throw UsageError(
        "which link? name a segment of it with --source or --target, or a --row");
  return {edits_in(arguments, work.multitext()).bead_with(source, target)};
}

/// A line of Dismissals for the finding of that name, of that place, as in fr:12:number, or
/// of that number among those still open.
std::string dismissal_in(const Arguments& arguments, const ReviewedWork& work) {
  std::string name = arguments.required("finding");
  const bool is_number = name.find_first_not_of("0123456789") == std::string::npos;
  if (is_number) {
    std::uint32_t left = count_in("finding", name);
    for (const NamedFinding& finding : work.findings())
      if (!finding.dismissed && left-- == 0) return dismissal_of_name(finding.name);
    throw UsageError("there is no finding " + name + " among those that are open");
  }
  std::ranges::replace(name, '\t', ':');
  for (const NamedFinding& finding : work.findings())
    if (finding.name == name || is_at(finding.finding, name))
      return dismissal_of_name(finding.name);
  throw UsageError("there is no finding " + name +
                   "; hexapla check tells their names, as number:fr:12:9ad3f0");
}

std::uint32_t document_in(const Arguments& arguments, const ReviewedWork& work) {
  const Language language = language_in(arguments.required("language"));
  const auto document = work.document_in(language);
  if (!document) throw UsageError("there is no version in " + std::string(language.tag()));
  return *document;
}

/// Rows as a reviser sees them: joined, parted, or a segment sent to a neighbour.
Decision about_rows(std::string_view verb, const Arguments& arguments,
                    const ReviewedWork& work, SegmentRun rows) {
  const RowEdits edits(work.multitext());
  if (arguments.has("pair"))
    throw UsageError("--row joins and parts all languages; --pair goes with --at");
  if (verb == "merge") return edits.join(rows.first, std::max(rows.last, rows.first + 2));
  const std::uint32_t document = document_in(arguments, work);
  if (verb == "split") {
    const std::uint32_t segment = count_in("segment", arguments.required("segment"));
    return edits.part(rows.first, edits.likely_cuts(rows.first, document, segment));
  }
  const std::string to = arguments.required("to");
  if (to != "above" && to != "below")
    throw UsageError("--to is above or below, with --row");
  return edits.push(rows.first, document,
                    to == "above" ? RowEdits::Towards::above : RowEdits::Towards::below);
}

DecisionKind verdict_kind(std::string_view verb) {
  if (verb == "confirm") return DecisionKind::confirm;
  return verb == "reject" ? DecisionKind::reject : DecisionKind::clear;
}

Decision worded(std::string_view verb, const Arguments& arguments) {
  Decision decision;
  decision.kind = verb == "edit" ? DecisionKind::edit : DecisionKind::comment;
  decision.language = language_in(arguments.required("language"));
  decision.segment = count_in("segment", arguments.required("segment"));
  decision.text = arguments.required("text");
  return decision;
}

Decision about_documents(std::string_view verb, const Arguments& arguments,
                         const ReviewedWork& work) {
  if (verb == "edit" || verb == "comment") return worded(verb, arguments);
  Decision decision;
  if (verb == "confirm" || verb == "reject" || verb == "clear") {
    decision.kind = verdict_kind(verb);
    decision.beads = judged_beads(arguments, work);
    return decision;
  }
  if (verb == "dismiss" || verb == "undismiss") {
    decision.kind = verb == "dismiss" ? DecisionKind::dismiss : DecisionKind::undismiss;
    decision.finding = dismissal_in(arguments, work);
    return decision;
  }
  if (const auto rows = rows_in(arguments, work))
    return about_rows(verb, arguments, work, *rows);
  const BeadEdits edits = edits_in(arguments, work.multitext());
  const Border border = border_in(arguments, "at");
  if (verb == "merge") return edits.merge(border);
  if (verb == "split") return edits.split(border);
  return edits.move(border, border_in(arguments, "to"));
}

/// Decides, and checks again what the decision has changed.
LoggedDecision decide_on_documents(std::string_view verb, const Arguments& arguments,
                                   Store& store, const WorkInfo& info) {
  const ReviewedWork work(store.decided_work(info.id), info.revision);
  Proposal proposal{about_documents(verb, arguments, work), stamp_of_now()};
  const bool may_change_findings = proposal.decision.kind == DecisionKind::edit ||
                                   proposal.decision.kind == DecisionKind::replace;
  const ReviewChecks checks(store.termbase(info.id));
  return store.decide(info.id, proposal,
                      may_change_findings ? recheck_after(work, checks) : Recheck());
}

std::int64_t memory_row(const Arguments& arguments, const Store& store, std::int64_t work) {
  const std::uint32_t number = count_in("row", arguments.required("row"));
  if (const auto row = store.row_of(work, number)) return *row;
  throw UsageError("there is no row " + std::to_string(number));
}

Decision about_memory(std::string_view verb, const Arguments& arguments, const Store& store,
                      std::int64_t work) {
  Decision decision;
  decision.row = memory_row(arguments, store, work);
  if (verb == "confirm" || verb == "reject" || verb == "clear") {
    decision.kind = verdict_kind(verb);
    return decision;
  }
  if (verb != "edit")
    throw UsageError("a memory's rows can be confirmed, rejected, cleared and edited only");
  decision.kind = DecisionKind::edit;
  decision.text = arguments.required("text");
  const Language language = language_in(arguments.required("language"));
  const auto variants = store.unit(decision.row).unit.variants;
  const auto variant = std::ranges::find(variants, language, &Variant::language);
  if (variant == variants.end())
    throw UsageError("the row has nothing in " + std::string(language.tag()));
  decision.segment = static_cast<std::uint32_t>(variant - variants.begin());
  return decision;
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  constexpr std::array<std::string_view, 10> verbs{
      "confirm", "reject", "clear",   "merge",     "split",
      "move",    "edit",   "dismiss", "undismiss", "comment"};
  const Arguments arguments = parse_arguments(words, options);
  if (arguments.words.size() != 2)
    throw UsageError("a corpus file and what to do are needed");
  const std::string& verb = arguments.words[1];
  if (std::ranges::find(verbs, verb) == verbs.end())
    throw UsageError("'" + verb +
                     "' is none of confirm, reject, clear, merge, split, move, edit, "
                     "dismiss, undismiss, comment");
  if (arguments.value_or("format", "jsonl") != "jsonl")
    throw UsageError("--format is jsonl");
  Store store = Store::open(arguments.words[0]);
  const WorkInfo work = any_work(arguments, store);
  const LoggedDecision line =
      work.kind == WorkKind::documents
          ? decide_on_documents(verb, arguments, store, work)
          : store.decide(work.id, about_memory(verb, arguments, store, work.id),
                         stamp_of_now());
  write_decision(line, work.name, arguments.has("format"), streams.out);
  return Exit::done;
}

}  // namespace

const Command decide_command{"decide", "Confirm, reject or correct links and texts",
                             embedded::decide_txt, run};

}  // namespace hexapla::cli
