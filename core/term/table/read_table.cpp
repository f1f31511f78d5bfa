#include "term/table/read_table.hpp"

#include "format/csv_rows.hpp"
#include "term/table/columns.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace hexapla {
namespace {

/// True for a cell such as "ceasefire; cease-fire": several short parts, none of which
/// opens a bracket that another closes.
bool lists_synonyms(std::string_view cell) {
  constexpr std::size_t longest_part = 120;  // bytes
  const auto parts = parts_of(cell, ';');
  return parts.size() > 1 && std::ranges::all_of(parts, [](std::string_view part) {
           const std::string text = tidied(part);
           return !text.empty() && text.size() <= longest_part &&
                  std::ranges::count(text, '(') == std::ranges::count(text, ')');
         });
}

class TableReader {
 public:
  TableReader(TablePlan plan, std::string_view name, const TableSettings& settings,
              OnFault on_fault)
      : plan_(std::move(plan)), settings_(settings), builder_(name, on_fault) {}

  void read(const TableRow& row) {
    if (row.fields.size() != plan_.width) {
      builder_.pass_over(row.line, LintRule::broken_row,
                         "this row has " + std::to_string(row.fields.size()) +
                             " fields, the first one " + std::to_string(plan_.width));
    } else if (plan_.row_is_concept) {
      read_concept(row);
    } else {
      read_term(row);
    }
  }

  SurveyedTermbase finish() {
    end_open();
    return builder_.finish();
  }

 private:
  [[nodiscard]] std::string_view raw_field(const TableRow& row, TermField field,
                                           std::optional<Language> language) const {
    for (const TableColumn& column : plan_.columns)
      if (column.field == field && column.language == language)
        return row.fields[column.place];
    return {};
  }

  /// The field for the language, or else the one for all languages.
  [[nodiscard]] std::string field(const TableRow& row, TermField field,
                                  std::optional<Language> language = std::nullopt) const {
    const std::string_view own = raw_field(row, field, language);
    if (!own.empty() || !language) return tidied(own);
    return tidied(raw_field(row, field, std::nullopt));
  }

  /// Of the concept whose rows are being read, if there is one.
  void end_open() {
    if (!open_.empty()) builder_.end_concept(open_line_);
    open_.clear();
  }

  void read_term(const TableRow& row) {
    const std::string id = field(row, TermField::concept_id);
    if (id.empty()) {
      builder_.complain(row.line, LintRule::broken_row, "this row names no concept");
      return;
    }
    if (id != open_) {
      end_open();
      builder_.begin_concept(id, row.line);
    }
    open_ = id;
    open_line_ = row.line;
    read_concept_fields(row);
    Term term = term_without_text(row, std::nullopt);
    term.language = builder_.language_from(field(row, TermField::language), row.line);
    add_terms(std::move(term), raw_field(row, TermField::term, std::nullopt), row.line);
  }

  void read_concept(const TableRow& row) {
    const bool blank = std::ranges::all_of(plan_.columns, [&](const TableColumn& column) {
      return tidied(row.fields[column.place]).empty();
    });
    if (blank) return;
    builder_.begin_concept(field(row, TermField::concept_id), row.line);
    read_concept_fields(row);
    for (const TableColumn& column : plan_.columns) {
      if (column.field != TermField::term) continue;
      const std::string_view text = row.fields[column.place];
      if (tidied(text).empty()) continue;  // the concept has no term in this language
      Term term = term_without_text(row, column.language);
      term.language = *column.language;
      add_terms(std::move(term), text, row.line);
    }
    builder_.end_concept(row.line);
  }

  void read_concept_fields(const TableRow& row) {
    Concept& entry = builder_.current();
    const auto keep = [&](std::string& slot, TermField named) {
      if (std::string text = field(row, named); !text.empty()) slot = std::move(text);
    };
    keep(entry.subject, TermField::subject);
    keep(entry.definition, TermField::definition);
    keep(entry.note, TermField::concept_note);
  }

  Term term_without_text(const TableRow& row, std::optional<Language> language) {
    Term term;
    term.status = builder_.status_from(field(row, TermField::status, language), row.line);
    term.part_of_speech = field(row, TermField::part_of_speech, language);
    term.source = field(row, TermField::source, language);
    term.note = field(row, TermField::note, language);
    term.case_sensitive =
        builder_.flag_from(field(row, TermField::case_sensitive, language), row.line);
    term.exact_form =
        builder_.flag_from(field(row, TermField::exact_form, language), row.line);
    term.full_form = field(row, TermField::full_form, language);
    return term;
  }

  void add_terms(Term term, std::string_view text, std::size_t line) {
    std::string_view between = settings_.between_terms;
    if (between.empty() && plan_.row_is_concept && lists_synonyms(text)) {
      between = ";";
      term.text = text;
      builder_.remark(line, LintRule::listed_synonyms, term,
                      "“;” is between the terms of this cell: they are read as synonyms, "
                      "the first as the cell's own status says, the others as admitted "
                      "(--between-terms says it for all cells)");
    }
    for (;;) {
      const std::size_t end = between.empty() ? std::string_view::npos : text.find(between);
      // Synonyms are listed with spaces around what parts them.
      term.text = between.empty() ? std::string(text) : tidied(text.substr(0, end));
      builder_.add_term(term, line);
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + between.size());
      if (term.status == TermStatus::preferred) term.status = TermStatus::admitted;
    }
  }

  TablePlan plan_;
  const TableSettings& settings_;
  TermbaseBuilder builder_;
  std::string open_;           ///< The concept whose rows are being read.
  std::size_t open_line_ = 0;  ///< Of its last row.
};

/// Down to the row that names the columns, if it is one of the first ten; else `row` stays
/// the first, for the error.
void pass_over_titles(RowSource& rows, TableRow& row) {
  constexpr std::size_t rows_of_heads = 10;
  const TableRow first = row;
  for (std::size_t at = 1; at < rows_of_heads && !names_columns(row); ++at)
    if (!rows.next(row)) break;
  if (!names_columns(row)) row = first;
}

}  // namespace

SurveyedTermbase read_table(RowSource& rows, std::string_view name,
                            const TableSettings& settings, OnFault on_fault) {
  TableRow row;
  if (!rows.next(row))
    TermbaseBuilder(name, on_fault)
        .refuse(1, "this termbase is empty; its first row has to name the columns");
  if (settings.columns.empty()) pass_over_titles(rows, row);
  const TablePlan plan = plan_from(row, name, settings);
  TableReader reader(plan, name, settings, on_fault);
  if (!plan.has_heads) reader.read(row);
  while (rows.next(row)) {
    // Glossaries leave out empty fields at the end, or have more of them than heads.
    while (row.fields.size() > plan.width && tidied(row.fields.back()).empty())
      row.fields.pop_back();
    if ((!plan.has_heads || plan.row_is_concept) && row.fields.size() < plan.width)
      row.fields.resize(plan.width);
    reader.read(row);
  }
  return reader.finish();
}

SurveyedTermbase read_csv(std::string_view bytes, std::string_view name,
                          const TableSettings& settings, OnFault on_fault) {
  const std::string text = admit_utf8(bytes, name);
  return read_table(*csv_rows(text, name), name, settings, on_fault);
}

}  // namespace hexapla
