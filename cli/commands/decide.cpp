#include "cli/command.hpp"
#include "cli/option_table.hpp"
#include "cli/options/dismissals_file.hpp"
#include "cli/options/works.hpp"
#include "cli/print/decision_lines.hpp"
#include "cli/spared_inputs.hpp"
#include "cli/stamp.hpp"
#include "cli_data.hpp"
#include "corpus/bead_edits.hpp"
#include "corpus/row_edits.hpp"
#include "corpus/sentence_edits.hpp"
#include "corpus/store.hpp"
#include "report/report.hpp"
#include "text/error.hpp"
#include "workbench/review/realign_rows.hpp"
#include "workbench/review/reviewed_work.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla::cli {
namespace {

struct DecideOptions {
  std::filesystem::path corpus;
  std::string verb;
  std::optional<std::string> work;
  std::optional<std::string> row;   ///< 9, or id:1234.
  std::optional<std::string> rows;  ///< 9-11
  std::vector<Language> pair;       ///< Two, or none.
  std::optional<std::uint32_t> source;
  std::optional<std::uint32_t> target;
  std::optional<Border> at;
  std::optional<std::string> to;  ///< A border, or above or below.
  std::optional<Language> language;
  std::optional<std::uint32_t> segment;
  std::optional<std::string> text;
  std::optional<std::string> before;  ///< cut: how the second part begins.
  std::optional<std::string> finding;
  bool jsonl = false;
};

std::uint32_t count_in(std::string_view option, std::string_view digits) {
  std::uint32_t number = 0;
  read_option(option, std::string(digits), number);
  return number;
}

Border border_in(std::string_view option, std::string_view both) {
  const std::size_t comma = both.find(',');
  if (comma == std::string_view::npos)
    throw UsageError("--" + std::string(option) +
                     " needs the segments after the border in both languages, as in 12,13");
  return {count_in(option, both.substr(0, comma)),
          count_in(option, both.substr(comma + 1))};
}

std::vector<Language> pair_in(const std::string& words) {
  std::vector<Language> pair = languages_in(words);
  if (pair.size() != 2) throw UsageError("--pair needs two languages, as in zh,en");
  return pair;
}

DecideOptions read_options(std::span<const std::string_view> words) {
  DecideOptions given;
  std::vector<std::string> file_and_verb;
  OptionTable table;
  table.words("a corpus file and what to do are needed", file_and_verb, 2, 2);
  table.file_words({FileUse::changed_corpus, FileUse::none, FileUse::none});
  table.value("work", given.work);
  table.value("row", given.row);
  table.value("rows", given.rows);
  table.value("pair", given.pair, pair_in);
  table.value("source", given.source);
  table.value("target", given.target);
  table.value("at", given.at,
              [](const std::string& border) { return border_in("at", border); });
  table.value("to", given.to);
  table.value("language", given.language);
  table.value("segment", given.segment);
  table.value("text", given.text);
  table.value("before", given.before);
  table.value("finding", given.finding);
  table.choice("format", given.jsonl, {{"jsonl", true}});
  table.read(words);
  given.corpus = file_and_verb[0];
  given.verb = file_and_verb[1];
  return given;
}

DecideOptions decide_options(std::span<const std::string_view> words) {
  constexpr std::array<std::string_view, 13> verbs{
      "confirm", "reject",    "clear",   "merge", "split", "move",   "edit",
      "dismiss", "undismiss", "comment", "cut",   "unite", "realign"};
  DecideOptions given = read_options(words);
  if (std::ranges::find(verbs, given.verb) == verbs.end())
    throw UsageError("'" + given.verb +
                     "' is none of confirm, reject, clear, merge, split, move, edit, "
                     "dismiss, undismiss, comment, cut, unite, realign");
  return given;
}

BeadEdits edits_in(const DecideOptions& given, const Multitext& multitext) {
  if (given.pair.empty()) throw_missing("pair");
  return {multitext, given.pair[0], given.pair[1]};
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
std::optional<SegmentRun> rows_in(const DecideOptions& given, const ReviewedWork& work) {
  if (given.rows) {
    const std::size_t hyphen = given.rows->find('-');
    if (hyphen == std::string::npos)
      throw UsageError("--rows needs the first and the last, as in 9-11");
    const std::string_view words = *given.rows;
    const SegmentRun run{row_in("rows", words.substr(0, hyphen), work),
                         row_in("rows", words.substr(hyphen + 1), work) + 1};
    if (run.first >= run.last) throw UsageError("--rows: the last comes before the first");
    return run;
  }
  if (!given.row) return std::nullopt;
  const std::uint32_t first = row_in("row", *given.row, work);
  return SegmentRun{first, first + 1};
}

/// Of the links of rows, those of the pair that is named, if one is.
void keep_pair(const std::vector<Language>& pair, std::vector<BeadsBetween>& beads) {
  if (pair.empty()) return;
  std::erase_if(beads, [&](const BeadsBetween& between) {
    return !(between.source == pair[0] && between.target == pair[1]) &&
           !(between.source == pair[1] && between.target == pair[0]);
  });
  if (beads.empty()) throw UsageError("the row has no link of that pair");
}

/// Confirmed, rejected or cleared: a link of a pair, or the links of rows.
std::vector<BeadsBetween> judged_beads(const DecideOptions& given,
                                       const ReviewedWork& work) {
  if (const auto rows = rows_in(given, work)) {
    std::vector<BeadsBetween> beads;
    for (std::uint32_t row = rows->first; row < rows->last; ++row)
      for (BeadsBetween& pair : all_beads_of_row(work.multitext(), row))
        beads.push_back(std::move(pair));
    keep_pair(given.pair, beads);
    return beads;
  }
  if (!given.source && !given.target)
    throw UsageError(
        "which link? name a segment of it with --source or --target, or a --row");
  return {edits_in(given, work.multitext()).bead_with(given.source, given.target)};
}

/// A line of Dismissals for the finding of that name, of that place, as in fr:12:number, or
/// of that number in a report.
std::string dismissal_in(std::string name, const ReviewedWork& work) {
  const bool is_number = name.find_first_not_of("0123456789") == std::string::npos;
  if (is_number) {
    std::vector<Finding> open;
    for (const NamedFinding& finding : work.findings())
      if (!finding.dismissed) open.push_back(finding.finding);
    const std::uint32_t number = count_in("finding", name);
    if (number == 0 || number > open.size())
      throw UsageError("there is no finding " + name + " among the " +
                       std::to_string(open.size()) + " that are open");
    const Finding wanted = findings_as_numbered(work.multitext(), open)[number - 1];
    return dismissal_of_name(name_of_finding(wanted, [&](const Spot& spot) {
      return work.text_of(work.document_in(spot.language).value(), spot.segment);
    }));
  }
  std::ranges::replace(name, '\t', ':');
  for (const NamedFinding& finding : work.findings())
    if (finding.name == name || is_at(finding.finding, name))
      return dismissal_of_name(finding.name);
  throw UsageError("there is no finding " + name +
                   "; hexapla check tells their names, as number:fr:12:9ad3f0");
}

std::uint32_t document_in(const DecideOptions& given, const ReviewedWork& work) {
  const Language language = needed("language", given.language);
  const auto document = work.document_in(language);
  if (!document) throw UsageError("there is no version in " + std::string(language.tag()));
  return *document;
}

/// Rows as a reviser sees them: joined, parted, or a segment sent to a neighbour.
Decision about_rows(const DecideOptions& given, const ReviewedWork& work, SegmentRun rows) {
  const RowEdits edits(work.multitext());
  if (!given.pair.empty())
    throw UsageError("--row joins and parts all languages; --pair goes with --at");
  if (given.verb == "merge")
    return edits.join(rows.first, std::max(rows.last, rows.first + 2));
  const std::uint32_t document = document_in(given, work);
  if (given.verb == "split") {
    const std::uint32_t segment = needed("segment", given.segment);
    return edits.part(rows.first, edits.likely_cuts(rows.first, document, segment));
  }
  const std::string& to = needed("to", given.to);
  if (to != "above" && to != "below")
    throw UsageError("--to is above or below, with --row");
  return edits.push(rows.first, document,
                    to == "above" ? RowEdits::Towards::above : RowEdits::Towards::below);
}

DecisionKind verdict_kind(std::string_view verb) {
  if (verb == "confirm") return DecisionKind::confirm;
  return verb == "reject" ? DecisionKind::reject : DecisionKind::clear;
}

/// The segment that is named, or the only one of a row in that language.
std::uint32_t segment_in(const DecideOptions& given, const ReviewedWork& work) {
  if (given.segment || !given.row) return needed("segment", given.segment);
  const std::uint32_t row = row_in("row", *given.row, work);
  const SegmentRun& run = work.multitext().rows[row].runs[document_in(given, work)];
  if (run.size() == 1) return run.first;
  if (run.empty()) throw UsageError("the row has nothing in that language");
  throw UsageError(
      "the row has several segments in that language; name one with --segment: " +
      std::to_string(run.first) + " to " + std::to_string(run.last - 1));
}

Decision worded(const DecideOptions& given, const ReviewedWork& work) {
  Decision decision;
  decision.kind = given.verb == "edit" ? DecisionKind::edit : DecisionKind::comment;
  decision.language = needed("language", given.language);
  decision.segment = segment_in(given, work);
  decision.text = needed("text", given.text);
  return decision;
}

/// A sentence is cut where words of it begin, or joined to the next.
Decision about_sentences(const DecideOptions& given, const ReviewedWork& work) {
  const std::uint32_t document = document_in(given, work);
  const std::uint32_t segment = needed("segment", given.segment);
  if (given.verb == "unite") return unite_sentences(work.multitext(), document, segment);
  const std::string& words = needed("before", given.before);
  const auto& segments = work.multitext().documents[document].segments;
  if (segment >= segments.size())
    throw UsageError("there is no segment " + std::to_string(segment) + "; there are " +
                     std::to_string(segments.size()) + ", from 0 on");
  const std::string_view text = work.text_of(document, segment);
  const std::size_t at = text.find(words);
  if (words.empty() || at == std::string_view::npos)
    throw UsageError("--before: the segment does not say that; it says: " +
                     std::string(text));
  if (text.find(words, at + 1) != std::string_view::npos)
    throw UsageError("--before: the segment says that more than once; name more words");
  return cut_sentence(work.multitext(), document, segment, static_cast<std::uint32_t>(at));
}

Decision about_documents(const DecideOptions& given, const ReviewedWork& work,
                         const Termbase& termbase) {
  if (given.verb == "cut" || given.verb == "unite") return about_sentences(given, work);
  if (given.verb == "realign") {
    const std::uint32_t row = row_in("row", needed("row", given.row), work);
    return realign_rows(work, up_to_next_confirmed(work, row), termbase);
  }
  if (given.verb == "edit" || given.verb == "comment") return worded(given, work);
  Decision decision;
  if (given.verb == "confirm" || given.verb == "reject" || given.verb == "clear") {
    decision.kind = verdict_kind(given.verb);
    decision.beads = judged_beads(given, work);
    return decision;
  }
  if (given.verb == "dismiss" || given.verb == "undismiss") {
    decision.kind =
        given.verb == "dismiss" ? DecisionKind::dismiss : DecisionKind::undismiss;
    decision.finding = dismissal_in(needed("finding", given.finding), work);
    return decision;
  }
  if (const auto rows = rows_in(given, work)) return about_rows(given, work, *rows);
  const BeadEdits edits = edits_in(given, work.multitext());
  const Border border = needed("at", given.at);
  if (given.verb == "merge") return edits.merge(border);
  if (given.verb == "split") return edits.split(border);
  return edits.move(border, border_in("to", needed("to", given.to)));
}

/// Decides, and checks again what the decision has changed.
LoggedDecision decide_on_documents(const DecideOptions& given, Store& store,
                                   const WorkInfo& info) {
  const ReviewedWork work(store.decided_work(info.id), info.revision);
  const ReviewChecks checks(store.termbase(info.id));
  Proposal proposal{about_documents(given, work, checks.termbase()), stamp_of_now()};
  const bool may_change_findings = changes_findings(proposal.decision.kind);
  return store.decide(info.id, proposal,
                      may_change_findings ? recheck_after(work, checks) : Recheck());
}

std::int64_t memory_row(const DecideOptions& given, const Store& store, std::int64_t work) {
  const std::uint32_t number = count_in("row", needed("row", given.row));
  if (const auto row = store.row_of(work, number)) return *row;
  throw UsageError("there is no row " + std::to_string(number));
}

Decision about_memory(const DecideOptions& given, const Store& store, std::int64_t work) {
  Decision decision;
  decision.row = memory_row(given, store, work);
  if (given.verb == "confirm" || given.verb == "reject" || given.verb == "clear") {
    decision.kind = verdict_kind(given.verb);
    return decision;
  }
  if (given.verb != "edit")
    throw UsageError("a memory's rows can be confirmed, rejected, cleared and edited only");
  decision.kind = DecisionKind::edit;
  decision.text = needed("text", given.text);
  const Language language = needed("language", given.language);
  const auto variants = store.unit(decision.row).unit.variants;
  const auto variant = std::ranges::find(variants, language, &Variant::language);
  if (variant == variants.end())
    throw UsageError("the row has nothing in " + std::string(language.tag()));
  decision.segment = static_cast<std::uint32_t>(variant - variants.begin());
  return decision;
}

Exit run_decide(std::span<const std::string_view> words, Streams streams) {
  const DecideOptions given = decide_options(words);
  Store store = Store::open(given.corpus);
  const WorkInfo work = any_work(given.work, store);
  const LoggedDecision line =
      work.kind == WorkKind::documents
          ? decide_on_documents(given, store, work)
          : store.decide(work.id, about_memory(given, store, work.id), stamp_of_now());
  note_commit();
  write_decision(line, {}, work.name, given.jsonl, streams.out);
  return Exit::done;
}

}  // namespace

const Command decide_command{"decide", "Confirm, reject or correct links and texts",
                             embedded::decide_txt, run_decide};

}  // namespace hexapla::cli
