#include "term/lint.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace hexapla {
namespace {

using Issues = std::vector<LintIssue>;

LintIssue issue_of(LintRule rule, const Concept& entry, const Term& term,
                   std::string message) {
  return {rule, term.line.number, entry.id, term.language, term.text, std::move(message)};
}

/// Without letter case and inflection of nothing: what makes two entries the same term.
/// What tells a case-sensitive term from others is its case.
std::string lint_key(const Term& term) {
  std::string key(term.language.primary());
  key.push_back('\t');
  return key + (term.case_sensitive ? term.text : folded(term.text));
}

void look_for_invisible(const Concept& entry, const Term& term, Issues& issues) {
  for (std::size_t at = 0; at < term.text.size();) {
    const char32_t code_point = next_code_point(term.text, at);
    const auto type = u_charType(static_cast<UChar32>(code_point));
    // Joiners are part of the spelling in Persian and the scripts of India.
    const bool is_joiner = code_point == 0x200C || code_point == 0x200D;
    if ((type == U_FORMAT_CHAR && !is_joiner) || type == U_CONTROL_CHAR ||
        type == U_PRIVATE_USE_CHAR || type == U_UNASSIGNED) {
      issues.push_back(issue_of(LintRule::invisible_character, entry, term,
                                "holds a character that nobody sees and no search finds; "
                                "take it out"));
      return;
    }
  }
}

/// The scripts that a word may mix with any other: marks, digits and what several share.
bool is_neutral(UScriptCode script) {
  return script == USCRIPT_COMMON || script == USCRIPT_INHERITED;
}

/// True for a word such as "Мoсква" with a Latin o. Japanese mixes its own three scripts.
bool mixes_scripts(std::string_view word) {
  std::optional<UScriptCode> first;
  for (std::size_t at = 0; at < word.size();) {
    UErrorCode status = U_ZERO_ERROR;
    const auto script =
        uscript_getScript(static_cast<UChar32>(next_code_point(word, at)), &status);
    if (U_FAILURE(status) || is_neutral(script)) continue;
    if (first && *first != script) return true;
    first = script;
  }
  return false;
}

void look_for_mixed_scripts(const Concept& entry, const Term& term, Issues& issues) {
  for (const Word& word : words_of(term.text)) {
    const std::string_view text = word.range.of(term.text);
    if (word.kind != WordKind::letters || !mixes_scripts(text)) continue;
    issues.push_back(issue_of(LintRule::mixed_scripts, entry, term,
                              "“" + std::string(text) +
                                  "” mixes letters of two scripts; one of them only looks "
                                  "right"));
    return;
  }
}

void look_for_duplicates(const Concept& entry, Issues& issues) {
  std::map<std::string, const Term*> seen;
  for (const Term& term : entry.terms) {
    const auto [place, is_new] = seen.emplace(lint_key(term), &term);
    if (is_new) continue;
    const bool same_case = place->second->text == term.text;
    issues.push_back(issue_of(LintRule::duplicate_term, entry, term,
                              "occurs twice in this concept" +
                                  std::string(same_case ? "" : ", but for letter case")));
  }
}

void look_at_preferred(const Concept& entry, Issues& issues) {
  struct Count {
    const Term* first = nullptr;
    std::size_t preferred = 0;
  };
  std::map<std::string, Count, std::less<>> by_language;
  for (const Term& term : entry.terms) {
    Count& count = by_language[std::string(term.language.tag())];
    if (count.first == nullptr) count.first = &term;
    if (term.status != TermStatus::preferred || !term.full_form.empty()) continue;
    if (++count.preferred == 2)
      issues.push_back(issue_of(LintRule::two_preferred, entry, term,
                                "is the second preferred term in its language; a text "
                                "can't be checked against two"));
  }
  for (const auto& tag_and_count : by_language) {
    const Count& count = tag_and_count.second;
    const bool abbreviation_only = std::ranges::any_of(entry.terms, [&](const Term& term) {
      return term.language.tag() == tag_and_count.first &&
             term.status == TermStatus::preferred;
    });
    if (count.preferred == 0 && !abbreviation_only)
      issues.push_back(issue_of(LintRule::no_preferred, entry, *count.first,
                                "no term of this concept is preferred in its language"));
  }
}

void look_for_full_forms(const Concept& entry, Issues& issues) {
  for (const Term& term : entry.terms) {
    if (term.full_form.empty()) continue;
    const bool found = std::ranges::any_of(entry.terms, [&](const Term& other) {
      return &other != &term && other.language == term.language &&
             other.text == term.full_form;
    });
    if (!found)
      issues.push_back(issue_of(
          LintRule::lost_full_form, entry, term,
          "stands for “" + term.full_form + "”, which is no term of this concept"));
  }
}

struct Use {
  const Concept* entry = nullptr;
  const Term* term = nullptr;
};

/// Terms that several concepts have; each is told at its second concept.
Issues shared_terms(const Termbase& termbase) {
  std::unordered_map<std::string, Use> first_uses;
  Issues issues;
  for (const Concept& entry : termbase.concepts) {
    for (const Term& term : entry.terms) {
      const auto [place, is_new] = first_uses.emplace(lint_key(term), Use{&entry, &term});
      const Use& first = place->second;
      if (is_new || first.entry == &entry) continue;
      const bool contrary = is_usable(first.term->status) != is_usable(term.status);
      const std::string where =
          first.entry->id +
          (first.term->line.number == 0
               ? ""
               : " (line " + std::to_string(first.term->line.number) + ")");
      issues.push_back(
          contrary ? issue_of(LintRule::contrary_status, entry, term,
                              "may be used in one concept and not in another: see " + where)
                   : issue_of(LintRule::shared_term, entry, term,
                              "is a term of the concept " + where + " too"));
    }
  }
  return issues;
}

}  // namespace

std::vector<LintIssue> lint(const Termbase& termbase) {
  Issues issues;
  for (const Concept& entry : termbase.concepts) {
    for (const Term& term : entry.terms) {
      look_for_invisible(entry, term, issues);
      look_for_mixed_scripts(entry, term, issues);
    }
    look_for_duplicates(entry, issues);
    look_at_preferred(entry, issues);
    look_for_full_forms(entry, issues);
  }
  std::ranges::move(shared_terms(termbase), std::back_inserter(issues));
  return issues;
}

}  // namespace hexapla
