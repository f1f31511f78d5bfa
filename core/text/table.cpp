#include "text/table.hpp"

#include <cstddef>
#include <utility>

namespace hexapla {

std::vector<std::string_view> parts_of(std::string_view line, char border) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = line.find(border);
    parts.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

std::vector<std::vector<std::string_view>> rows_of_table(std::string_view tsv) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : parts_of(tsv, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(parts_of(line, '\t'));
  }
  return rows;
}

std::vector<std::vector<std::string_view>> rows_of_language(std::string_view tsv,
                                                            Language language) {
  std::vector<std::vector<std::string_view>> rows;
  for (auto& row : rows_of_table(tsv)) {
    if (row.front() != language.primary()) continue;
    row.erase(row.begin());
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace hexapla
