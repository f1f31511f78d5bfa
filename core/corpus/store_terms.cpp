#include "corpus/store_terms.hpp"

#include "corpus/fields.hpp"

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

constexpr std::array status_names{std::string_view("preferred"),
                                  std::string_view("admitted"),
                                  std::string_view("deprecated")};

std::vector<Term> read_terms(const Connection& connection, std::size_t concept_number) {
  Statement row(connection,
                "SELECT language, text, status, part_of_speech, source, note FROM term "
                "WHERE concept = ? ORDER BY number");
  row.bind(1, concept_number);
  std::vector<Term> terms;
  while (row.step())
    terms.push_back({language_at(row, 0), std::string(row.text(1)),
                     static_cast<TermStatus>(name_at(row, 2, status_names)),
                     std::string(row.text(3)), std::string(row.text(4)),
                     std::string(row.text(5))});
  return terms;
}

}  // namespace

void write_termbase(const Connection& connection, const Termbase& termbase) {
  Statement insert_concept(connection, "INSERT INTO concept VALUES (?, ?, ?)");
  Statement insert_term(connection, "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t number = 0; number < termbase.concepts.size(); ++number) {
    const Concept& entry = termbase.concepts[number];
    insert_concept.run(number, entry.id, entry.subject);
    for (std::size_t i = 0; i < entry.terms.size(); ++i) {
      const Term& term = entry.terms[i];
      insert_term.run(number, i, term.language.tag(), term.text,
                      status_names.at(static_cast<std::size_t>(term.status)),
                      term.part_of_speech, term.source, term.note);
    }
  }
}

Termbase load_termbase(const Connection& connection) {
  Statement row(connection, "SELECT number, id, subject FROM concept ORDER BY number");
  Termbase termbase;
  while (row.step())
    termbase.concepts.push_back({std::string(row.text(1)), std::string(row.text(2)),
                                 read_terms(connection, number_at(row, 0))});
  return termbase;
}

}  // namespace hexapla
