#include "corpus/store_findings.hpp"

#include "corpus/fields.hpp"

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

void write_spots(Statement& insert, std::size_t finding, std::string_view side,
                 std::span<const Spot> spots) {
  for (std::size_t i = 0; i < spots.size(); ++i)
    insert.run(finding, side, i, spots[i].language.tag(), spots[i].segment,
               spots[i].range.begin, spots[i].range.end);
}

std::vector<Spot> read_spots(const Connection& connection, std::size_t finding,
                             std::string_view side) {
  Statement row(connection,
                "SELECT document.language, finding_spot.segment, finding_spot.\"begin\", "
                "finding_spot.\"end\", segment.\"end\" - segment.\"begin\" "
                "FROM finding_spot "
                "JOIN document ON document.number = finding_spot.document "
                "JOIN segment ON segment.document = finding_spot.document "
                "AND segment.number = finding_spot.segment "
                "WHERE finding = ? AND side = ? ORDER BY finding_spot.number");
  row.bind(1, finding).bind(2, side);
  std::vector<Spot> spots;
  while (row.step())
    spots.push_back(
        {language_at(row, 0), number_at(row, 1), range_at(row, 2, number_at(row, 4))});
  return spots;
}

}  // namespace

void write_findings(Connection& connection, std::span<const Finding> findings) {
  connection.execute("DELETE FROM finding_spot; DELETE FROM finding");
  Statement insert_finding(connection, "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)");
  Statement insert_spot(connection,
                        "INSERT INTO finding_spot VALUES (?, ?, ?, "
                        "(SELECT number FROM document WHERE language = ?), ?, ?, ?)");
  for (std::size_t number = 0; number < findings.size(); ++number) {
    const Finding& finding = findings[number];
    insert_finding.run(number, name_of(finding.rule), name_of(finding.severity),
                       finding.confidence, finding.message, finding.suggestion);
    write_spots(insert_spot, number, "source", finding.source);
    write_spots(insert_spot, number, "target", finding.target);
  }
}

std::vector<Finding> read_findings(const Connection& connection) {
  Statement row(connection,
                "SELECT rule, severity, confidence, message, suggestion FROM finding "
                "ORDER BY number");
  std::vector<Finding> findings;
  while (row.step()) {
    const std::size_t number = findings.size();
    findings.push_back({static_cast<Rule>(name_at(row, 0, rule_names)),
                        static_cast<Severity>(name_at(row, 1, severity_names)), row.real(2),
                        read_spots(connection, number, "source"),
                        read_spots(connection, number, "target"), std::string(row.text(3)),
                        std::string(row.text(4))});
  }
  return findings;
}

}  // namespace hexapla
