#include "workbench/drift.hpp"

#include "check/concept_use.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace hexapla {
namespace {

constexpr std::size_t digits_of_year = 4;

bool holds_digit(std::string_view part) {
  return part.find_first_of("0123456789") != std::string_view::npos;
}

/// Parts of symbols that say more of whose document it is: S/RES, A/HRC, E/CN.4.
bool is_of_body(std::string_view part) {
  return !part.empty() && part.size() <= 6 &&
         (!holds_digit(part) || part.starts_with("CN.") || part.starts_with("C."));
}

std::string label_of(const Concept& concept_, Language language) {
  for (const Term& term : concept_.terms)
    if (term.language.primary() == language.primary()) return term.text;
  return concept_.terms.empty() ? concept_.id : concept_.terms.front().text;
}

double log_factorial(std::size_t number) {
  return std::lgamma(static_cast<double>(number) + 1);
}

/// The probability that chance alone puts at least `old_before` of the old term's places
/// before the border. Fisher's exact test on a table of two by two.
double chance_of(std::size_t old_before, std::size_t old_after, std::size_t new_before,
                 std::size_t new_after) {
  const std::size_t before = old_before + new_before;
  const std::size_t of_old = old_before + old_after;
  const std::size_t of_new = new_before + new_after;
  const std::size_t all = of_old + of_new;
  const double fixed = log_factorial(of_old) + log_factorial(of_new) +
                       log_factorial(before) + log_factorial(all - before) -
                       log_factorial(all);
  double chance = 0;
  for (std::size_t count = old_before; count <= std::min(before, of_old); ++count) {
    if (before - count > of_new) continue;
    chance +=
        std::exp(fixed - log_factorial(count) - log_factorial(of_old - count) -
                 log_factorial(before - count) - log_factorial(of_new - (before - count)));
  }
  return std::min(chance, 1.0);
}

std::size_t count_in(const TermCounts& counts, const std::string& term) {
  const auto found = counts.find(term);
  return found == counts.end() ? 0 : found->second;
}

/// The change between two terms at the border that parts them best.
std::optional<DriftChange> change_between(const Drift& drift, const std::string& from,
                                          const std::string& to) {
  std::size_t all_old = 0;
  std::size_t all_new = 0;
  for (const auto& [year, counts] : drift.years) {
    if (year.empty()) continue;
    all_old += count_in(counts, from);
    all_new += count_in(counts, to);
  }
  std::optional<DriftChange> best;
  std::size_t old_before = 0;
  std::size_t new_before = 0;
  for (const auto& [year, counts] : drift.years) {
    if (year.empty()) continue;
    const std::size_t old_after = all_old - old_before;
    const std::size_t new_after = all_new - new_before;
    // The old term was the usual one until then, the new one is from then on.
    if (old_before > new_before && new_after > old_after) {
      const double certainty = 1 - chance_of(old_before, old_after, new_before, new_after);
      if (!best || certainty > best->certainty)
        best = DriftChange{year, from, to, old_before, new_after, certainty};
    }
    old_before += count_in(counts, from);
    new_before += count_in(counts, to);
  }
  return best;
}

}  // namespace

std::string body_of(std::string_view symbol) {
  const auto parts = parts_of(symbol, '/');
  std::string body(parts.front());
  for (std::size_t at = 1; at < parts.size() && is_of_body(parts[at]); ++at)
    body.append("/").append(parts[at]);
  return body;
}

void DriftCounter::add(const WorkInfo& work, std::span<const AlignedUnit> rows,
                       const Termbase& termbase) {
  const std::string body = bodies_ == Bodies::apart ? body_of(work.symbol) : "";
  const std::string year =
      work.date.size() >= digits_of_year ? work.date.substr(0, digits_of_year) : "";
  const Language source = work.languages.empty() ? Language() : work.languages.front();
  for (const ConceptUse& use : concept_use(rows, termbase)) {
    const Concept& said = termbase.concepts[use.concept_index];
    labels_.emplace(said.id, label_of(said, source));
    for (const LanguageUse& one : use.languages)
      for (const Rendering& rendering : one.renderings)
        counts_[{said.id, one.language, body}][year][rendering.term] +=
            rendering.segments.size();
  }
}

std::vector<Drift> DriftCounter::result() const {
  std::vector<Drift> drifts;
  for (const auto& [key, years] : counts_)
    drifts.push_back(
        {key.concept_id, labels_.at(key.concept_id), key.language, key.body, years});
  return drifts;
}

std::vector<DriftChange> changes_in(const Drift& drift) {
  std::set<std::string> terms;
  for (const auto& [year, counts] : drift.years)
    for (const auto& [term, count] : counts)
      if (!term.empty()) terms.insert(term);
  std::vector<DriftChange> changes;
  for (const std::string& from : terms)
    for (const std::string& to : terms) {
      if (from == to) continue;
      const auto change = change_between(drift, from, to);
      if (change && change->certainty >= least_certainty) changes.push_back(*change);
    }
  std::ranges::stable_sort(changes, {}, &DriftChange::year);
  return changes;
}

}  // namespace hexapla
