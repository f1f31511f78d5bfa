#include "term/multiterm/write_multiterm.hpp"

#include "format/xml_writer.hpp"
#include "term/multiterm/read_multiterm.hpp"
#include "term/term_status.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace hexapla {
namespace {

/// How MultiTerm calls the languages of the United Nations.
std::string multiterm_language(Language language) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names{
      {{"ar", "Arabic"},
       {"en", "English"},
       {"es", "Spanish"},
       {"fr", "French"},
       {"ru", "Russian"},
       {"zh", "Chinese"}}};
  const auto* const found = std::ranges::find(
      names, language.primary(), &std::pair<std::string_view, std::string_view>::first);
  return std::string(found == names.end() ? language.tag() : found->second);
}

std::string multiterm_locale(Language language) {
  std::string locale(language.tag());
  for (char& letter : std::span(locale).first(language.primary().size()))
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return locale;
}

/// What MultiTerm takes for the number of an entry: 1 to 4,294,967,295 without zeros
/// before it.
bool is_entry_number(std::string_view id) {
  constexpr std::size_t most_digits = 9;
  return !id.empty() && id.size() <= most_digits && id.front() != '0' &&
         std::ranges::all_of(id, [](char digit) { return digit >= '0' && digit <= '9'; });
}

class MultiTermWriter {
 public:
  explicit MultiTermWriter(std::ostream& out) : xml_(out) {}

  std::size_t write(const Termbase& termbase) {
    xml_.start(multiterm_root);
    for (std::size_t at = 0; at < termbase.concepts.size(); ++at)
      write_concept(termbase.concepts[at], at + 1);
    xml_.finish();
    return xml_.marked_characters();
  }

 private:
  void field(std::string_view type, std::string_view text) {
    if (text.empty()) return;
    xml_.start("descripGrp");
    xml_.start("descrip");
    xml_.attribute("type", type);
    xml_.text(text);
    xml_.end();
    xml_.end();
  }

  void write_concept(const Concept& entry, std::size_t number) {
    const bool is_number = is_entry_number(entry.id);
    xml_.start("conceptGrp");
    xml_.element("concept", {}, is_number ? entry.id : std::to_string(number));
    if (!is_number) field(multiterm_id, entry.id);
    field("Subject", entry.subject);
    field("Definition", entry.definition);
    field("Note", entry.note);
    // A group has one language: ours are parted only where another one is between them,
    // which keeps their order.
    std::optional<Language> open;
    for (const Term& term : entry.terms) {
      if (open != term.language) {
        if (open) xml_.end();
        xml_.start("languageGrp");
        xml_.start("language");
        xml_.attribute("type", multiterm_language(term.language));
        xml_.attribute("lang", multiterm_locale(term.language));
        xml_.end();
        open = term.language;
      }
      write_term(term);
    }
    if (open) xml_.end();
    xml_.end();
  }

  void write_term(const Term& term) {
    xml_.start("termGrp");
    xml_.element("term", {}, term.text);
    field("Status", name_of(term.status));
    field("Part of Speech", term.part_of_speech);
    field("Source", term.source);
    field("Note", term.note);
    if (term.case_sensitive) field("Case Sensitive", "yes");
    if (term.exact_form) field("Exact Form", "yes");
    field("Full Form", term.full_form);
    xml_.end();
  }

  XmlWriter xml_;
};

}  // namespace

std::size_t write_multiterm(std::ostream& out, const Termbase& termbase) {
  return MultiTermWriter(out).write(termbase);
}

}  // namespace hexapla
