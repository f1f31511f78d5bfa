#pragma once

#include "files.hpp"
#include "text/code_point.hpp"
#include "text/language.hpp"
#include "text/table.hpp"

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {

/// `\u00A0`, `\n` and `\t` as the characters that they stand for.
inline std::string without_escapes(std::string_view cell) {
  std::string text;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell[at] != '\\') {
      text += cell[at];
    } else if (cell.substr(at, 2) == "\\u") {
      append_code_point(text, static_cast<char32_t>(std::stoul(
                                  std::string(cell.substr(at + 2, 4)), nullptr, 16)));
      at += 5;
    } else {
      text += cell[++at] == 'n' ? '\n' : cell[at] == 't' ? '\t' : cell[at];
    }
  }
  return text;
}

/// The examples of the running test: the rows below its name, `[a date is read]`, in a
/// table beside the tests, "text/date/date_test.tsv", `Columns` cells each.
template <std::size_t Columns>
std::vector<std::array<std::string, Columns>> cases_in(const std::string& table) {
  const std::string name = '[' + Catch::getResultCapture().getCurrentTestName() + ']';
  std::vector<std::array<std::string, Columns>> cases;
  bool inside = false;
  for (const std::string& line : lines_in(project_file("tests/" + table))) {
    if (line.starts_with('[')) inside = line == name;
    if (!inside || line.empty() || line.starts_with('[')) continue;
    const auto cells = parts_of(line, '\t');
    if (cells.size() != Columns) throw std::runtime_error(table + ": " + line);
    auto& row = cases.emplace_back();
    for (std::size_t cell = 0; cell < Columns; ++cell)
      row.at(cell) = without_escapes(cells[cell]);
  }
  if (cases.empty()) throw std::runtime_error(table + " has no " + name);
  return cases;
}

/// `3|25` as its parts; none of an empty cell.
inline std::vector<std::string> parts_in(const std::string& cell) {
  std::vector<std::string> parts;
  if (cell.empty()) return parts;
  for (const std::string_view part : parts_of(cell, '|'))
    parts.emplace_back(part);
  return parts;
}

/// The last cell of each example is what `make` makes of the others.
template <std::size_t Columns, class Make>
void check_made(const std::string& table, Make make) {
  for (const auto& row : cases_in<Columns>(table)) {
    CAPTURE(row[0]);
    if constexpr (Columns == 2) {
      CHECK(make(row[0]) == row[1]);
    } else {
      CHECK(make(Language(row[0]), row[1], row[2]) == row[3]);
    }
  }
}

}  // namespace hexapla
