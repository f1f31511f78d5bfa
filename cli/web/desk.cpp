#include "cli/web/desk.hpp"

#include "text/error.hpp"
#include "workbench/review/memory_work.hpp"

#include <algorithm>

#include <malloc.h>

namespace hexapla::web {

Desk::Desk(Store store, std::function<std::string()> clock, std::filesystem::path file)
    : store_(std::move(store)), clock_(std::move(clock)), file_(std::move(file)) {
  data_version_ = store_.data_version();
}

Desk::~Desk() {
  constexpr std::chrono::seconds patience{60};
  for (OpenWork& work : open_) {
    try {
      finish_check(work, patience);
    } catch (const std::exception&) {  // they are made again after the next decision
    }
  }
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
    finish_check(open_.front());
    return open_.front();
  }
  const auto there = info(work);
  if (!there || !can_be_open(*there))
    throw Error(Fault::inconsistent, {"corpus", 0},
                "has no work to be opened with the id " + std::to_string(work));
  const bool is_memory = there->kind == WorkKind::memory;
  open_.push_front(OpenWork{
      *there, ReviewedWork(read(*there), there->revision),
      ReviewChecks(is_memory ? Termbase() : store_.termbase(work), most_rows_at_once)});
  if (is_memory) {  // keeps no findings
    OpenWork& opened = open_.front();
    opened.check_due = opened.checks.leaves_rest(opened.reviewed.multitext());
    if (!opened.check_due)
      opened.reviewed.update_findings(opened.checks.whole(opened.reviewed.multitext()));
    finish_check(opened);
  }
  if (open_.size() > most_open) open_.pop_back();
  return open_.front();
}

DecidedWork Desk::read(const WorkInfo& work) const {
  return work.kind == WorkKind::memory ? memory_as_work(store_, work.id)
                                       : store_.decided_work(work.id);
}

DecidedWork Desk::read_again(const OpenWork& work) const {
  DecidedWork now = read(work.info);
  if (work.info.kind == WorkKind::memory) now.findings = work.reviewed.plain_findings();
  return now;
}

void Desk::look_for_others() {
  const std::int64_t version = store_.data_version();
  if (version == data_version_) return;
  for (auto work = open_.begin(); work != open_.end();) {
    const auto there = info(work->info.id);
    if (!there) {
      work = open_.erase(work);
      continue;
    }
    if (there->revision != work->info.revision) {
      work->checks = ReviewChecks(store_.termbase(there->id), most_rows_at_once);
      work->matchers.clear();  // they name concepts of the termbase of before
    }
    work->info = *there;
    work->reviewed.update(read_again(*work), there->revision);
    work->check_due = there->kind == WorkKind::memory || work->check.valid();
    ++work;
  }
  data_version_ = version;  // only now: what could not be read is read by the next call
}

template <class Write>
auto Desk::change(OpenWork& work, DecisionKind kind, const Write& write) {
  std::optional<DecidedWork> kept;
  const bool findings_may_change = changes_findings(kind);
  const bool is_memory = work.info.kind == WorkKind::memory;
  const bool is_large = work.reviewed.rows() > most_rows_checked;
  const Recheck recheck =
      findings_may_change ? recheck_after(work.reviewed, work.checks, &kept) : Recheck();
  if (is_large && !changes_borders(kind)) work.reviewed.let_go();
  const auto take = [&] {
    if (!kept) {
      DecidedWork now = read_again(work);
      if (is_memory && recheck) (void)recheck(now);
      if (!kept) kept = std::move(now);
    }
    work.reviewed.update(std::move(*kept), work.info.revision);
  };
  bool is_written = false;
  try {
    const auto written = write(is_memory ? Recheck() : recheck);
    is_written = true;
    // Between two readings of a large work its memory goes back to the system, and is not
    // kept in pieces that the second doesn't fit: 368 instead of 416 MiB for 100,000 rows.
    if (is_large) malloc_trim(0);
    take();
    if (findings_may_change && !is_large) check_rest(work);
    return written;
  } catch (...) {
    kept.reset();
    if (is_large || is_written) read_or_close(work);
    throw;
  }
}

void Desk::read_or_close(OpenWork& work) {
  try {
    work.reviewed.update(read_again(work), work.info.revision);
  } catch (const std::exception&) {  // the next call opens it
    std::erase_if(open_, [&](const OpenWork& held) { return &held == &work; });
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
    const auto changed = work.reviewed.decided_since(given.base);
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
  Proposal proposal = work.info.kind == WorkKind::memory
                          ? proposal_for_memory(store_, work.reviewed, given.act)
                          : proposal_for(work.reviewed, given.act, work.checks.termbase());
  proposal.stamp = {now(), who};
  proposal.client = given.client;
  result.lines = {change(work, proposal.decision.kind, [&](const Recheck& recheck) {
    return store_.decide(work.info.id, proposal, recheck);
  })};
  return result;
}

void Desk::check_rest(OpenWork& work) {
  if (!work.checks.leaves_rest(work.reviewed.multitext())) return;
  work.check_due = true;
  if (!work.check.valid()) start_check(work);
}

void Desk::start_check(OpenWork& work) const {
  work.check_due = false;
  work.check = std::async(std::launch::async,
                          [checks = work.checks, multitext = work.reviewed.multitext()] {
                            return checks.whole(multitext);
                          });
}

void Desk::finish_check(OpenWork& work, std::chrono::seconds wait) {
  while (work.check.valid() || work.check_due) {
    if (!work.check.valid()) start_check(work);
    if (work.check.wait_for(wait) != std::future_status::ready) return;
    std::vector<Finding> findings = work.check.get();
    if (work.check_due) continue;
    if (std::ranges::equal(findings, work.reviewed.findings(), {}, {},
                           &NamedFinding::finding))
      return;
    try {
      if (work.info.kind == WorkKind::documents)
        store_.set_findings(work.info.id, findings);
    } catch (const Error&) {  // another program writes; who reads does not wait for it
      work.check_due = true;
      return;
    }
    work.reviewed.update_findings(std::move(findings));
  }
}

std::optional<ActResult> Desk::step(OpenWork& work, const LineChoice& choice, bool back,
                                    const std::string& who) {
  ActResult result;
  result.before = work.reviewed.version();
  const auto next = store_.next_step(choice, back);
  if (!next) {  // or it was handed in before
    const Stamp stamp{now(), who};
    const auto line = back ? store_.undo(choice, stamp) : store_.redo(choice, stamp);
    if (!line) return std::nullopt;
    result.lines.push_back(*line);
    return result;
  }
  const auto line = change(work, next->decision.kind, [&](const Recheck& recheck) {
    const Stamp stamp{now(), who};
    return back ? store_.undo(choice, stamp, recheck) : store_.redo(choice, stamp, recheck);
  });
  if (!line) return std::nullopt;
  result.lines.push_back(*line);
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
