#include "corpus/index/row_filter.hpp"

#include "text/error.hpp"

#include <string>
#include <string_view>

namespace hexapla {
namespace {

/// Dates as 2020-11-03 or shorter compare as texts: 2020-11-03 is not after 2020-11.
bool is_in_time(std::string_view date, const RowFilter& filter) {
  if (filter.since.empty() && filter.until.empty()) return true;
  if (date.empty()) return false;
  if (date.substr(0, filter.since.size()) < filter.since) return false;
  return filter.until.empty() || date.substr(0, filter.until.size()) <= filter.until;
}

}  // namespace

RowChecker::RowChecker(const sqlite::Connection& connection, const RowFilter& filter)
    : filter_(filter),
      row_(connection, "SELECT work, confidence, verdict FROM row WHERE id = ?") {
  sqlite::Statement work(connection, "SELECT id, name, symbol, date FROM work");
  bool named = filter.work.empty();
  while (work.step()) {
    const bool is_named =
        filter.work.empty() || work.text(1) == filter.work || work.text(2) == filter.work;
    named = named || is_named;
    if (is_named && work.text(2).starts_with(filter.symbol) &&
        is_in_time(work.text(3), filter))
      works_.insert(work.integer(0));
  }
  if (!named)
    throw Error(Fault::inconsistent, {connection.name(), 0},
                "has no work with the name or symbol " + filter.work);
}

bool RowChecker::passes(std::int64_t row) {
  row_.reset();
  if (!row_.bind(1, row).step() || !works_.contains(row_.integer(0))) return false;
  const double confidence = row_.real(1);
  if (confidence < filter_.least_confidence || confidence > filter_.most_confidence)
    return false;
  const std::string_view verdict = row_.null(2) ? name_of(Verdict::none) : row_.text(2);
  return !filter_.verdict || verdict == name_of(*filter_.verdict);
}

}  // namespace hexapla
