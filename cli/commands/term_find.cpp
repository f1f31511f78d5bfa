#include "cli/commands/group_verbs.hpp"
#include "cli/options/term_files.hpp"
#include "term/lookup.hpp"
#include "term/term_status.hpp"

#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

struct FindTermOptions {
  std::vector<std::string> words;  ///< The termbase, and what to look for.
  std::optional<Language> language;
  bool jsonl = false;
  TableSettings table;
};

void bind_options(OptionTable& table, FindTermOptions& given) {
  table.words("a TERMBASE and WORDS to look for are needed", given.words, 2);
  table.file_words({FileUse::read, FileUse::none, FileUse::none});
  table.value("language", given.language);
  table.jsonl(given.jsonl);
  add_table_options(table, given.table);
}

void write_text(const Concept& entry, const LookupHit& hit, std::ostream& out) {
  out << entry.id;
  if (!entry.subject.empty()) out << "  " << entry.subject;
  out << '\n';
  if (!entry.definition.empty()) out << "    " << entry.definition << '\n';
  if (!entry.note.empty()) out << "    note: " << entry.note << '\n';
  for (std::size_t at = 0; at < entry.terms.size(); ++at) {
    const Term& term = entry.terms[at];
    out << (at == hit.term_index ? "  > " : "    ") << term.language.tag() << "  "
        << term.text;
    if (term.status != TermStatus::preferred) out << "  (" << name_of(term.status) << ')';
    if (!term.full_form.empty()) out << "  = " << term.full_form;
    if (!term.part_of_speech.empty()) out << "  " << term.part_of_speech;
    if (!term.source.empty()) out << "  [" << term.source << ']';
    if (!term.note.empty()) out << "  " << term.note;
    out << '\n';
  }
  out << '\n';
}

nlohmann::ordered_json object_of(const Term& term) {
  nlohmann::ordered_json object;
  object["language"] = term.language.tag();
  object["term"] = term.text;
  object["status"] = name_of(term.status);
  const auto put = [&](const char* name, const std::string& text) {
    if (!text.empty()) object[name] = text;
  };
  put("part_of_speech", term.part_of_speech);
  put("source", term.source);
  put("note", term.note);
  put("full_form", term.full_form);
  if (term.case_sensitive) object["case_sensitive"] = true;
  if (term.exact_form) object["exact_form"] = true;
  return object;
}

nlohmann::ordered_json object_of(const Concept& entry) {
  nlohmann::ordered_json object;
  object["concept"] = entry.id;
  if (!entry.subject.empty()) object["subject"] = entry.subject;
  if (!entry.definition.empty()) object["definition"] = entry.definition;
  if (!entry.note.empty()) object["note"] = entry.note;
  auto& terms = object["terms"] = nlohmann::ordered_json::array();
  for (const Term& term : entry.terms)
    terms.push_back(object_of(term));
  return object;
}

}  // namespace

Exit run_term_find(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<FindTermOptions>(words);
  std::string wanted = given.words[1];
  for (const std::string& word : std::span(given.words).subspan(2))
    wanted += " " + word;
  const Termbase termbase =
      read_termbase_file(given.words.front(), given.table, streams.err);
  const std::vector<LookupHit> hits = look_up(termbase, wanted, given.language);
  for (const LookupHit& hit : hits) {
    const Concept& entry = termbase.concepts[hit.concept_index];
    if (given.jsonl) {
      streams.out << object_of(entry).dump() << '\n';
    } else {
      write_text(entry, hit, streams.out);
    }
  }
  streams.err << hits.size() << (hits.size() == 1 ? " concept\n" : " concepts\n");
  return hits.empty() ? Exit::findings : Exit::done;
}

}  // namespace hexapla::cli
