#include "exchange/plain_notes.hpp"
#include "exchange/shared_names.hpp"
#include "exchange/termbase/termbase_units.hpp"
#include "exchange/unique_ids.hpp"
#include "term/term_status.hpp"
#include "term/termbase_builder.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t longest_unit_term = 2000;  // bytes; what termbases may hold

std::string text_of(std::span<const NamedValue> values, std::string_view name) {
  const std::string* const value = value_of(values, name);
  return value == nullptr ? std::string() : *value;
}

std::string joined_notes(std::span<const std::string> notes) {
  std::string joined;
  for (const std::string& note : notes)
    if (const std::string tidy = tidied(note); !tidy.empty())
      joined += (joined.empty() ? "" : "; ") + tidy;
  return joined;
}

bool is_term(std::string_view text) {
  return !text.empty() && text.size() <= longest_unit_term;
}

Term term_of_variant(const Variant& variant) {
  Term term;
  term.language = variant.language;
  term.text = tidied(variant.text);
  const auto said = [&](std::string_view name) {
    return tidied(text_of(variant.properties, name));
  };
  term.status =
      term_status_from(said(term_status_property)).value_or(TermStatus::preferred);
  term.part_of_speech = said(term_part_of_speech);
  term.source = said(term_source);
  term.case_sensitive = said(term_case) == property_is_true;
  term.exact_form = said(term_form) == property_is_true;
  term.full_form = said(term_full_form);
  term.note = joined_notes(variant.notes);
  return term;
}

/// `x-term:fr:forbidden`.
std::optional<Term> unusable_term_of(const NamedValue& property) {
  std::string_view name = property.name;
  if (!name.starts_with(unusable_term)) return std::nullopt;
  name.remove_prefix(unusable_term.size());
  const std::size_t border = name.find(':');
  const auto language = Language::from(name.substr(0, border));
  if (border == std::string_view::npos || !language) return std::nullopt;
  const auto status = term_status_from(name.substr(border + 1));
  Term term;
  term.language = *language;
  term.text = tidied(property.value);
  if (!status || !is_term(term.text)) return std::nullopt;
  term.status = *status;
  return term;
}

class TermbaseWriter final : public UnitWriter {
 public:
  TermbaseWriter(WriteTermbase write, std::vector<Language> languages)
      : write_(std::move(write)), languages_(std::move(languages)) {}

  bool write_unit(const TranslationUnit& unit) override {
    constexpr std::size_t most_terms = 1024;  // of a concept; the largest have some 50
    const auto sides = variants_in(unit, languages_);
    if (unit.variants.size() > most_terms ||
        std::ranges::find(sides, nullptr) != sides.end())
      return false;
    Concept entry;
    for (const Variant& variant : unit.variants) {
      Term term = term_of_variant(variant);
      // A form of a language is there where that language is asked for.
      for (std::size_t side = 0; side < sides.size(); ++side)
        if (variant.language == sides[side]->language) term.language = languages_[side];
      if (is_term(term.text) && !has(entry, term)) entry.terms.push_back(std::move(term));
    }
    if (entry.terms.empty()) return false;
    prefer_one_each(entry);
    for (const NamedValue& property : unit.properties)
      if (auto term = unusable_term_of(property); term && !has(entry, *term))
        entry.terms.push_back(std::move(*term));
    stand_together(entry);
    entry.id = ids_.give(unit.id.empty() ? std::to_string(written() + 1) : tidied(unit.id));
    entry.subject = tidied(text_of(unit.properties, unit_subject));
    entry.definition = tidied(text_of(unit.properties, unit_definition));
    entry.note = joined_notes(plain_notes(unit));
    termbase_.concepts.push_back(std::move(entry));
    return true;
  }

  std::size_t write_end() override { return write_(termbase_); }

 private:
  static bool has(const Concept& entry, const Term& term) {
    return std::ranges::any_of(entry.terms, [&](const Term& known) {
      return known.language == term.language && known.text == term.text;
    });
  }

  /// Of two variants in a language nobody said that both are preferred.
  static void prefer_one_each(Concept& entry) {
    for (std::size_t at = 0; at < entry.terms.size(); ++at)
      for (std::size_t before = 0; before < at; ++before)
        if (entry.terms[before].language == entry.terms[at].language &&
            entry.terms[before].status == TermStatus::preferred &&
            entry.terms[at].status == TermStatus::preferred)
          entry.terms[at].status = TermStatus::admitted;
  }

  /// The terms of a language, in the order of the languages.
  static void stand_together(Concept& entry) {
    std::vector<Language> order;
    for (const Term& term : entry.terms)
      if (std::ranges::find(order, term.language) == order.end())
        order.push_back(term.language);
    std::ranges::stable_sort(entry.terms, {}, [&](const Term& term) {
      return std::ranges::find(order, term.language) - order.begin();
    });
  }

  WriteTermbase write_;
  std::vector<Language> languages_;
  UniqueIds ids_;
  Termbase termbase_;
};

}  // namespace

std::unique_ptr<UnitWriter> termbase_writer(WriteTermbase write,
                                            std::vector<Language> languages) {
  return std::make_unique<TermbaseWriter>(std::move(write), std::move(languages));
}

}  // namespace hexapla
