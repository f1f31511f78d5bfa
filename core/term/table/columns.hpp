#pragma once

// Private to core/term/.

#include "format/table_row.hpp"
#include "term/read_termbase.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What a column of a table may hold.
enum class TermField : std::uint8_t {
  concept_id,
  subject,
  definition,
  concept_note,
  language,
  term,
  status,
  part_of_speech,
  source,
  note,
  case_sensitive,
  exact_form,
  full_form,
};

/// By TermField: what the first row of our own tables says.
inline constexpr std::array<std::string_view, 13> term_field_names{
    "concept",        "subject",    "definition",     "concept_note", "language",
    "term",           "status",     "part_of_speech", "source",       "note",
    "case_sensitive", "exact_form", "full_form"};

struct TableColumn {
  TermField field = TermField::term;
  /// Of the terms that it speaks of, in tables with a row a concept and a column a
  /// language.
  std::optional<Language> language;
  std::size_t place = 0;  ///< In the row, from 0.
};

/// What the columns of a file hold.
struct TablePlan {
  std::vector<TableColumn> columns;
  bool row_is_concept = false;  ///< A row holds a concept with all languages; else a term.
  std::size_t width = 0;        ///< Fields of the first row.
  bool has_heads = true;  ///< The first row names the columns; else it is the first entry.
};

/// What a field of a concept or a term is that other programs call `name`: "Part of
/// speech", "Subject field". Languages are none.
[[nodiscard]] std::optional<TermField> field_called(const std::string& name);

/// True when two fields at least are words for columns.
[[nodiscard]] bool names_columns(const TableRow& row);

/// Reads the first row, with the column map of `settings` if there is one; columns that are
/// unknown are passed over. A map by numbers alone is for a table without heads, unless the
/// fields that it names are words for columns.
/// Errors: Fault::malformed at what can't be mapped, or a column that is missing or twice
///         there.
[[nodiscard]] TablePlan plan_from(const TableRow& first_row, std::string_view name,
                                  const TableSettings& settings);

}  // namespace hexapla
