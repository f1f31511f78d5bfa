#include "collection/works_table.hpp"

#include "format/tab_field.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <optional>
#include <ostream>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, 7> columns{"work", "language", "path",   "sha256",
                                                  "how",  "score",    "problem"};
constexpr std::array<std::string_view, 3> needed{"work", "language", "path"};

std::string written(double score) {
  std::array<char, 16> digits{};
  (void)std::snprintf(digits.data(), digits.size(), "%.3f", score);
  return digits.data();
}

/// A path as a field that is UTF-8, whatever the bytes of the path are.
std::string path_field(std::string_view path) {
  std::string field = tab_field(path);
  while (const auto bad = find_ill_formed(field)) {
    std::array<char, 5> escape{};
    (void)std::snprintf(escape.data(), escape.size(), "\\x%02X",
                        static_cast<unsigned char>(field[*bad]));
    field.replace(*bad, 1, escape.data());
  }
  return field;
}

/// The byte that follows `\x` at `at`, in two hexadecimal digits.
std::optional<char> byte_at(std::string_view field, std::size_t at) {
  constexpr std::size_t digits = 2;
  if (field.size() < at + digits) return std::nullopt;
  unsigned char byte = 0;
  const char* const begin = field.data() + at;
  const auto [end, error] = std::from_chars(begin, begin + digits, byte, 16);
  if (error != std::errc() || end != begin + digits) return std::nullopt;
  return static_cast<char>(byte);
}

/// Where each column is in the file.
class ColumnPlaces {
 public:
  ColumnPlaces(std::string_view line, std::string_view name, std::size_t number) {
    const auto names = parts_of(line, '\t');
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto found = std::ranges::find(names, columns.at(i));
      if (found != names.end())
        places_.at(i) = static_cast<std::size_t>(found - names.begin());
    }
    for (const std::string_view column : needed)
      if (std::ranges::find(names, column) == names.end())
        throw Error(Fault::malformed, {std::string(name), number},
                    "has no column '" + std::string(column) +
                        "'; the first line names the columns, with tabs between them");
  }

  [[nodiscard]] std::string field(const std::vector<std::string_view>& fields,
                                  std::string_view column) const {
    const auto place = places_.at(
        static_cast<std::size_t>(std::ranges::find(columns, column) - columns.begin()));
    return place && *place < fields.size() ? plain_field(fields[*place]) : "";
  }

 private:
  std::array<std::optional<std::size_t>, columns.size()> places_{};
};

PairedFile file_of(const std::vector<std::string_view>& fields, const ColumnPlaces& places,
                   const Place& place) {
  PairedFile file{places.field(fields, "work"),   places.field(fields, "language"),
                  places.field(fields, "path"),   places.field(fields, "sha256"),
                  places.field(fields, "how"),    0,
                  places.field(fields, "problem")};
  if (file.path.empty())
    throw Error(Fault::malformed, place, "names no file in the column 'path'");
  if (!file.language.empty() && !Language::from(file.language))
    throw Error(Fault::malformed, place, "'" + file.language + "' is no language tag");
  const std::string score = places.field(fields, "score");
  if (score.empty()) return file;
  const auto [end, error] =
      std::from_chars(score.data(), score.data() + score.size(), file.score);
  if (error != std::errc() || end != score.data() + score.size())
    throw Error(Fault::malformed, place, "'" + score + "' is no score");
  return file;
}

}  // namespace

std::string plain_field(std::string_view field) {
  std::string plain;
  for (std::size_t at = 0; at < field.size(); ++at) {
    if (field[at] != '\\' || at + 1 == field.size()) {
      plain += field[at];
      continue;
    }
    const char next = field[++at];
    if (const auto byte = next == 'x' ? byte_at(field, at + 1) : std::nullopt) {
      plain += *byte;
      at += 2;
      continue;
    }
    plain += next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next;
  }
  return plain;
}

void write_works_table(std::ostream& out, std::span<const PairedFile> files) {
  for (const std::string_view column : columns)
    out << (column == columns.front() ? "" : "\t") << column;
  out << '\n';
  for (const PairedFile& file : files)
    out << tab_field(file.work) << '\t' << file.language << '\t' << path_field(file.path)
        << '\t' << file.sha << '\t' << file.how << '\t' << written(file.score) << '\t'
        << tab_field(file.problem) << '\n';
}

std::vector<PairedFile> read_works_table(std::string_view text, std::string_view name) {
  std::vector<PairedFile> files;
  std::optional<ColumnPlaces> places;
  std::size_t number = 0;
  for (std::string_view line : parts_of(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    if (!places) {
      places.emplace(line, name, number);
      continue;
    }
    files.push_back(file_of(parts_of(line, '\t'), *places, {std::string(name), number}));
  }
  if (files.empty())
    throw Error(Fault::malformed, {std::string(name), 0},
                "names no file; hexapla pair DIR --out works.tsv makes such a table");
  return files;
}

}  // namespace hexapla
