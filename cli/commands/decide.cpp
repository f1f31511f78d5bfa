#include "check/dismissals.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/options/dismissals_file.hpp"
#include "cli/options/works.hpp"
#include "cli/print/decision_lines.hpp"
#include "cli/stamp.hpp"
#include "cli_data.hpp"
#include "corpus/bead_edits.hpp"
#include "corpus/store.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"work"},   Option{"row"},      Option{"pair"},
                             Option{"source"}, Option{"target"},   Option{"at"},
                             Option{"to"},     Option{"language"}, Option{"segment"},
                             Option{"text"},   Option{"finding"},  Option{"format"}};

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

/// Confirmed or rejected: a link of a pair, or all links of a row.
std::vector<BeadsBetween> judged_beads(const Arguments& arguments,
                                       const Multitext& multitext) {
  if (const auto row = optional_count(arguments, "row"))
    return beads_of_row(multitext, *row);
  const auto source = optional_count(arguments, "source");
  const auto target = optional_count(arguments, "target");
  if (!source && !target)
    throw UsageError(
        "which link? name a segment of it with --source or --target, or a --row");
  return {edits_in(arguments, multitext).bead_with(source, target)};
}

/// The finding of that number in the work, or of that place, as in fr:12:number.
const Finding& finding_in(const Arguments& arguments,
                          const std::vector<Finding>& findings) {
  const std::string name = arguments.required("finding");
  if (name.find(':') != std::string::npos) {
    const auto found = std::ranges::find_if(
        findings, [&](const Finding& finding) { return is_at(finding, name); });
    if (found == findings.end())
      throw UsageError("nothing was found at '" + name +
                       "'; --finding takes LANGUAGE:SEGMENT:RULE, as in fr:12:number, or a "
                       "number of hexapla check --by document --all");
    return *found;
  }
  const std::uint32_t number = count_in("finding", name);
  if (number >= findings.size())
    throw UsageError("there is no finding " + std::to_string(number) + "; there are " +
                     std::to_string(findings.size()) + ", from 0 on");
  return findings[number];
}

/// A line of Dismissals for that finding.
std::string dismissal_of(const Arguments& arguments, const Multitext& multitext,
                         const std::vector<Finding>& findings) {
  return Dismissals::line_for(finding_in(arguments, findings), [&](const Spot& spot) {
    return segment_text(multitext, spot);
  });
}

Decision about_documents(std::string_view verb, const Arguments& arguments,
                         const Store& store, std::int64_t work) {
  Decision decision;
  if (verb == "edit") {
    decision.kind = DecisionKind::edit;
    decision.language = language_in(arguments.required("language"));
    decision.segment = count_in("segment", arguments.required("segment"));
    decision.text = arguments.required("text");
    return decision;
  }
  const Multitext multitext = store.multitext(work);
  if (verb == "confirm" || verb == "reject") {
    decision.kind = verb == "confirm" ? DecisionKind::confirm : DecisionKind::reject;
    decision.beads = judged_beads(arguments, multitext);
    return decision;
  }
  if (verb == "dismiss") {
    decision.kind = DecisionKind::dismiss;
    decision.finding = dismissal_of(arguments, multitext, store.findings(work));
    return decision;
  }
  const BeadEdits edits = edits_in(arguments, multitext);
  const Border border = border_in(arguments, "at");
  if (verb == "merge") return edits.merge(border);
  if (verb == "split") return edits.split(border);
  return edits.move(border, border_in(arguments, "to"));
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
  if (verb == "confirm" || verb == "reject") {
    decision.kind = verb == "confirm" ? DecisionKind::confirm : DecisionKind::reject;
    return decision;
  }
  if (verb != "edit")
    throw UsageError("a memory's rows can be confirmed, rejected and edited only");
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
  constexpr std::array<std::string_view, 7> verbs{"confirm", "reject", "merge",  "split",
                                                  "move",    "edit",   "dismiss"};
  const Arguments arguments = parse_arguments(words, options);
  if (arguments.words.size() != 2)
    throw UsageError("a corpus file and what to do are needed");
  const std::string& verb = arguments.words[1];
  if (std::ranges::find(verbs, verb) == verbs.end())
    throw UsageError("'" + verb +
                     "' is none of confirm, reject, merge, split, move, edit, dismiss");
  if (arguments.value_or("format", "jsonl") != "jsonl")
    throw UsageError("--format is jsonl");
  Store store = Store::open(arguments.words[0]);
  const WorkInfo work = any_work(arguments, store);
  const Decision decision = work.kind == WorkKind::documents
                                ? about_documents(verb, arguments, store, work.id)
                                : about_memory(verb, arguments, store, work.id);
  const LoggedDecision line = store.decide(work.id, decision, stamp_of_now());
  write_decision(line, work.name, arguments.has("format"), streams.out);
  return Exit::done;
}

}  // namespace

const Command decide_command{"decide", "Confirm, reject or correct links and texts",
                             embedded::decide_txt, run};

}  // namespace hexapla::cli
