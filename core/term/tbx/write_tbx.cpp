#include "term/tbx/write_tbx.hpp"

#include "format/xml_writer.hpp"
#include "term/tbx/names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace hexapla {
namespace {

struct ElementNames {
  const char* root;
  const char* header;
  const char* entry;
  const char* language;
  const char* term;
};
constexpr ElementNames v2_names{"martif", "martifHeader", "termEntry", "langSet", "tig"};
constexpr ElementNames v3_names{"tbx", "tbxHeader", "conceptEntry", "langSec", "termSec"};

/// How a data category is written in DCA and in DCT.
struct Category {
  const char* element;  ///< DCA's.
  const char* type;
  const char* dct;
};
constexpr Category subject_field{"descrip", "subjectField", "min:subjectField"};
constexpr Category definition{"descrip", "definition", "basic:definition"};
constexpr Category part_of_speech{"termNote", "partOfSpeech", "min:partOfSpeech"};
constexpr Category term_type{"termNote", "termType", "basic:termType"};
constexpr Category source{"admin", "source", "basic:source"};
constexpr Category cross_reference{"ref", "crossReference", "basic:crossReference"};
constexpr Category administrative_status{"termNote", "administrativeStatus",
                                         "min:administrativeStatus"};

std::string_view tbx_status(TermStatus status) {
  // Forbidden has no name of its own: to others it is what must not be used.
  constexpr std::array<std::string_view, 5> names{
      "preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts",
      "deprecatedTerm-admn-sts", "supersededTerm-admn-sts"};
  return names.at(static_cast<std::size_t>(status));
}

/// The value of the dialect's pick list for one of our parts of speech.
std::string_view tbx_part_of_speech(std::string_view part, TbxStyle style) {
  constexpr std::array<std::string_view, 4> both{"noun", "verb", "adjective", "adverb"};
  if (std::ranges::find(both, part) != both.end()) return part;
  if (part != "proper_noun") return "other";
  return style == TbxStyle::v2 ? "properNoun" : "noun";
}

class TbxWriter {
 public:
  TbxWriter(std::ostream& out, TbxStyle style)
      : xml_(out), style_(style), names_(style == TbxStyle::v2 ? v2_names : v3_names) {}

  std::size_t write(const Termbase& termbase, const TbxHeader& header) {
    write_header(header);
    xml_.start("text");
    xml_.start("body");
    for (number_ = 0; number_ < termbase.concepts.size(); ++number_) {
      write_concept(termbase.concepts[number_]);
    }
    xml_.finish();
    return xml_.marked_characters();
  }

 private:
  void write_header(const TbxHeader& header) {
    xml_.start(names_.root);
    xml_.attribute("type", "TBX-Basic");
    if (style_ != TbxStyle::v2) {
      xml_.attribute("style", style_ == TbxStyle::v3_dct ? "dct" : "dca");
      xml_.attribute("xmlns", "urn:iso:std:iso:30042:ed-2");
    }
    if (style_ == TbxStyle::v3_dct) {
      xml_.attribute("xmlns:min", "http://www.tbxinfo.net/ns/min");
      xml_.attribute("xmlns:basic", "http://www.tbxinfo.net/ns/basic");
    }
    xml_.attribute("xml:lang", header.language);
    xml_.start(names_.header);
    xml_.start("fileDesc");
    if (!header.title.empty()) {
      xml_.start("titleStmt");
      element("title", header.title);
      xml_.end();
    }
    xml_.start("sourceDesc");
    element("p", "Written by " + header.program);
    xml_.end();
    xml_.end();
    if (style_ == TbxStyle::v2) {
      xml_.start("encodingDesc");
      typed("p", "XCSURI", "TBXBasicXCSV02.xcs");
      xml_.end();
    }
    xml_.end();
  }

  void element(const char* name, std::string_view text) {
    xml_.start(name);
    xml_.text(text);
    xml_.end();
  }

  void typed(const char* name, std::string_view type, std::string_view text) {
    xml_.start(name);
    xml_.attribute("type", type);
    xml_.text(text);
    xml_.end();
  }

