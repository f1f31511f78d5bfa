#include "cli/commands/group_verbs.hpp"
#include "cli/files.hpp"
#include "cli/options/term_files.hpp"
#include "exchange/lines/safe_cell.hpp"
#include "term/merge.hpp"
#include "term/term_status.hpp"
#include "term/termbase_builder.hpp"

#include <algorithm>
#include <ostream>
#include <set>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// A termbase that is not there yet is empty.
Termbase existing_or_new(const fs::path& file, std::ostream& warnings) {
  (void)format_of_termbase(file);  // a misnamed file is told before anything is read
  if (!fs::exists(file)) return {};
  return read_termbase_file(file, {}, warnings);
}

struct AddOptions {
  fs::path file;
  std::optional<std::string> concept_id;
  std::optional<std::string> subject;
  std::string status;
  Term term;
};

std::string tidied_words(const std::string& words) {
  return tidied(words);
}

AddOptions add_options(std::span<const std::string_view> words) {
  AddOptions given;
  Term& term = given.term;
  OptionTable table;
  table.only_file("TERMBASE", given.file);
  table.file_words({.first = FileUse::changed});
  table.value("concept", given.concept_id);
  table.required("language", term.language);
  table.required("term", term.text, tidied_words);
  table.value("status", given.status);
  table.value("part-of-speech", term.part_of_speech, tidied_words);
  table.value("subject", given.subject);
  table.value("source", term.source, tidied_words);
  table.value("note", term.note, tidied_words);
  table.value("full-form", term.full_form, tidied_words);
  table.flag("case-sensitive", term.case_sensitive);
  table.flag("exact-form", term.exact_form);
  table.read(words);
  if (term.text.empty()) throw UsageError("--term is empty");
  const auto status = term_status_from(given.status);
  if (!status)
    throw UsageError(
        "--status is preferred, admitted, deprecated, forbidden or obsolete, not '" +
        given.status + "'");
  term.status = *status;
  return given;
}

struct TermImportOptions {
  fs::path file;
  fs::path into;
  TableSettings table;
  MergePreference prefer = MergePreference::mine;
  bool jsonl = false;
  bool dry_run = false;
};

void bind_options(OptionTable& table, TermImportOptions& given) {
  table.only_file("FILE to import", given.file);
  table.required("into", given.into);
  table.file_words({});
  table.files(FileUse::changed, {"into"});
  add_table_options(table, given.table);
  table.choice("prefer", given.prefer,
               {{"mine", MergePreference::mine}, {"theirs", MergePreference::theirs}});
  table.jsonl(given.jsonl);
  table.flag("dry-run", given.dry_run);
}

struct TermExportOptions {
  fs::path file;
  TermFormat format = TermFormat::tbx;
  std::optional<fs::path> out;
  std::string title;
  TableSettings table;
  std::vector<Language> languages;  ///< Empty: all.
  bool safe_cells = false;
};

void bind_options(OptionTable& table, TermExportOptions& given) {
  table.only_file("TERMBASE", given.file);
  table.required("format", given.format, term_format_in);
  table.value("out", given.out);
  table.file_words({});
  table.files(FileUse::written, {"out"});
  table.value("title", given.title);
  add_table_options(table, given.table);
  table.value("languages", given.languages);
  table.flag("safe-cells", given.safe_cells);
}

/// No text in it is a formula of a spreadsheet.
Termbase with_safe_cells(Termbase termbase) {
  for (Concept& entry : termbase.concepts) {
    for (std::string* text : {&entry.id, &entry.subject, &entry.definition, &entry.note})
      *text = safe_cell(*text);
    for (Term& term : entry.terms)
      for (std::string* text :
           {&term.text, &term.part_of_speech, &term.source, &term.note, &term.full_form})
        *text = safe_cell(*text);
  }
  return termbase;
}

/// The first number that no concept has.
std::string new_id(const Termbase& termbase) {
  std::set<std::string_view> ids;
  for (const Concept& entry : termbase.concepts)
    ids.insert(entry.id);
  std::size_t number = termbase.concepts.size() + 1;
  while (ids.contains(std::to_string(number)))
    ++number;
  return std::to_string(number);
}

