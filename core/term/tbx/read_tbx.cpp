#include "term/tbx/read_tbx.hpp"

#include "format/xml_reader.hpp"
#include "term/tbx/names.hpp"
#include "term/term_status.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

constexpr std::size_t largest_file = std::size_t{256} * 1024 * 1024;  // bytes
constexpr std::size_t longest_text = std::size_t{64} * 1024;  // bytes of one term or note

enum class Level { outside, entry, language, term };

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// Where an element stands, by what it is called in v2 and in v3.
Level level_of(std::string_view element) {
  constexpr std::array<std::string_view, 2> entries{"conceptEntry", "termEntry"};
  constexpr std::array<std::string_view, 2> languages{"langSec", "langSet"};
  constexpr std::array<std::string_view, 3> terms{"termSec", "tig", "ntig"};
  if (is_one_of(element, entries)) return Level::entry;
  if (is_one_of(element, languages)) return Level::language;
  return is_one_of(element, terms) ? Level::term : Level::outside;
}

/// Markup inside a term or note, which is part of its text.
bool is_inline(std::string_view element) {
  constexpr std::array<std::string_view, 5> elements{"hi", "foreign", "sc", "ec", "ph"};
  return is_one_of(element, elements);
}

bool is_status(std::string_view category) {
  constexpr std::array<std::string_view, 4> categories{
      "administrativeStatus", "normativeAuthorization", "usageStatus", "status"};
  return is_one_of(category, categories);
}

/// Values of termType for terms that stand for a longer one.
bool is_short_form(std::string_view term_type) {
  constexpr std::array<std::string_view, 6> types{
      "abbreviation", "acronym", "initialism", "shortForm", "shortcut", "abbreviatedForm"};
  return is_one_of(term_type, types);
}

void append_note(std::string& notes, std::string_view note) {
  if (!notes.empty() && !note.empty()) notes += "; ";
  notes += note;
}

/// What a term says of its neighbours, until all of its language have been read.
struct TermLinks {
  std::string id;
  std::string type;    ///< termType.
  std::string target;  ///< The id that a crossReference names.
};

/// One pass over the elements of a TBX file.
class TbxReader {
 public:
  TbxReader(std::string_view bytes, std::string_view name, OnFault on_fault)
      : builder_(name, on_fault), xml_(bytes, name) {}

  SurveyedTermbase read() {
    while (xml_.next()) {
      switch (xml_.event()) {
        case XmlEvent::begin:
          begin(xml_.local_name());
          break;
        case XmlEvent::end:
          end(xml_.local_name());
          break;
        case XmlEvent::text:
          if (text_.size() > longest_text)
            xml_.refuse(xml_.line(), "a text longer than 64 KiB");
          text_ += xml_.value();
          break;
        case XmlEvent::instruction:
          if (level_ == Level::term && xml_.local_name() == tbx_instruction)
            take_extras(xml_.value());
          break;
      }
    }
    return builder_.finish();
  }

 private:
  void begin(std::string_view element) {
    if (xml_.depth() == 1 && element != "martif" && element != "tbx")
      xml_.refuse(xml_.line(), "the first element is “" + std::string(element) +
                                   "”; a termbase in TBX starts with martif or tbx");
    if (is_inline(element)) return;
    text_.clear();
    if (element == "descripGrp" || element == "transacGrp") ++groups_;
    const bool is_dca = element == "descrip" || element == "termNote" ||
                        element == "admin" || element == "ref";
    type_ = is_dca ? xml_.attribute("type") : std::string();
    // DCT says what DCA says by <ref type="crossReference" target="..."/>.
    if (level_ == Level::term && (element == "ref" || element == "crossReference"))
      links_.back().target = xml_.attribute("target");
    const Level level = level_of(element);
    if (level != Level::outside) begin_level(level);
  }

  void begin_level(Level level) {
    const Level around = level == Level::entry      ? Level::outside
                         : level == Level::language ? Level::entry
                                                    : Level::language;
    if (level_ != around)
      xml_.refuse(xml_.line(), "“" + std::string(xml_.local_name()) +
                                   "” is where TBX allows none: entries hold "
                                   "languages, and these hold terms");
    level_ = level;
    if (level == Level::entry) {
      builder_.begin_concept(concept_id_from(xml_.attribute("id")), xml_.line());
    } else if (level == Level::language) {
      begin_language();
    } else {
      term_ = Term{};
      term_.language = language_;
      links_.push_back({xml_.attribute("id"), {}, {}});
      has_status_.push_back(false);
    }
  }

  void begin_language() {
    std::string tag = xml_.attribute("xml:lang");
    if (tag.empty()) tag = xml_.attribute("lang");
    language_ = builder_.language_from(tag, xml_.line());
    links_.clear();
    has_status_.clear();
    first_of_language_ = builder_.current().terms.size();
  }

