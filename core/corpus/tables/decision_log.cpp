#include "corpus/tables/decision_log.hpp"

#include "corpus/database/fields.hpp"
#include "corpus/tables/decision_json.hpp"

#include <algorithm>
#include <map>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

/// Indices into the log: of one work, in one revision, what is done and what is undone.
struct Stacks {
  std::vector<std::size_t> done;
  std::vector<std::size_t> undone;
};

void move_last(std::vector<std::size_t>& from, std::vector<std::size_t>& to) {
  if (from.empty()) return;
  to.push_back(from.back());
  from.pop_back();
}

/// By work; lines of earlier revisions stand in none.
std::map<std::int64_t, Stacks> stacks_of(const std::vector<LoggedDecision>& log) {
  std::map<std::int64_t, Stacks> stacks;
  for (std::size_t i = 0; i < log.size(); ++i) {
    Stacks& of_work = stacks[log[i].work];
    if (!log[i].current) continue;
    if (log[i].decision.kind == DecisionKind::undo) {
      move_last(of_work.done, of_work.undone);
    } else if (log[i].decision.kind == DecisionKind::redo) {
      move_last(of_work.undone, of_work.done);
    } else {
      of_work.done.push_back(i);
      of_work.undone.clear();
    }
  }
  return stacks;
}

}  // namespace

std::int64_t log_decision(const Connection& connection, std::int64_t work,
                          const Decision& decision, const Stamp& stamp,
                          std::int64_t subject) {
  Statement insert(connection,
                   "INSERT INTO decision(work, revision, at, who, kind, detail, subject) "
                   "VALUES (?1, (SELECT revision FROM work WHERE id = ?1), ?2, ?3, ?4, ?5, "
                   "nullif(?6, 0))");
  insert.run(work, stamp.at, stamp.who, name_of(decision.kind), json_of(decision), subject);
  return connection.last_id();
}

std::vector<LoggedDecision> read_log(const Connection& connection,
                                     std::optional<std::int64_t> work) {
  Statement row(connection,
                "SELECT decision.id, work, decision.revision, at, who, decision.kind, "
                "detail, subject, decision.revision = work.revision FROM decision "
                "JOIN work ON work.id = work WHERE ?1 IS NULL OR work = ?1 "
                "ORDER BY decision.id");
  row.bind(1, work);
  std::vector<LoggedDecision> log;
  while (row.step()) {
    const auto kind = static_cast<DecisionKind>(name_at(row, 5, decision_kind_names));
    log.push_back({row.integer(0),
                   row.integer(1),
                   number_at(row, 2),
                   {std::string(row.text(3)), std::string(row.text(4))},
                   decision_in(kind, row.text(6), connection.name()),
                   row.integer(7),
                   row.integer(8) != 0,
                   false});
  }
  for (const auto& [id, stacks] : stacks_of(log))
    for (const std::size_t done : stacks.done)
      log[done].active = true;
  return log;
}

UndoRedo undo_redo_in(const std::vector<LoggedDecision>& log) {
  UndoRedo found;
  for (const LoggedDecision& line : log)
    if (line.active) found.undo = &line;
  const std::map<std::int64_t, Stacks> stacks = stacks_of(log);
  // The last undo that is still open belongs to the work in whose log it stands last.
  for (std::size_t i = log.size(); i-- > 0 && found.redo == nullptr;) {
    const auto& undone = stacks.at(log[i].work).undone;
    if (log[i].decision.kind == DecisionKind::undo && !undone.empty())
      found.redo = &log[undone.back()];
  }
  return found;
}

}  // namespace hexapla
