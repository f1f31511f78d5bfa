// What Store does with decisions.

#include "corpus/database/fields.hpp"
#include "corpus/database/table_sums.hpp"
#include "corpus/store.hpp"
#include "corpus/store_connection.hpp"
#include "corpus/tables/findings.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <string>

namespace hexapla {
namespace {

/// Makes the findings of a documents work anew, inside the caller's transaction.
void put_findings(const sqlite::Connection& database, std::int64_t work,
                  const Recheck& recheck) {
  if (!recheck) return;
  DecidedWork now = read_decided_work(database, work);
  const std::vector<Finding> before = now.findings;
  const std::vector<Finding> findings = recheck(now);
  if (findings != before) write_findings(database, work, findings);
}

void require_comment(const sqlite::Connection& database, std::int64_t work,
                     std::int64_t line) {
  sqlite::Statement comment(database,
                            "SELECT 1 FROM decision WHERE id = ? AND work = ? "
                            "AND kind = 'comment'");
  if (!comment.bind(1, line).bind(2, work).step())
    throw Error(Fault::inconsistent, {database.name(), 0},
                "line " + std::to_string(line) + " is no comment on this work");
}

std::uint32_t revision_of(const sqlite::Connection& database, std::int64_t work) {
  sqlite::Statement row(database, "SELECT revision FROM work WHERE id = ?");
  return row.bind(1, work).step() ? number_at(row, 0) : 0;
}

}  // namespace

std::vector<LoggedDecision> Store::decide_all(std::int64_t work,
                                              std::span<const Proposal> proposals,
                                              const Recheck& recheck) {
  sqlite::Connection& database = connection_->write();
  WriteTransaction transaction(database);
  std::vector<LoggedDecision> lines;
  for (const Proposal& proposal : proposals) {
    if (const auto known = line_of_client(database, proposal.client)) {
      const std::vector<LoggedDecision> log = read_log(database, work);
      const auto line = std::ranges::find(log, *known, &LoggedDecision::id);
      if (line == log.end())
        throw Error(Fault::inconsistent, {database.name(), 0},
                    "that was handed in for another work");
      lines.push_back(*line);
      continue;
    }
    Proposal made = proposal;
    if (made.decision.kind == DecisionKind::resolve)
      require_comment(database, work, made.subject);
    made.decision = prepared(database, work, proposal.decision);
    LoggedDecision& line = lines.emplace_back();
    line.id = log_decision(database, work, made);
    line.work = work;
    line.stamp = made.stamp;
    line.decision = std::move(made.decision);
    line.subject = made.subject;
    line.revision = revision_of(database, work);
    line.current = line.active = true;
    put_decisions(database, work, line.decision);
  }
  put_findings(database, work, recheck);
  transaction.commit();
  return lines;
}

LoggedDecision Store::decide(std::int64_t work, const Proposal& proposal,
                             const Recheck& recheck) {
  return decide_all(work, {&proposal, 1}, recheck).front();
}

LoggedDecision Store::decide(std::int64_t work, const Decision& decision,
                             const Stamp& stamp) {
  return decide(work, Proposal{decision, stamp});
}

std::optional<LoggedDecision> Store::step(Direction direction, const LineChoice& choice,
                                          const Stamp& stamp, const Recheck& recheck) {
  sqlite::Connection& database = connection_->write();
  WriteTransaction transaction(database);
  const std::vector<LoggedDecision> log = read_log(database, choice.work);
  const bool back = direction == Direction::back;
  if (const auto known = line_of_client(database, choice.client)) {
    const auto mark = std::ranges::find(log, *known, &LoggedDecision::id);
    const auto line = mark == log.end()
                          ? log.end()
                          : std::ranges::find(log, mark->subject, &LoggedDecision::id);
    return line == log.end() ? std::nullopt : std::optional(*line);
  }
  const LoggedDecision* const line = back ? undoable(log, choice) : redoable(log, choice);
  if (line == nullptr) return std::nullopt;
  Proposal mark;
  mark.decision.kind = back ? DecisionKind::undo : DecisionKind::redo;
  mark.stamp = stamp;
  mark.subject = line->id;
  mark.client = choice.client;
  log_decision(database, line->work, mark);
  try {
    put_decisions(database, line->work, line->decision);
  } catch (const Error& error) {
    if (error.fault() != Fault::inconsistent) throw;
    throw Error(Fault::inconsistent, {database.name(), 0},
                "later decisions build on line " + std::to_string(line->id) +
                    "; take those back first (" + error.what() + ")");
  }
  put_findings(database, line->work, recheck);
  transaction.commit();
  return *line;
}

std::optional<LoggedDecision> Store::next_step(const LineChoice& choice, bool back) const {
  const sqlite::Snapshot snapshot(connection_->read());
  const std::vector<LoggedDecision> log = read_log(connection_->read(), choice.work);
  const LoggedDecision* const line = back ? undoable(log, choice) : redoable(log, choice);
  return line == nullptr ? std::nullopt : std::optional(*line);
}

std::optional<LoggedDecision> Store::undo(const LineChoice& choice, const Stamp& stamp,
                                          const Recheck& recheck) {
  return step(Direction::back, choice, stamp, recheck);
}

std::optional<LoggedDecision> Store::redo(const LineChoice& choice, const Stamp& stamp,
                                          const Recheck& recheck) {
  return step(Direction::forth, choice, stamp, recheck);
}

std::optional<LoggedDecision> Store::undo(std::optional<std::int64_t> work,
                                          const Stamp& stamp) {
  return undo(LineChoice{work}, stamp);
}

std::optional<LoggedDecision> Store::redo(std::optional<std::int64_t> work,
                                          const Stamp& stamp) {
  return redo(LineChoice{work}, stamp);
}

std::vector<LoggedDecision> Store::lines_of_client(std::int64_t work,
                                                   std::string_view client) const {
  const sqlite::Connection& database = connection_->read();
  const sqlite::Snapshot snapshot(database);
  if (connection_->format() < oldest_with_clients) return {};
  const auto known = line_of_client(database, client);
  if (!known) return {};
  std::vector<LoggedDecision> log = read_log(database, work);
  std::erase_if(log, [&](const LoggedDecision& line) { return line.id != *known; });
  return log;
}

DecidedWork Store::decided_work(std::int64_t work) const {
  const sqlite::Snapshot snapshot(connection_->read());
  return read_decided_work(connection_->read(), work);
}

std::int64_t Store::data_version() const {
  sqlite::Statement version(connection_->read(), "PRAGMA data_version");
  return version.step() ? version.integer(0) : 0;
}

std::vector<LoggedDecision> Store::decisions(std::optional<std::int64_t> work) const {
  const sqlite::Snapshot snapshot(connection_->read());
  return read_log(connection_->read(), work);
}

void Store::set_findings(std::span<const Finding> findings) {
  set_findings(only_work(connection_->read(), WorkKind::documents), findings);
}

void Store::set_findings(std::int64_t work, std::span<const Finding> findings) {
  sqlite::Connection& database = connection_->write();
  WriteTransaction transaction(database);
  write_findings(database, work, findings);
  transaction.commit();
}

}  // namespace hexapla