  void end(std::string_view element) {
    if (is_inline(element)) return;
    switch (level_of(element)) {
      case Level::entry:
        if (level_ != Level::outside) builder_.end_concept(xml_.line());
        level_ = Level::outside;
        break;
      case Level::language:
        tie_short_forms();
        settle_statuses(std::span(builder_.current().terms).subspan(first_of_language_),
                        has_status_);
        level_ = Level::entry;
        break;
      case Level::term:
        end_term();
        level_ = Level::language;
        break;
      case Level::outside:
        end_field(element);
        break;
    }
    text_.clear();
    type_.clear();
  }

  void end_term() {
    const std::size_t before = builder_.current().terms.size();
    builder_.add_term(std::move(term_), xml_.line());
    if (builder_.current().terms.size() != before) return;
    links_.pop_back();
    has_status_.pop_back();
  }

  void end_field(std::string_view element) {
    const bool is_group = element == "descripGrp" || element == "transacGrp";
    if (is_group && groups_ > 0) --groups_;
    if (is_group || level_ == Level::outside) return;
    const std::string_view category = type_.empty() ? element : std::string_view(type_);
    if (level_ == Level::term) {
      end_in_term(category);
    } else if (category == "note" && groups_ == 0) {
      append_note(builder_.current().note, tidied(text_));
    } else if (category == "subjectField") {
      builder_.current().subject = tidied(text_);
    } else if (category == "definition" && builder_.current().definition.empty()) {
      builder_.current().definition = tidied(text_);
    }
  }

  void end_in_term(std::string_view category) {
    if (category == "term") {
      term_.text = text_;
    } else if (is_status(category)) {
      // An instruction of ours, which comes first, says it more exactly.
      const std::string word = tidied(text_);
      const TermStatus said = builder_.status_from(word, xml_.line());
      if (!term_status_from(word)) append_note(term_.note, "status: " + word);
      if (!word.empty() && term_status_from(word)) has_status_.back() = true;
      if (term_.status == TermStatus::preferred) term_.status = said;
    } else if (category == "partOfSpeech") {
      if (term_.part_of_speech.empty())
        term_.part_of_speech = part_of_speech_from_tbx(tidied(text_));
    } else if (category == "termType") {
      links_.back().type = tidied(text_);
    } else if (category == "note" && groups_ == 0) {
      append_note(term_.note, tidied(text_));
    } else if (category == "source" && groups_ == 0) {  // in a group, of a definition
      term_.source = tidied(text_);
    }
  }

  void take_extras(std::string_view instruction) {
    for (const auto& [name, value] : extras_from(instruction)) {
      if (name == "status") {
        term_.status = builder_.status_from(value, xml_.line());
        has_status_.back() = true;
      }
      if (name == "case") term_.case_sensitive = value == "sensitive";
      if (name == "form") term_.exact_form = value == "exact";
      if (name == "part-of-speech") term_.part_of_speech = value;
      if (name == "full-form") term_.full_form = value;
    }
  }

  /// The full form is the one that the short one refers to, else the only one that is
  /// called so.
  void tie_short_forms() {
    auto& terms = builder_.current().terms;
    const auto is_full = [](const TermLinks& links) { return links.type == "fullForm"; };
    const bool one_full = std::ranges::count_if(links_, is_full) == 1;
    for (std::size_t at = 0; at < links_.size(); ++at) {
      if (!is_short_form(links_[at].type)) continue;
      const std::string& target = links_[at].target;
      const auto full = std::ranges::find_if(links_, [&](const TermLinks& links) {
        return target.empty() ? one_full && is_full(links) : links.id == target;
      });
      if (full == links_.end()) continue;
      const auto index = static_cast<std::size_t>(full - links_.begin());
      if (index != at)
        terms[first_of_language_ + at].full_form = terms[first_of_language_ + index].text;
    }
    links_.clear();
  }

  TermbaseBuilder builder_;
  XmlReader xml_;
  Level level_ = Level::outside;
  std::size_t groups_ = 0;  ///< Open ones that speak of something other than the term.
  std::string type_;  ///< The data category of the element that is open, in DCA style.
  std::string text_;  ///< Of the element that is open.
  Language language_;
  std::size_t first_of_language_ = 0;  ///< Among the concept's terms.
  std::vector<TermLinks> links_;       ///< Of the language's terms.
  std::vector<bool> has_status_;       ///< By term of the language.
  Term term_;
};

}  // namespace

SurveyedTermbase read_tbx(std::string_view bytes, std::string_view name, OnFault on_fault) {
  if (bytes.size() > largest_file)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "a termbase of more than 256 MiB; split it");
  return TbxReader(bytes, name, on_fault).read();
}

}  // namespace hexapla
