#include "check/rules/rules.hpp"
#include "check/rules/unit_words.hpp"

#include <algorithm>

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
    return one.number->value == wanted.number->value && one.unit.name == wanted.unit.name;
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
  finding.message = quoted(pair.target.at(said.unit.range)) + " is not in the " +
                    std::string(english_name(pair.source.language()));
  return finding;
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
                      quoted(pair.target.at(said.unit.range)) + ", in the " +
                      std::string(english_name(pair.source.language())) + " in " +
                      quoted(pair.source.at(other->unit.range));
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
