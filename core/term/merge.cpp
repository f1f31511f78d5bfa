#include "term/merge.hpp"

#include "term/term_status.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace hexapla {
namespace {

std::string merge_key(const Term& term) {
  return std::string(term.language.primary()) + '\t' + folded(term.text);
}

bool share_a_term(const Concept& mine, const Concept& theirs) {
  return std::ranges::any_of(mine.terms, [&](const Term& own) {
    return std::ranges::any_of(theirs.terms, [&](const Term& other) {
      return merge_key(own) == merge_key(other);
    });
  });
}

class Merger {
 public:
  Merger(Termbase mine, MergePreference preference)
      : result_{std::move(mine), {}}, preference_(preference) {
    for (std::size_t index = 0; index < result_.termbase.concepts.size(); ++index)
      remember(index);
  }

  void take(const Concept& theirs) {
    const std::vector<std::size_t> partners = partners_of(theirs);
    if (partners.size() == 1) {
      merge_into(result_.termbase.concepts[partners.front()], theirs);
      remember(partners.front());
      return;
    }
    Concept added = theirs;
    added.id = free_id(theirs.id);
    const bool ambiguous = partners.size() > 1;
    MergeNote note{ambiguous ? MergeOutcome::ambiguous : MergeOutcome::added_concept,
                   added.id,
                   Language(),
                   theirs.terms.front().text,
                   {},
                   {},
                   {}};
    for (const std::size_t partner : partners)
      note.mine += (note.mine.empty() ? "" : ", ") + result_.termbase.concepts[partner].id;
    result_.notes.push_back(std::move(note));
    result_.termbase.concepts.push_back(std::move(added));
    remember(result_.termbase.concepts.size() - 1);
  }

  MergedTermbase finish() { return std::move(result_); }

 private:
  void remember(std::size_t index) {
    const Concept& entry = result_.termbase.concepts[index];
    by_id_.emplace(entry.id, index);
    for (const Term& term : entry.terms)
      if (is_usable(term.status)) by_term_[merge_key(term)].insert(index);
  }

  /// Concepts of mine that mean the same.
  [[nodiscard]] std::vector<std::size_t> partners_of(const Concept& theirs) const {
    const auto same_id = by_id_.find(theirs.id);
    if (same_id != by_id_.end() &&
        share_a_term(result_.termbase.concepts[same_id->second], theirs))
      return {same_id->second};
    std::map<std::size_t, std::set<std::string>> languages_in_common;
    for (const Term& term : theirs.terms) {
      const auto found =
          is_usable(term.status) ? by_term_.find(merge_key(term)) : by_term_.end();
      if (found == by_term_.end()) continue;
      for (const std::size_t index : found->second)
        languages_in_common[index].emplace(term.language.primary());
    }
    std::vector<std::size_t> partners;
    for (const auto& [index, languages] : languages_in_common)
      if (languages.size() >= 2) partners.push_back(index);
    return partners;
  }

  [[nodiscard]] std::string free_id(const std::string& wanted) const {
    std::string id = wanted;
    for (std::size_t number = 2; by_id_.contains(id); ++number)
      id = wanted + "-" + std::to_string(number);
    return id;
  }

  /// Where a conflict is told.
  struct Where {
    const std::string& concept_id;
    Language language;
    std::string term;
  };

  /// True when theirs is to be taken. Conflicts are noted.
  bool takes_theirs(const Where& where, std::string_view field, std::string_view mine,
                    std::string_view theirs) {
    if (theirs.empty() || mine == theirs) return false;
    if (mine.empty()) return true;
    result_.notes.push_back({MergeOutcome::conflict, where.concept_id, where.language,
                             where.term, std::string(field), std::string(mine),
                             std::string(theirs)});
    return preference_ == MergePreference::theirs;
  }

  void merge_field(const Where& where, std::string_view field, std::string& mine,
                   const std::string& theirs) {
    if (takes_theirs(where, field, mine, theirs)) mine = theirs;
  }

  void merge_into(Concept& mine, const Concept& theirs) {
    const Where whole{mine.id, Language(), {}};
    merge_field(whole, "subject", mine.subject, theirs.subject);
    merge_field(whole, "definition", mine.definition, theirs.definition);
    merge_field(whole, "concept_note", mine.note, theirs.note);
    for (const Term& term : theirs.terms) {
      const auto same = std::ranges::find_if(mine.terms, [&](const Term& own) {
        return own.language == term.language && merge_key(own) == merge_key(term);
      });
      if (same == mine.terms.end()) {
        add_term(mine, term);
      } else {
        merge_term(mine.id, *same, term);
      }
    }
  }

  void merge_term(const std::string& id, Term& mine, const Term& theirs) {
    const Where where{id, mine.language, mine.text};
    merge_field(where, "term", mine.text, theirs.text);
    merge_field(where, "part_of_speech", mine.part_of_speech, theirs.part_of_speech);
    merge_field(where, "source", mine.source, theirs.source);
    merge_field(where, "note", mine.note, theirs.note);
    merge_field(where, "full_form", mine.full_form, theirs.full_form);
    if (takes_theirs(where, "status", name_of(mine.status), name_of(theirs.status)))
      mine.status = theirs.status;
    mine.case_sensitive = mine.case_sensitive || theirs.case_sensitive;
    mine.exact_form = mine.exact_form || theirs.exact_form;
  }

  void add_term(Concept& mine, Term theirs) {
    const auto rival = std::ranges::find_if(mine.terms, [&](const Term& own) {
      return own.language == theirs.language && own.status == TermStatus::preferred &&
             own.full_form.empty();
    });
    const bool both_prefer = theirs.status == TermStatus::preferred &&
                             theirs.full_form.empty() && rival != mine.terms.end();
    if (both_prefer) {
      const bool theirs_wins = takes_theirs({mine.id, theirs.language, theirs.text},
                                            "preferred", rival->text, theirs.text);
      (theirs_wins ? *rival : theirs).status = TermStatus::admitted;
    }
    result_.notes.push_back(
        {MergeOutcome::added_term, mine.id, theirs.language, theirs.text, {}, {}, {}});
    // Terms of one language stand together.
    const auto last =
        std::find_if(mine.terms.rbegin(), mine.terms.rend(),
                     [&](const Term& own) { return own.language == theirs.language; });
    mine.terms.insert(last == mine.terms.rend() ? mine.terms.end() : last.base(),
                      std::move(theirs));
  }

  MergedTermbase result_;
  MergePreference preference_;
  std::unordered_map<std::string, std::size_t> by_id_;
  std::unordered_map<std::string, std::set<std::size_t>> by_term_;
};

}  // namespace

std::string_view name_of(MergeOutcome outcome) noexcept {
  constexpr std::array<std::string_view, 4> names{"added concept", "added term", "conflict",
                                                  "ambiguous"};
  return names.at(static_cast<std::size_t>(outcome));
}

MergedTermbase merged(Termbase mine, const Termbase& theirs, MergePreference preference) {
  Merger merger(std::move(mine), preference);
  for (const Concept& entry : theirs.concepts)
    merger.take(entry);
  return merger.finish();
}

}  // namespace hexapla