Concept& concept_for(Termbase& termbase, const std::optional<std::string>& id) {
  const auto found = std::ranges::find_if(
      termbase.concepts, [&](const Concept& entry) { return id && entry.id == *id; });
  if (found != termbase.concepts.end()) return *found;
  const std::string own = id ? tidied(*id) : new_id(termbase);
  if (own.empty()) throw UsageError("--concept is empty");
  return termbase.concepts.emplace_back(Concept{own, {}, {}});
}

void write_text(const MergeNote& note, std::ostream& out) {
  out << name_of(note.outcome) << "  " << note.concept_id;
  if (!note.term.empty()) {
    out << "  ";
    if (note.language != Language()) out << note.language.tag() << ' ';
    out << note.term;
  }
  if (note.outcome == MergeOutcome::conflict)
    out << "\n    " << note.field << ": mine “" << note.mine << "”, theirs “" << note.theirs
        << "”";
  if (note.outcome == MergeOutcome::ambiguous)
    out << "\n    fits the concepts " << note.mine << "; added as a new one";
  out << '\n';
}

void write_json(const MergeNote& note, std::ostream& out) {
  nlohmann::ordered_json object;
  object["outcome"] = name_of(note.outcome);
  object["concept"] = note.concept_id;
  if (note.language != Language()) object["language"] = note.language.tag();
  object["term"] = note.term;
  if (note.outcome == MergeOutcome::conflict) {
    object["field"] = note.field;
    object["mine"] = note.mine;
    object["theirs"] = note.theirs;
  } else if (note.outcome == MergeOutcome::ambiguous) {
    object["fits"] = note.mine;
  }
  out << object.dump() << '\n';
}

bool is_undecided(const MergeNote& note) {
  return note.outcome == MergeOutcome::conflict || note.outcome == MergeOutcome::ambiguous;
}

}  // namespace

Exit run_term_add(std::span<const std::string_view> words, Streams streams) {
  const AddOptions given = add_options(words);
  Termbase termbase = existing_or_new(given.file, streams.err);
  Concept& entry = concept_for(termbase, given.concept_id);
  for (const Term& other : entry.terms)
    if (other.language == given.term.language && other.text == given.term.text)
      throw UsageError("the concept " + entry.id + " has “" + given.term.text +
                       "” already");
  if (given.subject) entry.subject = tidied(*given.subject);
  streams.err << "added to the concept " << entry.id << '\n';
  entry.terms.push_back(given.term);
  write_termbase_file(given.file, termbase);
  return Exit::done;
}

Exit run_term_import(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<TermImportOptions>(words);
  const Termbase theirs = read_termbase_file(given.file, given.table, streams.err);
  const MergedTermbase result =
      merged(existing_or_new(given.into, streams.err), theirs, given.prefer);
  if (!given.dry_run) write_termbase_file(given.into, result.termbase);
  std::array<std::size_t, 4> counts{};
  for (const MergeNote& note : result.notes) {
    ++counts.at(static_cast<std::size_t>(note.outcome));
    if (given.jsonl) {
      write_json(note, streams.out);
    } else if (is_undecided(note)) {
      write_text(note, streams.out);
    }
  }
  streams.err << counts[0] << " concepts and " << counts[1] << " terms added, " << counts[2]
              << " conflicts, " << counts[3] << " ambiguous concepts\n";
  return std::ranges::any_of(result.notes, is_undecided) ? Exit::findings : Exit::done;
}

Exit run_term_export(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<TermExportOptions>(words);
  const TermFormat format = given.format;
  Termbase termbase = read_termbase_file(given.file, given.table, streams.err);
  if (const std::vector<Language>& wanted = given.languages; !wanted.empty()) {
    for (Concept& entry : termbase.concepts)
      std::erase_if(entry.terms, [&](const Term& term) {
        return std::ranges::find(wanted, term.language) == wanted.end();
      });
    std::erase_if(termbase.concepts,
                  [](const Concept& entry) { return entry.terms.empty(); });
  }
  if (given.safe_cells) termbase = with_safe_cells(std::move(termbase));
  if (given.out) {
    write_file(*given.out, [&](std::ostream& file) {
      write_termbase(file, termbase, format, given.title, given.languages);
    });
  } else {
    write_termbase(streams.out, termbase, format, given.title, given.languages);
  }
  streams.err << termbase.concepts.size() << " concepts written\n";
  return Exit::done;
}

}  // namespace hexapla::cli