  void category(const Category& what, std::string_view text) {
    if (text.empty()) return;
    if (style_ == TbxStyle::v3_dct) {
      element(what.dct, text);
    } else {
      typed(what.element, what.type, text);
    }
  }

  void write_concept(const Concept& entry) {
    xml_.start(names_.entry);
    xml_.attribute("id", tbx_id_from(entry.id));
    category(subject_field, entry.subject);
    category(definition, entry.definition);
    if (!entry.note.empty()) element("note", entry.note);
    // A language section holds all terms of its language: ours are parted only where
    // another language is between them, which keeps their order.
    std::optional<Language> open;
    for (std::size_t index = 0; index < entry.terms.size(); ++index) {
      const Term& term = entry.terms[index];
      if (open != term.language) {
        if (open) xml_.end();
        xml_.start(names_.language);
        xml_.attribute("xml:lang", term.language.tag());
        open = term.language;
      }
      write_term(entry, index);
    }
    if (open) xml_.end();
    xml_.end();
  }

  [[nodiscard]] std::string term_id(std::size_t index) const {
    return std::string(tbx_term_id_prefix) + std::to_string(number_ + 1) + '.' +
           std::to_string(index + 1);
  }

  /// Where the full form of a term stands among those of its language section.
  [[nodiscard]] static std::optional<std::size_t> full_form_of(const Concept& entry,
                                                               std::size_t index) {
    const Term& term = entry.terms[index];
    if (term.full_form.empty()) return std::nullopt;
    std::size_t first = index;
    while (first > 0 && entry.terms[first - 1].language == term.language)
      --first;
    for (std::size_t at = first;
         at < entry.terms.size() && entry.terms[at].language == term.language; ++at)
      if (at != index && entry.terms[at].text == term.full_form) return at;
    return std::nullopt;
  }

  static bool is_full_form(const Concept& entry, std::size_t index) {
    for (std::size_t other = 0; other < entry.terms.size(); ++other)
      if (full_form_of(entry, other) == index) return true;
    return false;
  }

  void write_term(const Concept& entry, std::size_t index) {
    const Term& term = entry.terms[index];
    const auto full = full_form_of(entry, index);
    const bool is_full = is_full_form(entry, index);
    xml_.start(names_.term);
    if (is_full) xml_.attribute("id", term_id(index));
    write_extras(term, full.has_value());
    element("term", term.text);
    if (!term.part_of_speech.empty())
      category(part_of_speech, tbx_part_of_speech(term.part_of_speech, style_));
    if (is_full || full) category(term_type, full ? "abbreviation" : "fullForm");
    category(administrative_status, tbx_status(term.status));
    category(source, term.source);
    if (!term.note.empty()) element("note", term.note);
    if (full) write_reference(*full, term.full_form);
    xml_.end();
  }

  void write_reference(std::size_t full, std::string_view text) {
    const bool dct = style_ == TbxStyle::v3_dct;
    xml_.start(dct ? cross_reference.dct : cross_reference.element);
    if (!dct) xml_.attribute("type", cross_reference.type);
    xml_.attribute("target", term_id(full));
    xml_.text(text);
    xml_.end();
  }

  void write_extras(const Term& term, bool has_full_form) {
    TbxExtras extras;
    if (term.status == TermStatus::forbidden) extras.emplace_back("status", "forbidden");
    if (term.case_sensitive) extras.emplace_back("case", "sensitive");
    if (term.exact_form) extras.emplace_back("form", "exact");
    const std::string_view part = term.part_of_speech;
    if (!part.empty() && part_of_speech_from_tbx(tbx_part_of_speech(part, style_)) != part)
      extras.emplace_back("part-of-speech", term.part_of_speech);
    if (!term.full_form.empty() && !has_full_form)
      extras.emplace_back("full-form", term.full_form);
    if (!extras.empty()) xml_.instruction(tbx_instruction, instruction_from(extras));
  }

  XmlWriter xml_;
  TbxStyle style_;
  ElementNames names_;
  std::size_t number_ = 0;  ///< Of the concept that is being written, from 0.
};

}  // namespace

std::size_t write_tbx(std::ostream& out, const Termbase& termbase, TbxStyle style,
                      const TbxHeader& header) {
  return TbxWriter(out, style).write(termbase, header);
}

}  // namespace hexapla
