#include "term/multiterm/read_multiterm.hpp"

#include "format/xml_fragment.hpp"
#include "format/xml_reader.hpp"
#include "term/table/columns.hpp"
#include "term/tbx/names.hpp"
#include "term/term_status.hpp"
#include "text/error.hpp"
#include "text/language/language_called.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

constexpr std::size_t largest_multiterm = std::size_t{256} * 1024 * 1024;  // bytes

/// A term with where it stands and whether anything is said of its status.
struct MultiTermTerm {
  Term term;
  std::size_t line = 0;
  bool has_status = false;
};

/// A `conceptGrp` until all of it has been read.
struct MultiTermConcept {
  Concept facts;
  std::vector<std::vector<MultiTermTerm>> languages;
};

void append_multiterm_note(std::string& notes, const std::string& note) {
  if (!notes.empty() && !note.empty()) notes += "; ";
  notes += note;
}

/// `en_us` as `en-US`.
std::string multiterm_tag(std::string_view locale) {
  constexpr std::size_t region = 2;
  std::string tag(locale);
  std::ranges::replace(tag, '_', '-');
  const std::size_t border = tag.find('-');
  if (border != std::string::npos && tag.size() == border + 1 + region)
    for (std::size_t at = border + 1; at < tag.size(); ++at)
      if (tag[at] >= 'a' && tag[at] <= 'z')
        tag[at] = static_cast<char>(tag[at] - 'a' + 'A');
  return tag;
}

class MultiTermReader {
 public:
  MultiTermReader(std::string_view bytes, std::string_view name, OnFault on_fault)
      : builder_(name, on_fault), xml_(bytes, name) {}

  SurveyedTermbase read() {
    while (xml_.next() && xml_.event() != XmlEvent::begin) {
    }
    if (xml_.event() != XmlEvent::begin || xml_.local_name() != multiterm_root)
      xml_.refuse(xml_.line(), "not MultiTerm XML: its first element is not “mtf”");
    xml_.for_each_child([&] {
      if (xml_.local_name() == "conceptGrp") {
        read_concept();
      } else {
        pass_over(xml_);
      }
    });
    return builder_.finish();
  }

 private:
  void read_concept() {
    const std::size_t line = xml_.line();
    MultiTermConcept entry;
    xml_.for_each_child([&] {
      const std::string_view element = xml_.local_name();
      if (element == "concept") {
        if (std::string number = text_at(xml_); entry.facts.id.empty())
          entry.facts.id = tidied(number);
      } else if (element == "descripGrp") {
        for_field([&](TermField field, std::string text) {
          take(field, std::move(text), entry.facts);
        });
      } else if (element == "languageGrp") {
        read_language(entry);
      } else {
        pass_over(xml_);
      }
    });
    add(std::move(entry), line);
  }

  static void take(TermField field, std::string text, Concept& entry) {
    if (field == TermField::concept_id) entry.id = std::move(text);
    if (field == TermField::subject) entry.subject = std::move(text);
    if (field == TermField::definition && entry.definition.empty())
      entry.definition = std::move(text);
    if (field == TermField::note || field == TermField::concept_note)
      append_multiterm_note(entry.note, text);
  }

  void read_language(MultiTermConcept& entry) {
    Language language;
    std::vector<MultiTermTerm> terms;
    xml_.for_each_child([&] {
      const std::string_view element = xml_.local_name();
      if (element == "language") {
        language = language_here();
        pass_over(xml_);
      } else if (element == "termGrp") {
        terms.push_back(term_here());
      } else if (element == "descripGrp") {
        for_field([&](TermField field, std::string text) {
          if (field == TermField::definition) take(field, std::move(text), entry.facts);
        });
      } else {
        pass_over(xml_);
      }
    });
    for (MultiTermTerm& term : terms)
      term.term.language = language;
    if (!terms.empty()) entry.languages.push_back(std::move(terms));
  }

  /// By its locale, else by the name that the termbase has for it.
  Language language_here() {
    std::string locale = xml_.attribute("lang");
    if (locale.empty()) locale = xml_.attribute("locale");
    std::string called = xml_.attribute("type");
    if (called.empty()) called = xml_.attribute("name");
    if (locale.empty())
      if (const auto named = language_called(called)) return *named;
    return builder_.language_from(multiterm_tag(locale.empty() ? called : locale),
                                  xml_.line());
  }

  MultiTermTerm term_here() {
    MultiTermTerm read;
    read.line = xml_.line();
    xml_.for_each_child([&] {
      const std::string_view element = xml_.local_name();
      if (element == "term") {
        read.line = xml_.line();
        read.term.text = text_at(xml_);
      } else if (element == "descripGrp") {
        for_field(
            [&](TermField field, std::string text) { take(field, std::move(text), read); });
      } else {
        pass_over(xml_);
      }
    });
    return read;
  }

  void take(TermField field, std::string text, MultiTermTerm& read) {
    Term& term = read.term;
    switch (field) {
      case TermField::status:
        term.status = builder_.status_from(text, xml_.line());
        read.has_status = term_status_from(text).has_value();
        if (!read.has_status) append_multiterm_note(term.note, "status: " + text);
        break;
      case TermField::part_of_speech:
        term.part_of_speech = part_of_speech_from_tbx(text);
        break;
      case TermField::source:
        term.source = std::move(text);
        break;
      case TermField::note:
        append_multiterm_note(term.note, text);
        break;
      case TermField::case_sensitive:
        term.case_sensitive = builder_.flag_from(text, xml_.line());
        break;
      case TermField::exact_form:
        term.exact_form = builder_.flag_from(text, xml_.line());
        break;
      case TermField::full_form:
        term.full_form = std::move(text);
        break;
      default:
        break;
    }
  }

  /// Calls `take` for the field of the present `descripGrp`; what groups inside it say is
  /// about that field, and no part of ours.
  template <class Take>
  void for_field(Take take) {
    xml_.for_each_child([&] {
      if (xml_.local_name() != "descrip") return pass_over(xml_);
      const std::string called = tidied(xml_.attribute("type"));
      const auto field = field_called(called);
      std::string text = tidied(text_at(xml_));
      // A field "ID" may be of another list; entries have numbers of their own.
      const bool is_foreign = field == TermField::concept_id && called != multiterm_id;
      if (field && !is_foreign && !text.empty()) take(*field, std::move(text));
    });
  }

  void add(MultiTermConcept entry, std::size_t line) {
    builder_.begin_concept(entry.facts.id, line);
    Concept& made = builder_.current();
    made.subject = std::move(entry.facts.subject);
    made.definition = std::move(entry.facts.definition);
    made.note = std::move(entry.facts.note);
    for (std::vector<MultiTermTerm>& terms : entry.languages) {
      const std::size_t first = builder_.current().terms.size();
      std::vector<bool> has_status;
      for (MultiTermTerm& term : terms) {
        builder_.add_term(std::move(term.term), term.line);
        if (builder_.current().terms.size() > first + has_status.size())
          has_status.push_back(term.has_status);
      }
      settle_statuses(std::span(builder_.current().terms).subspan(first), has_status);
    }
    builder_.end_concept(line);
  }

  TermbaseBuilder builder_;
  XmlReader xml_;
};

}  // namespace

SurveyedTermbase read_multiterm(std::string_view bytes, std::string_view name,
                                OnFault on_fault) {
  if (bytes.size() > largest_multiterm)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "a termbase of more than 256 MiB; split it");
  return MultiTermReader(bytes, name, on_fault).read();
}

}  // namespace hexapla
