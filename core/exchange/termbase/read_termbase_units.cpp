#include "exchange/shared_names.hpp"
#include "exchange/termbase/termbase_units.hpp"
#include "format/recoded_stream.hpp"
#include "term/term_status.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {
namespace {

void add_property(std::vector<NamedValue>& properties, std::string_view name,
                  const std::string& value) {
  if (!value.empty()) properties.push_back({std::string(name), value});
}

Variant variant_of_term(const Term& term) {
  Variant variant;
  variant.language = term.language;
  variant.text = term.text;
  auto& properties = variant.properties;
  if (term.status != TermStatus::preferred)
    add_property(properties, term_status_property, std::string(name_of(term.status)));
  add_property(properties, term_part_of_speech, term.part_of_speech);
  add_property(properties, term_source, term.source);
  const std::string yes(property_is_true);
  if (term.case_sensitive) add_property(properties, term_case, yes);
  if (term.exact_form) add_property(properties, term_form, yes);
  add_property(properties, term_full_form, term.full_form);
  if (!term.note.empty()) variant.notes.push_back(term.note);
  return variant;
}

TranslationUnit unit_of_concept(const Concept& entry) {
  TranslationUnit unit;
  unit.id = entry.id;
  add_property(unit.properties, unit_subject, entry.subject);
  add_property(unit.properties, unit_definition, entry.definition);
  if (!entry.note.empty()) unit.notes.push_back(entry.note);
  for (const Term& term : entry.terms) {
    if (is_usable(term.status)) {
      unit.variants.push_back(variant_of_term(term));
    } else {
      add_property(unit.properties,
                   std::string(unusable_term) + std::string(term.language.tag()) + ':' +
                       std::string(name_of(term.status)),
                   term.text);
    }
  }
  // Who takes one variant a language takes the first.
  const auto rank = [](const Variant& variant) {
    return !variant.properties.empty() &&
           variant.properties.front().name == term_status_property;
  };
  std::ranges::stable_sort(unit.variants, {}, rank);
  return unit;
}

class TermbaseUnitReader final : public UnitReader {
 public:
  TermbaseUnitReader(SurveyedTermbase read, std::string_view name)
      : name_(name), termbase_(std::move(read.termbase)) {
    header_.format = "termbase";
    for (const LintIssue& issue : read.issues)
      warn(name_, issue.line, issue.message + "; passed over");
  }

  bool next(TranslationUnit& unit) override {
    while (at_ < termbase_.concepts.size()) {
      const Concept& entry = termbase_.concepts[at_++];
      unit = unit_of_concept(entry);
      if (!unit.variants.empty()) return true;
      warn(name_, entry.terms.front().line.number,
           "the concept " + entry.id +
               " has only terms that no text may hold; it is passed over");
    }
    return false;
  }

 private:
  std::string name_;
  Termbase termbase_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<UnitReader> read_termbase_units(std::istream& in, std::string_view name) {
  constexpr std::size_t largest_termbase = std::size_t{1}
                                           << 30U;  // bytes; readers say less
  const std::string bytes = all_bytes(in, largest_termbase, name);
  return std::make_unique<TermbaseUnitReader>(read_termbase_telling(bytes, name, {}), name);
}

}  // namespace hexapla
