#include "cli/web/desk.hpp"

#include "text/error.hpp"

#include <algorithm>

namespace hexapla::web {
Desk::Desk(Store store, std::function<std::string()> clock)
    : store_(std::move(store)), clock_(std::move(clock)) {
  data_version_ = store_.data_version();
}

std::optional<WorkInfo> Desk::info(std::int64_t work) const {
  std::vector<WorkInfo> works = store_.works();
  const auto found = std::ranges::find(works, work, &WorkInfo::id);
  if (found == works.end()) return std::nullopt;
  return std::move(*found);
}

bool Desk::is_open(std::int64_t work) const {
  return std::ranges::any_of(open_,
                             [&](const OpenWork& held) { return held.info.id == work; });
}

OpenWork& Desk::open(std::int64_t work) {
  look_for_others();
  const auto held = std::ranges::find_if(
      open_, [&](const OpenWork& other) { return other.info.id == work; });
  if (held != open_.end()) {
    open_.splice(open_.begin(), open_, held);
    return open_.front();
  }
  const auto there = info(work);
  if (!there || there->kind != WorkKind::documents)
    throw Error(Fault::inconsistent, {"corpus", 0},
                "has no documents work with the id " + std::to_string(work));
  open_.push_front(OpenWork{*there,
                            ReviewedWork(store_.decided_work(work), there->revision),
                            ReviewChecks(store_.termbase(work))});
  if (open_.size() > most_open) open_.pop_back();
  return open_.front();
}

void Desk::look_for_others() {
  const std::int64_t version = store_.data_version();
  if (version == data_version_) return;
  data_version_ = version;
  for (auto work = open_.begin(); work != open_.end();) {
    const auto there = info(work->info.id);
    if (!there) {
      work = open_.erase(work);
      continue;
    }
    if (there->revision != work->info.revision)
      work->checks = ReviewChecks(store_.termbase(there->id));
    work->info = *there;
    work->reviewed.update(store_.decided_work(there->id), there->revision);
    ++work;
  }
}

ActResult Desk::decide(OpenWork& work, const HandedIn& given, const std::string& who,
                       std::optional<Conflict>& conflict) {
  ActResult result;
  result.before = work.reviewed.version();
  for (const LoggedDecision& line : store_.lines_of_client(work.info.id, given.client)) {
    result.lines.push_back(line);
    result.known = true;
  }
  if (result.known) return result;
  if (given.base != work.reviewed.version()) {
    Conflict found{given.base, {}, {}};
    const bool knows = work.reviewed.knows(given.base);
    const auto changed = work.reviewed.changed_since(given.base);
    for (const std::int64_t id : given.act.rows)
      if (!knows || !work.reviewed.place_of(id)) found.rows.push_back(id);
    if (found.rows.empty() && knows)
      for (const std::size_t place : rows_touched(work.reviewed, given.act)) {
        const std::int64_t id = work.reviewed.work().ids[place];
        if (std::ranges::find(changed, id) != changed.end()) found.rows.push_back(id);
      }
    for (const LoggedDecision& line : work.reviewed.work().log)
      if (line.id > given.base.line) found.lines.push_back(line);
    if (!found.rows.empty()) {
      conflict = std::move(found);
      return result;
    }
  }
  Proposal proposal = proposal_for(work.reviewed, given.act, work.checks.termbase());
  proposal.stamp = {now(), who};
  proposal.client = given.client;
  std::optional<DecidedWork> kept;
  const Recheck recheck = changes_findings(proposal.decision.kind)
                              ? recheck_after(work.reviewed, work.checks, &kept)
                              : Recheck();
  result.lines = {store_.decide(work.info.id, proposal, recheck)};
  if (!kept) kept = store_.decided_work(work.info.id);
  work.reviewed.update(std::move(*kept), work.info.revision);
  return result;
}

std::optional<ActResult> Desk::step(OpenWork& work, const LineChoice& choice, bool back,
                                    const std::string& who) {
  ActResult result;
  result.before = work.reviewed.version();
  std::optional<DecidedWork> kept;
  const auto next = store_.next_step(choice, back);
  const Recheck recheck = next && changes_findings(next->decision.kind)
                              ? recheck_after(work.reviewed, work.checks, &kept)
                              : Recheck();
  const Stamp stamp{now(), who};
  const auto line =
      back ? store_.undo(choice, stamp, recheck) : store_.redo(choice, stamp, recheck);
  if (!line) return std::nullopt;
  result.lines.push_back(*line);
  if (!kept) kept = store_.decided_work(work.info.id);
  work.reviewed.update(std::move(*kept), work.info.revision);
  return result;
}

LoggedDecision Desk::decide_in_memory(std::int64_t work, const Proposal& proposal) {
  return store_.decide(work, proposal);
}

std::optional<LoggedDecision> Desk::step_in_memory(const LineChoice& choice, bool back,
                                                   const std::string& who) {
  const Stamp stamp{now(), who};
  return back ? store_.undo(choice, stamp) : store_.redo(choice, stamp);
}

}  // namespace hexapla::web
