#include "cli/commands/term_verbs.hpp"
#include "cli/files.hpp"
#include "cli/options/term_files.hpp"
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

constexpr std::array add_options{Option{"concept"},
                                 Option{"language"},
                                 Option{"term"},
                                 Option{"status"},
                                 Option{"part-of-speech"},
                                 Option{"subject"},
                                 Option{"source"},
                                 Option{"note"},
                                 Option{"full-form"},
                                 Option{"case-sensitive", Takes::nothing},
                                 Option{"exact-form", Takes::nothing}};
constexpr std::array import_options{
    Option{"into"},   Option{"columns"}, Option{"between-terms"},
    Option{"prefer"}, Option{"format"},  Option{"dry-run", Takes::nothing}};
constexpr std::array export_options{Option{"format"},        Option{"out"},
                                    Option{"title"},         Option{"columns"},
                                    Option{"between-terms"}, Option{"languages"}};

/// A termbase that is not there yet is empty.
Termbase existing_or_new(const fs::path& file, std::ostream& warnings) {
  (void)format_of_termbase(file);  // a misnamed file is told before anything is read
  if (!fs::exists(file)) return {};
  return read_termbase_file(file, {}, warnings);
}

TermStatus status_in(std::string_view name) {
  if (const auto status = term_status_from(name)) return *status;
  throw UsageError(
      "--status is preferred, admitted, deprecated, forbidden or obsolete, not '" +
      std::string(name) + "'");
}

Term term_from(const Arguments& arguments) {
  Term term;
  term.language = language_in(arguments.required("language"));
  term.text = tidied(arguments.required("term"));
  if (term.text.empty()) throw UsageError("--term is empty");
  term.status = status_in(arguments.value_or("status", ""));
  term.part_of_speech = tidied(arguments.value_or("part-of-speech", ""));
  term.source = tidied(arguments.value_or("source", ""));
  term.note = tidied(arguments.value_or("note", ""));
  term.full_form = tidied(arguments.value_or("full-form", ""));
  term.case_sensitive = arguments.has("case-sensitive");
  term.exact_form = arguments.has("exact-form");
  return term;
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
  const Arguments arguments = parse_arguments(words, add_options);
  const fs::path file = arguments.only_file("TERMBASE");
  Term term = term_from(arguments);
  Termbase termbase = existing_or_new(file, streams.err);
  Concept& entry = concept_for(termbase, arguments.value("concept"));
  for (const Term& other : entry.terms)
    if (other.language == term.language && other.text == term.text)
      throw UsageError("the concept " + entry.id + " has “" + term.text + "” already");
  if (const auto subject = arguments.value("subject")) entry.subject = tidied(*subject);
  streams.err << "added to the concept " << entry.id << '\n';
  entry.terms.push_back(std::move(term));
  write_termbase_file(file, termbase);
  return Exit::done;
}

Exit run_term_import(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, import_options);
  const std::string prefer = arguments.value_or("prefer", "mine");
  if (prefer != "mine" && prefer != "theirs")
    throw UsageError("--prefer is mine or theirs");
  const std::string format = arguments.value_or("format", "text");
  if (format != "text" && format != "jsonl") throw UsageError("--format is text or jsonl");
  const fs::path into = arguments.required("into");
  const Termbase theirs = read_termbase_file(arguments.only_file("FILE to import"),
                                             table_settings(arguments), streams.err);
  const MergedTermbase result =
      merged(existing_or_new(into, streams.err), theirs,
             prefer == "mine" ? MergePreference::mine : MergePreference::theirs);
  if (!arguments.has("dry-run")) write_termbase_file(into, result.termbase);
  std::array<std::size_t, 4> counts{};
  for (const MergeNote& note : result.notes) {
    ++counts.at(static_cast<std::size_t>(note.outcome));
    if (format == "jsonl") {
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
  const Arguments arguments = parse_arguments(words, export_options);
  const TermFormat format = term_format_in(arguments.required("format"));
  Termbase termbase = read_termbase_file(arguments.only_file("TERMBASE"),
                                         table_settings(arguments), streams.err);
  if (const auto tags = arguments.value("languages")) {
    const std::vector<Language> wanted = languages_in(*tags);
    for (Concept& entry : termbase.concepts)
      std::erase_if(entry.terms, [&](const Term& term) {
        return std::ranges::find(wanted, term.language) == wanted.end();
      });
    std::erase_if(termbase.concepts,
                  [](const Concept& entry) { return entry.terms.empty(); });
  }
  const std::string title = arguments.value_or("title", "");
  if (const auto out = arguments.value("out")) {
    write_file(*out,
               [&](std::ostream& file) { write_termbase(file, termbase, format, title); });
  } else {
    write_termbase(streams.out, termbase, format, title);
  }
  streams.err << termbase.concepts.size() << " concepts written\n";
  return Exit::done;
}

}  // namespace hexapla::cli
