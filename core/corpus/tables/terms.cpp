#include "corpus/tables/terms.hpp"

#include "corpus/database/fields.hpp"
#include "term/term_status.hpp"

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

std::vector<Term> read_terms(const Connection& connection, std::int64_t concept_key) {
  Statement terms(connection,
                  "SELECT language, text, status, part_of_speech, source, note, "
                  "case_sensitive, exact_form, full_form FROM term "
                  "WHERE concept = ? ORDER BY number");
  return terms.rows(
      [](const Statement& row) {
        return Term{language_at(row, 0),
                    std::string(row.text(1)),
                    static_cast<TermStatus>(name_at(row, 2, term_status_names)),
                    std::string(row.text(3)),
                    std::string(row.text(4)),
                    std::string(row.text(5)),
                    row.integer(6) != 0,
                    row.integer(7) != 0,
                    std::string(row.text(8))};
      },
      concept_key);
}

}  // namespace

void write_termbase(const Connection& connection, std::int64_t work,
                    const Termbase& termbase) {
  Statement(connection, "DELETE FROM concept WHERE work = ?").run(work);  // terms too
  Statement insert_concept(connection,
                           "INSERT INTO concept(work, number, id, subject, definition, "
                           "note) VALUES (?, ?, ?, ?, ?, ?)");
  Statement insert_term(connection,
                        "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t number = 0; number < termbase.concepts.size(); ++number) {
    const Concept& entry = termbase.concepts[number];
    insert_concept.run(work, number, entry.id, entry.subject, entry.definition, entry.note);
    const std::int64_t key = connection.last_id();
    for (std::size_t i = 0; i < entry.terms.size(); ++i) {
      const Term& term = entry.terms[i];
      insert_term.run(key, i, term.language.tag(), term.text, name_of(term.status),
                      term.part_of_speech, term.source, term.note, term.case_sensitive,
                      term.exact_form, term.full_form);
    }
  }
}

Termbase load_termbase(const Connection& connection, std::int64_t work) {
  Statement concepts(connection,
                     "SELECT key, id, subject, definition, note FROM concept "
                     "WHERE work = ? ORDER BY number");
  return {concepts.rows(
      [&](const Statement& row) {
        return Concept{std::string(row.text(1)), std::string(row.text(2)),
                       read_terms(connection, row.integer(0)), std::string(row.text(3)),
                       std::string(row.text(4))};
      },
      work)};
}

}  // namespace hexapla
