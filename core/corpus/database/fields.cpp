#include "corpus/database/fields.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <string>

namespace hexapla {

void refuse_corpus(const sqlite::Statement& row, std::string_view what) {
  throw Error(Fault::malformed, {row.connection().name(), 0},
              "a damaged corpus file: " + std::string(what) +
                  "; align the documents again to make a new one");
}

std::uint32_t number_at(const sqlite::Statement& row, int column, std::size_t most) {
  const std::int64_t number = row.integer(column);
  if (number < 0 || static_cast<std::uint64_t>(number) > most)
    refuse_corpus(row, "the number " + std::to_string(number) + " is out of range");
  return static_cast<std::uint32_t>(number);
}

ByteRange range_at(const sqlite::Statement& row, int column, std::size_t size) {
  const ByteRange range{number_at(row, column, size), number_at(row, column + 1, size)};
  if (range.begin > range.end) refuse_corpus(row, "a range ends before it begins");
  return range;
}

Language language_at(const sqlite::Statement& row, int column) {
  const auto language = Language::from(row.text(column));
  if (!language) refuse_corpus(row, "a language has no tag");
  return *language;
}

std::size_t name_at(const sqlite::Statement& row, int column,
                    std::span<const std::string_view> names) {
  const auto found = std::ranges::find(names, row.text(column));
  if (found == names.end())
    refuse_corpus(row, "unknown name '" + std::string(row.text(column)) + "'");
  return static_cast<std::size_t>(found - names.begin());
}

}  // namespace hexapla
