#include "term/table/write_table.hpp"

#include "format/write_xlsx.hpp"
#include "term/term_status.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

namespace hexapla {
namespace {

struct Column {
  std::string_view name;
  std::string (*field)(const Concept& entry, const Term& term);
};

std::string flag(bool on) {
  return on ? "yes" : "";
}

constexpr std::size_t fixed_columns = 8;  // those of corpora/termbases/un-core.csv
constexpr std::array columns{
    Column{"concept", [](const Concept& entry, const Term&) { return entry.id; }},
    Column{"subject", [](const Concept& entry, const Term&) { return entry.subject; }},
    Column{"language", [](const Concept&,
                          const Term& term) { return std::string(term.language.tag()); }},
    Column{"term", [](const Concept&, const Term& term) { return term.text; }},
    Column{"status", [](const Concept&,
                        const Term& term) { return std::string(name_of(term.status)); }},
    Column{"part_of_speech",
           [](const Concept&, const Term& term) { return term.part_of_speech; }},
    Column{"source", [](const Concept&, const Term& term) { return term.source; }},
    Column{"note", [](const Concept&, const Term& term) { return term.note; }},
    Column{"case_sensitive",
           [](const Concept&, const Term& term) { return flag(term.case_sensitive); }},
    Column{"exact_form",
           [](const Concept&, const Term& term) { return flag(term.exact_form); }},
    Column{"full_form", [](const Concept&, const Term& term) { return term.full_form; }},
    Column{"definition",
           [](const Concept& entry, const Term&) { return entry.definition; }},
    Column{"concept_note", [](const Concept& entry, const Term&) { return entry.note; }}};

bool is_needed(const Column& column, const Termbase& termbase) {
  return std::ranges::any_of(termbase.concepts, [&](const Concept& entry) {
    return std::ranges::any_of(
        entry.terms, [&](const Term& term) { return !column.field(entry, term).empty(); });
  });
}

void write_field(std::ostream& out, std::string_view field, char separator) {
  const bool plain = field.find('"') == std::string_view::npos &&
                     field.find('\n') == std::string_view::npos &&
                     field.find(separator) == std::string_view::npos;
  if (plain) {
    out << field;
    return;
  }
  out << '"';
  for (const char byte : field) {
    if (byte == '"') out << '"';
    out << byte;
  }
  out << '"';
}

void write_rows(std::ostream& out, const Termbase& termbase, char separator) {
  for (const auto& row : rows_of_termbase(termbase)) {
    for (std::size_t place = 0; place < row.size(); ++place) {
      if (place > 0) out << separator;
      write_field(out, row[place], separator);
    }
    out << '\n';
  }
}

}  // namespace

std::vector<std::vector<std::string>> rows_of_termbase(const Termbase& termbase) {
  std::vector<const Column*> wanted;
  for (std::size_t place = 0; place < columns.size(); ++place)
    if (place < fixed_columns || is_needed(columns.at(place), termbase))
      wanted.push_back(&columns.at(place));
  std::vector<std::vector<std::string>> rows(1);
  for (const Column* column : wanted)
    rows.front().emplace_back(column->name);
  for (const Concept& entry : termbase.concepts) {
    for (const Term& term : entry.terms) {
      auto& row = rows.emplace_back();
      for (const Column* column : wanted)
        row.push_back(column->field(entry, term));
    }
  }
  return rows;
}

void write_termbase_csv(std::ostream& out, const Termbase& termbase) {
  write_rows(out, termbase, ',');
}

void write_termbase_tsv(std::ostream& out, const Termbase& termbase) {
  write_rows(out, termbase, '\t');
}

std::string termbase_xlsx(const Termbase& termbase) {
  return xlsx_of(rows_of_termbase(termbase), "Terms");
}

}  // namespace hexapla
