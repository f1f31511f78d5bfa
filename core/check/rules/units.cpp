#include "check/rules/rules.hpp"
#include "check/rules/unit_words.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace hexapla {
namespace {

/// A number with its unit.
struct Measure {
  const Number* number = nullptr;
  MeasureUnit unit;
};

std::vector<Measure> measures_in(const ParsedCell& side) {
  std::vector<Measure> measures;
  for (const Number& number : side.numbers)
    if (const auto unit = unit_at(side.text, number.range))
      measures.push_back({&number, *unit});
  return measures;
}

bool has_value(const std::vector<Measure>& measures, const Measure& wanted) {
  return std::ranges::any_of(measures, [&](const Measure& one) {
    return one.number->value == wanted.number->value && may_be_same(one.unit, wanted.unit);
  });
}

/// A share: what is no share on one side is not counted so on the other.
bool is_share(std::string_view unit) {
  return unit == "percent" || unit == "permille";
}

/// 17 ‰ for 17 年: a share of the target where the source has the number and no share.
const Number* number_without_share(const CellPair& pair, const Measure& said,
                                   const std::vector<Measure>& source) {
  if (!is_share(said.unit.name)) return nullptr;
  if (std::ranges::any_of(
          source, [&](const Measure& one) { return one.unit.name == said.unit.name; }))
    return nullptr;
  const auto found =
      std::ranges::find(pair.source.numbers, said.number->value, &Number::value);
  return found == pair.source.numbers.end() ? nullptr : &*found;
}

Finding added_share(const CellPair& pair, const Measure& said, const Number& number) {
  constexpr double certainty = 0.7;
  Finding finding = make_finding(Rule::unit, Severity::warning, pair, certainty);
  finding.source = spots_of(*pair.source.cell, number.range);
  finding.target = spots_of(*pair.target.cell, said.unit.range);
  finding.message = in_quotes(pair.target.at(said.unit.range)) + " is not in the " +
                    std::string(english_name(pair.source.language()));
  return finding;
}

bool is_currency_or_degree(std::string_view unit) {
  constexpr std::array<std::string_view, 9> kinds{"dollar", "euro",   "pound sterling",
                                                  "yuan",   "rouble", "franc",
                                                  "yen",    "degree", "permille"};
  return std::ranges::any_of(kinds,
                             [&](std::string_view kind) { return unit.starts_with(kind); });
}

/// 5 to 10 per cent, 百分之5至10: the unit of the one number is that of its neighbour.
bool shares_unit(const ParsedCell& side, const Number& number, const MeasureUnit& unit) {
  const auto has_unit = [&](const Number& one) {
    const auto here = unit_at(side.text, one.range);
    return here && may_be_same(*here, unit);
  };
  constexpr std::size_t farthest = 12;  // bytes of " à ", ", ", " до "
  const auto here = std::ranges::find(side.numbers, number.range, &Number::range);
  if (here == side.numbers.end()) return false;
  for (auto next = here + 1; next != side.numbers.end(); ++next) {
    if (next->range.begin - std::prev(next)->range.end > farthest) break;
    if (has_unit(*next)) return true;
  }
  for (auto before = here; before != side.numbers.begin(); --before) {
    const Number& one = *std::prev(before);
    if (before->range.begin < one.range.end ||
        before->range.begin - one.range.end > 2 * farthest)
      break;
    if (has_unit(one)) return true;
  }
  return false;
}

/// The unit itself somewhere else in the text: a rate of ... per cent, in dollars.
bool is_named(const std::vector<Measure>& measures, std::string_view unit) {
  return std::ranges::any_of(
      measures, [&](const Measure& one) { return one.unit.name.starts_with(unit); });
}

/// 12.5 for 12.5 per cent: the unit of the source is lost beside the same value.
void check_lost_units(const CellPair& pair, const std::vector<Measure>& source,
                      const std::vector<Measure>& target, Findings& findings) {
  constexpr double share_lost = 0.9;
  constexpr double other_lost = 0.5;
  for (const Measure& said : source) {
    const bool share = is_share(said.unit.name);
    if ((!share && !is_currency_or_degree(said.unit.name)) || has_value(target, said))
      continue;
    const std::string_view kind = said.unit.name.substr(0, said.unit.name.find(' '));
    if (!share && is_named(target, kind)) continue;
    const auto bare = std::ranges::find_if(pair.target.numbers, [&](const Number& number) {
      // Двадцатипроцентное says both in one word.
      const bool in_one =
          pair.target.at(number.range).find("процент") != std::string_view::npos;
      return number.value == said.number->value && !in_one &&
             !unit_at(pair.target.text, number.range) &&
             !shares_unit(pair.target, number, said.unit);
    });
    if (bare == pair.target.numbers.end()) continue;
    // "A hundred and two" of fever: who says it in words says no unit.
    if (!share && bare->in_words) continue;
    Finding finding = make_finding(Rule::unit, share ? Severity::error : Severity::warning,
                                   pair, share ? share_lost : other_lost);
    finding.source = spots_of(*pair.source.cell, said.unit.range);
    finding.target = spots_of(*pair.target.cell, bare->range);
    finding.message = in_quotes(pair.target.at(bare->range)) + " has lost the " +
                      in_quotes(pair.source.at(said.unit.range)) + " of the " +
                      std::string(english_name(pair.source.language()));
    findings.push_back(std::move(finding));
  }
}

}  // namespace

/// The same value with one unit here and another there; a unit on one side only is a matter
/// of wording (5-10 per cent, 5 % à 10 %).
void check_units(const CellPair& pair, const CheckContext& /*around*/, Findings& findings) {
  const std::vector<Measure> source = measures_in(pair.source);
  const std::vector<Measure> target = measures_in(pair.target);
  for (const Measure& said : target) {
    if (has_value(source, said)) continue;
    const auto other = std::ranges::find_if(source, [&](const Measure& one) {
      return one.number->value == said.number->value && !has_value(target, one);
    });
    if (other == source.end()) {
      const Number* const number = number_without_share(pair, said, source);
      if (number != nullptr) findings.push_back(added_share(pair, said, *number));
      continue;
    }
    Finding finding = make_finding(Rule::unit, Severity::error, pair);
    finding.source = spots_of(*pair.source.cell, other->unit.range);
    finding.target = spots_of(*pair.target.cell, said.unit.range);
    finding.message = said.number->value + " is counted in " +
                      in_quotes(pair.target.at(said.unit.range)) + ", in the " +
                      std::string(english_name(pair.source.language())) + " in " +
                      in_quotes(pair.source.at(other->unit.range));
    findings.push_back(std::move(finding));
  }
  check_lost_units(pair, source, target, findings);
}

}  // namespace hexapla
