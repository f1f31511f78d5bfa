#include "corpus/tables/decision_log.hpp"

#include "corpus/database/fields.hpp"
#include "corpus/tables/decision_json.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

bool is_step(const LoggedDecision& line) {
  return line.decision.kind == DecisionKind::undo ||
         line.decision.kind == DecisionKind::redo;
}

bool is_of(const LoggedDecision& line, const LineChoice& choice) {
  return (!choice.work || line.work == *choice.work) &&
         (!choice.who || line.stamp.who == *choice.who);
}

const LoggedDecision* line_with(const std::vector<LoggedDecision>& log, std::int64_t id) {
  const auto found = std::ranges::find(log, id, &LoggedDecision::id);
  return found == log.end() ? nullptr : &*found;
}

}  // namespace

std::int64_t log_decision(const Connection& connection, std::int64_t work,
                          const Proposal& proposal) {
  Statement insert(connection,
                   "INSERT INTO decision(work, revision, at, who, kind, detail, subject, "
                   "client) VALUES (?1, (SELECT revision FROM work WHERE id = ?1), ?2, ?3, "
                   "?4, ?5, nullif(?6, 0), nullif(?7, ''))");
  insert.run(work, proposal.stamp.at, proposal.stamp.who, name_of(proposal.decision.kind),
             json_of(proposal.decision), proposal.subject, proposal.client);
  return connection.last_id();
}

std::optional<std::int64_t> line_of_client(const Connection& connection,
                                           std::string_view client) {
  if (client.empty()) return std::nullopt;
  Statement row(connection, "SELECT id FROM decision WHERE client = ?");
  if (!row.bind(1, client).step()) return std::nullopt;
  return row.integer(0);
}

std::vector<LoggedDecision> read_log(const Connection& connection,
                                     std::optional<std::int64_t> work) {
  Statement row(connection,
                "SELECT decision.id, work, decision.revision, at, who, decision.kind, "
                "detail, subject, decision.revision = work.revision FROM decision "
                "JOIN work ON work.id = work " +
                    std::string(work ? "WHERE work = ? " : "") + "ORDER BY decision.id");
  if (work) row.bind(1, *work);
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
  std::map<std::int64_t, bool> undone;
  for (const LoggedDecision& line : log)
    if (is_step(line)) undone[line.subject] = line.decision.kind == DecisionKind::undo;
  for (LoggedDecision& line : log)
    line.active = line.current && !is_step(line) &&
                  (!undone.contains(line.id) || !undone.at(line.id));
  return log;
}

const LoggedDecision* undoable(const std::vector<LoggedDecision>& log,
                               const LineChoice& choice) {
  for (std::size_t i = log.size(); i-- > 0;)
    if (log[i].active && is_of(log[i], choice) &&
        (choice.line == 0 || choice.line == log[i].id))
      return &log[i];
  return nullptr;
}

const LoggedDecision* redoable(const std::vector<LoggedDecision>& log,
                               const LineChoice& choice) {
  std::set<std::int64_t> decided;  // works about which something was decided since
  for (std::size_t i = log.size(); i-- > 0;) {
    const LoggedDecision& line = log[i];
    if (!line.current || !is_of(line, choice)) continue;
    if (!is_step(line)) decided.insert(line.work);
    if (line.decision.kind != DecisionKind::undo || decided.contains(line.work)) continue;
    const LoggedDecision* const undone = line_with(log, line.subject);
    if (undone == nullptr || !undone->current || undone->active) continue;
    if (choice.line == 0 || choice.line == undone->id) return undone;
  }
  return nullptr;
}

}  // namespace hexapla
