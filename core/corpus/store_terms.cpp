#include "corpus/store_terms.hpp"

#include "corpus/fields.hpp"
#include "term/term_status.hpp"

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

std::vector<Term> read_terms(const Connection& connection, std::size_t concept_number) {
  Statement row(connection,
                "SELECT language, text, status, part_of_speech, source, note, "
                "case_sensitive, exact_form, full_form FROM term "
                "WHERE concept = ? ORDER BY number");
  row.bind(1, concept_number);
  std::vector<Term> terms;
  while (row.step())
    terms.push_back({language_at(row, 0), std::string(row.text(1)),
                     static_cast<TermStatus>(name_at(row, 2, term_status_names)),
                     std::string(row.text(3)), std::string(row.text(4)),
                     std::string(row.text(5)), row.integer(6) != 0, row.integer(7) != 0,
                     std::string(row.text(8))});
  return terms;
}

}  // namespace

void write_termbase(const Connection& connection, const Termbase& termbase) {
  Statement insert_concept(connection, "INSERT INTO concept VALUES (?, ?, ?, ?, ?)");
  Statement insert_term(connection,
                        "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t number = 0; number < termbase.concepts.size(); ++number) {
    const Concept& entry = termbase.concepts[number];
    insert_concept.run(number, entry.id, entry.subject, entry.definition, entry.note);
    for (std::size_t i = 0; i < entry.terms.size(); ++i) {
      const Term& term = entry.terms[i];
      insert_term.run(number, i, term.language.tag(), term.text, name_of(term.status),
                      term.part_of_speech, term.source, term.note, term.case_sensitive,
                      term.exact_form, term.full_form);
    }
  }
}

Termbase load_termbase(const Connection& connection) {
  Statement row(
      connection,
      "SELECT number, id, subject, definition, note FROM concept ORDER BY number");
  Termbase termbase;
  while (row.step())
    termbase.concepts.push_back({std::string(row.text(1)), std::string(row.text(2)),
                                 read_terms(connection, number_at(row, 0)),
                                 std::string(row.text(3)), std::string(row.text(4))});
  return termbase;
}

}  // namespace hexapla
