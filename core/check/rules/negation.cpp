#include "check/rules/rules.hpp"
#include "check_data.hpp"
#include "text/fold.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace hexapla {
namespace {

using WordSet = std::set<std::string, std::less<>>;

struct Negations {
  WordSet clear;  // folded, as the next two
  WordSet plain;
  WordSet weak;
  WordSet half;    ///< Of those above, what negates together with one of `first` only.
  WordSet behind;  ///< The same, but at the start it negates alone.
  WordSet first;   ///< Empty in languages that negate by one word.
  std::vector<std::string> prefixes;
  std::vector<std::string> harmless;  ///< As they stand in the text.
};

void add(Negations& negations, std::string_view kind, std::string_view word) {
  if (kind == "but") {
    negations.harmless.emplace_back(word);
  } else if (kind == "prefix") {
    negations.prefixes.push_back(folded(word));
  } else if (kind == "half") {
    negations.half.insert(folded(word));
  } else if (kind == "behind") {
    negations.behind.insert(folded(word));
  } else if (kind == "first") {
    negations.first.insert(folded(word));
  } else if (kind == "clear") {
    negations.clear.insert(folded(word));
  } else {
    (kind == "weak" ? negations.weak : negations.plain).insert(folded(word));
  }
}

/// Null for languages that negations.tsv does not list.
const Negations* negations_of(Language language) {
  static const std::map<std::string_view, Negations> made_once = [] {
    std::map<std::string_view, Negations> all;
    for (const auto& row : rows_of_table(embedded::negations_tsv))
      for (const std::string_view word : parts_of(row.at(2), '|'))
        add(all[row.at(0)], row.at(1), word);
    return all;
  }();
  const auto found = made_once.find(language.primary());
  return found == made_once.end() ? nullptr : &found->second;
}

/// The 不 of 不仅, the not of not only.
bool is_harmless(const Negations& negations, std::string_view text, ByteRange word) {
  return std::ranges::any_of(negations.harmless, [&](const std::string& phrase) {
    const std::size_t reach = phrase.size();
    std::size_t at = text.find(phrase, word.begin > reach ? word.begin - reach : 0);
    for (; at != std::string_view::npos && at <= word.begin; at = text.find(phrase, at + 1))
      if (at + reach >= word.end) return true;
    return false;
  });
}

/// How often a side negates, outright or otherwise; ne ... pas once.
std::size_t count_negations(const ParsedCell& side, const Negations& negations) {
  return static_cast<std::size_t>(std::ranges::count_if(side.words, [&](const Word& word) {
    if (word.kind != WordKind::letters && word.kind != WordKind::han) return false;
    const std::string form = folded(word.range.of(side.text));
    return (negations.clear.contains(form) || negations.plain.contains(form)) &&
           !negations.half.contains(form) && !negations.behind.contains(form) &&
           !is_harmless(negations, side.text, word.range);
  }));
}

/// What a negation that is none of the clear ones stands on: 禁, 缺, 反.
std::optional<ByteRange> any_negation(const ParsedCell& side, const Negations& negations) {
  for (const Word& word : side.words) {
    if (word.kind != WordKind::letters && word.kind != WordKind::han) continue;
    const std::string form = folded(word.range.of(side.text));
    if ((negations.plain.contains(form) || negations.weak.contains(form)) &&
        !is_harmless(negations, side.text, word.range))
      return word.range;
  }
  return std::nullopt;
}

std::optional<ByteRange> clear_negation(const ParsedCell& side,
                                        const Negations& negations) {
  for (const Word& word : side.words) {
    if (word.kind != WordKind::letters && word.kind != WordKind::han) continue;
    if (!negations.clear.contains(folded(word.range.of(side.text)))) continue;
    if (!is_harmless(negations, side.text, word.range)) return word.range;
  }
  return std::nullopt;
}

/// A pas without its ne, a ningún behind a verb without its no: what was a negation.
std::optional<ByteRange> half_negation(const ParsedCell& side, const Negations& negations) {
  std::optional<ByteRange> half;
  for (std::size_t index = 0; index < side.words.size(); ++index) {
    const Word& word = side.words[index];
    if (word.kind != WordKind::letters) continue;
    const std::string form = folded(word.range.of(side.text));
    if (negations.first.contains(form)) return std::nullopt;
    const bool is_half =
        negations.half.contains(form) || (index > 0 && negations.behind.contains(form));
    if (is_half && !is_harmless(negations, side.text, word.range)) half = word.range;
  }
  return half;
}

/// Whether a side negates: surely, by what may be a negation, or not at all.
enum class Negates { not_at_all, perhaps, surely };

Negates negates(const ParsedCell& side, const Negations& negations) {
  constexpr std::size_t shortest_prefixed = 6;  // letters; "in" is a preposition, too
  Negates result = Negates::not_at_all;
  for (const Word& word : side.words) {
    if (word.kind != WordKind::letters && word.kind != WordKind::han) continue;
    const std::string form = folded(word.range.of(side.text));
    if (negations.clear.contains(form) || negations.plain.contains(form)) {
      if (is_harmless(negations, side.text, word.range)) continue;
      return Negates::surely;
    }
    const bool prefixed =
        count_code_points(form) >= shortest_prefixed &&
        std::ranges::any_of(negations.prefixes, [&](const std::string& prefix) {
          return form.starts_with(prefix);
        });
    if (prefixed || negations.weak.contains(form)) result = Negates::perhaps;
  }
  return result;
}

}  // namespace

/// The source says no, and nothing in the target does, or less often.
void check_negation(const CellPair& pair, const CheckContext& /*around*/,
                    Findings& findings) {
  constexpr double sure = 0.8;
  constexpr double doubtful = 0.4;  // 无症状 is asymptomatic
  const Negations* here = negations_of(pair.source.language());
  const Negations* there = negations_of(pair.target.language());
  if (here == nullptr || there == nullptr) return;
  constexpr double halved = 0.5;     // or it negates alone, as none of the words tell
  constexpr double fewer = 0.1;      // one of several may be said by another word
  constexpr double by_a_verb = 0.1;  // 缺乏, 禁止: the source itself may not negate
  const auto clear = clear_negation(pair.source, *here);
  const auto negation = clear ? clear : any_negation(pair.source, *here);
  if (!negation) return;
  const Negates target = negates(pair.target, *there);
  double certainty = target == Negates::perhaps ? doubtful : sure;
  const auto half = half_negation(pair.target, *there);
  if (half) {
    certainty = halved;
  } else if (target == Negates::surely || (!clear && target == Negates::perhaps)) {
    if (count_negations(pair.target, *there) >= count_negations(pair.source, *here)) return;
    certainty = fewer;
  } else if (!clear) {
    certainty = by_a_verb;
  }
  Finding finding = make_finding(Rule::negation, Severity::note, pair, certainty);
  finding.source = spots_of(*pair.source.cell, *negation);
  finding.target =
      half ? spots_of(*pair.target.cell, *half) : where_expected(pair, *negation);
  finding.message = (half ? quoted(pair.target.at(*half)) + " alone does not negate as "
                          : std::string("nothing here negates as ")) +
                    quoted(pair.source.at(*negation)) + " does in the " +
                    std::string(english_name(pair.source.language()));
  findings.push_back(std::move(finding));
}

}  // namespace hexapla
