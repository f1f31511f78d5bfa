#include "corpus/tables/findings.hpp"

#include "corpus/database/fields.hpp"

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

struct SpotsPlace {
  std::int64_t work = 0;
  std::int64_t finding = 0;
  std::string_view side;
};

void write_spots(Statement& insert, const SpotsPlace& place, std::span<const Spot> spots) {
  for (std::size_t i = 0; i < spots.size(); ++i)
    insert.run(place.finding, place.side, i, place.work, spots[i].language.tag(),
               spots[i].segment, spots[i].range.begin, spots[i].range.end);
}

std::vector<Spot> read_spots(const Connection& connection, std::int64_t finding,
                             std::string_view side) {
  Statement spots(connection,
                  "SELECT document.language, finding_spot.segment, finding_spot.\"begin\", "
                  "finding_spot.\"end\", coalesce(length(CAST(edited.text AS BLOB)), "
                  "segment.\"end\" - segment.\"begin\") FROM finding_spot "
                  "JOIN document ON document.id = finding_spot.document "
                  "JOIN segment ON segment.document = finding_spot.document "
                  "AND segment.number = finding_spot.segment "
                  "LEFT JOIN edited ON edited.document = finding_spot.document "
                  "AND edited.segment = finding_spot.segment "
                  "WHERE finding = ? AND side = ? ORDER BY finding_spot.number");
  return spots.rows(
      [](const Statement& row) {
        return Spot{language_at(row, 0), number_at(row, 1),
                    range_at(row, 2, number_at(row, 4))};
      },
      finding, side);
}

}  // namespace

void write_findings(const Connection& connection, std::int64_t work,
                    std::span<const Finding> findings) {
  Statement(connection, "DELETE FROM finding WHERE work = ?").run(work);  // spots too
  Statement insert_finding(connection,
                           "INSERT INTO finding(work, number, rule, severity, confidence, "
                           "message, suggestion) VALUES (?, ?, ?, ?, ?, ?, ?)");
  Statement insert_spot(connection,
                        "INSERT INTO finding_spot VALUES (?, ?, ?, "
                        "(SELECT id FROM document WHERE work = ? AND language = ?), "
                        "?, ?, ?)");
  for (std::size_t number = 0; number < findings.size(); ++number) {
    const Finding& finding = findings[number];
    insert_finding.run(work, number, name_of(finding.rule), name_of(finding.severity),
                       finding.confidence, finding.message, finding.suggestion);
    const std::int64_t id = connection.last_id();
    write_spots(insert_spot, {work, id, "source"}, finding.source);
    write_spots(insert_spot, {work, id, "target"}, finding.target);
  }
}

std::vector<Finding> read_findings(const Connection& connection, std::int64_t work) {
  Statement findings(
      connection,
      "SELECT rule, severity, confidence, message, suggestion, id FROM finding "
      "WHERE work = ? ORDER BY number");
  return findings.rows(
      [&](const Statement& row) {
        const std::int64_t id = row.integer(5);
        Finding finding{static_cast<Rule>(name_at(row, 0, rule_names)),
                        static_cast<Severity>(name_at(row, 1, severity_names)),
                        row.real(2),
                        read_spots(connection, id, "source"),
                        read_spots(connection, id, "target"),
                        std::string(row.text(3)),
                        std::string(row.text(4))};
        if (finding.target.empty()) refuse_corpus(row, "a finding names no place");
        return finding;
      },
      work);
}

}  // namespace hexapla
