#include "term/term_status.hpp"

#include "term_data.hpp"
#include "text/error.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace hexapla {
namespace {

using Statuses = std::map<std::string, TermStatus, std::less<>>;

std::optional<TermStatus> own_status(std::string_view name) {
  const auto* const found = std::ranges::find(term_status_names, name);
  if (found == term_status_names.end()) return std::nullopt;
  return static_cast<TermStatus>(found - term_status_names.begin());
}

Statuses read_statuses() {
  Statuses statuses{{"", TermStatus::preferred}};
  for (const auto& row : rows_of_table(embedded::status_names_tsv)) {
    const auto status = row.size() == 2 ? own_status(row[1]) : std::nullopt;
    if (!status)
      throw Error(Fault::malformed, {"status_names.tsv", 0},
                  "“" + std::string(row[0]) + "” has no status of ours");
    statuses.emplace(row[0], *status);  // as most write it
    statuses.emplace(folded(row[0]), *status);
  }
  return statuses;
}

}  // namespace

std::optional<TermStatus> term_status_from(std::string_view name) {
  if (const auto own = own_status(name)) return own;
  static const Statuses statuses = read_statuses();
  if (const auto exact = statuses.find(name); exact != statuses.end()) return exact->second;
  const std::string key = folded(name);
  if (const auto own = own_status(key)) return own;
  const auto found = statuses.find(key);
  if (found == statuses.end()) return std::nullopt;
  return found->second;
}

}  // namespace hexapla
