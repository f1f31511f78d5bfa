#include "corpus/index/search_texts.hpp"

#include "corpus/tables/units.hpp"

#include <utility>

namespace hexapla {

SearchTexts::SearchTexts(const sqlite::Connection& connection)
    : connection_(connection),
      languages_(connection),
      work_of_row_(
          connection,
          "SELECT work, kind FROM row JOIN work ON work.id = work WHERE row.id = ?"),
      cells_(connection,
             "SELECT language, text FROM cell WHERE id BETWEEN ? AND ? ORDER BY id"),
      row_behind_(connection, "SELECT id FROM row WHERE id > ? ORDER BY id LIMIT 1") {}

std::vector<SearchText> SearchTexts::of_row(std::int64_t row) {
  std::vector<SearchText> texts;
  work_of_row_.reset();
  if (!work_of_row_.bind(1, row).step()) return texts;
  const std::int64_t work = work_of_row_.integer(0);
  if (work_of_row_.text(1) == name_of(WorkKind::memory)) {
    cells_.reset();
    cells_.bind(1, cell_id(row, 0)).bind(2, cell_id(row + 1, 0) - 1);
    while (cells_.step())
      texts.push_back({cells_.integer(0), languages_.language_of(cells_.integer(0)),
                       std::string(cells_.text(1))});
    return texts;
  }
  std::vector<Variant> variants;
  texts_of_work(documents_, connection_, work).read(row, variants);
  for (Variant& variant : variants)
    texts.push_back({languages_.known_number_of(variant.language), variant.language,
                     std::move(variant.text)});
  return texts;
}

std::optional<std::int64_t> SearchTexts::row_behind(std::int64_t row) {
  row_behind_.reset();
  if (!row_behind_.bind(1, row).step()) return std::nullopt;
  return row_behind_.integer(0);
}

}  // namespace hexapla
