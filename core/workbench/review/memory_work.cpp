#include "workbench/review/memory_work.hpp"

#include "corpus/row_edits.hpp"
#include "text/error.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <unordered_map>

namespace hexapla {
namespace {

bool judges(DecisionKind kind) {
  return kind == DecisionKind::confirm || kind == DecisionKind::reject ||
         kind == DecisionKind::clear;
}

/// A decision on a unit, in terms of the versions.
void tell_of_versions(DecidedWork& work, std::size_t row, LoggedDecision& line) {
  Decision& decision = line.decision;
  if (judges(decision.kind)) {
    decision.beads = all_beads_of_row(work.multitext, static_cast<std::uint32_t>(row));
    return;
  }
  const auto& documents = work.multitext.documents;
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    if (documents[document].document.language != decision.language) continue;
    decision.segment = work.multitext.rows[row].runs[document].first;
    if (decision.kind == DecisionKind::edit && line.active)
      work.edited.emplace(document, decision.segment);
  }
}

[[noreturn]] void refuse_for_memory(const std::string& why) {
  throw Error(Fault::inconsistent, {"decision", 0}, why);
}

}  // namespace

DecidedWork memory_as_work(const Store& store, std::int64_t work) {
  DecidedWork read;
  read.multitext = texts_of_work(store, work);
  std::unordered_map<std::int64_t, std::size_t> places;
  store.each_unit({work}, [&](const StoredUnit& unit) {
    places.emplace(unit.row, read.ids.size());
    read.ids.push_back(unit.row);
    read.verdicts.push_back(unit.verdict);
    return true;
  });
  read.by_document.assign(read.ids.size(), std::vector<std::optional<Verdict>>(
                                               read.multitext.documents.size()));
  read.log = store.decisions(work);
  for (LoggedDecision& line : read.log)
    if (const auto place = places.find(line.decision.row); place != places.end())
      tell_of_versions(read, place->second, line);
  return read;
}

Proposal proposal_for_memory(const Store& store, const ReviewedWork& work,
                             const ReviewAct& act) {
  if (!kind_of(act.verb))
    refuse_for_memory(
        "the units of a memory stay as they came: nothing is joined or parted");
  Proposal proposal = proposal_for(work, act, {});
  Decision& decision = proposal.decision;
  const bool is_text =
      decision.kind == DecisionKind::edit || decision.kind == DecisionKind::comment;
  if (!is_text && !judges(decision.kind)) return proposal;
  if (act.rows.size() != 1) refuse_for_memory("one row is needed");
  if (judges(decision.kind) && act.language)
    refuse_for_memory("a unit of a memory is judged as a whole, not by language");
  decision.beads.clear();
  decision.row = act.rows.front();
  if (!is_text) return proposal;
  const std::vector<Variant> variants = store.unit(decision.row).unit.variants;
  const auto variant = std::ranges::find(variants, decision.language, &Variant::language);
  if (variant == variants.end()) refuse_for_memory("the unit has nothing in that language");
  decision.segment = static_cast<std::uint32_t>(variant - variants.begin());
  return proposal;
}

}  // namespace hexapla
