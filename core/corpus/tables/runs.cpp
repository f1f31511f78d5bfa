#include "corpus/tables/runs.hpp"

#include "text/error.hpp"

#include <nlohmann/json.hpp>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

std::string json_of(const NamedTexts& values) {
  // File names may be in any encoding.
  return nlohmann::ordered_json(values).dump(
      -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

NamedTexts named_texts_in(const Statement& row, int column) {
  try {
    return nlohmann::ordered_json::parse(row.text(column)).get<NamedTexts>();
  } catch (const nlohmann::ordered_json::exception& error) {
    throw Error(Fault::malformed, {row.connection().name(), 0},
                "a damaged corpus file: a run can't be read: " + std::string(error.what()));
  }
}

}  // namespace

std::int64_t write_run(const Connection& connection, const RunRecord& run) {
  Statement insert(connection,
                   "INSERT INTO run(work, at, who, kind, program, settings, inputs) "
                   "VALUES (nullif(?, 0), ?, ?, ?, ?, ?, ?)");
  insert.run(run.work, run.stamp.at, run.stamp.who, run.kind, run.program,
             json_of(run.settings), json_of(run.inputs));
  return connection.last_id();
}

std::vector<RunRecord> read_runs(const Connection& connection,
                                 std::optional<std::int64_t> work) {
  Statement runs(connection,
                 "SELECT id, work, at, who, kind, program, settings, inputs FROM run "
                 "WHERE ?1 IS NULL OR work = ?1 ORDER BY id");
  if (work) runs.bind(1, *work);
  return runs.rows([](const Statement& row) {
    return RunRecord{row.integer(0),
                     row.integer(1),
                     {std::string(row.text(2)), std::string(row.text(3))},
                     std::string(row.text(4)),
                     std::string(row.text(5)),
                     named_texts_in(row, 6),
                     named_texts_in(row, 7)};
  });
}

}  // namespace hexapla
