#include "check/rules/rules.hpp"
#include "check/rules/unit_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace hexapla {
namespace {

/// A number that stands once on either side, with its place in the order of each.
struct Shared {
  const Number* source = nullptr;
  const Number* target = nullptr;
};

bool is_year(const std::string& value) {
  constexpr std::size_t of_year = 4;
  return value.size() == of_year && (value.starts_with("19") || value.starts_with("20"));
}

/// A year is where the sentence has its time, early or late.
bool counts(const Number& number) {
  return !number.ordinal && !number.fraction && !number.in_words && !is_year(number.value);
}

/// The unit that both numbers are counted in; empty where they have none, nothing where
/// they have different ones, which tell them apart.
std::optional<std::string_view> common_unit(const ParsedCell& side, const Number& one,
                                            const Number& other) {
  const auto here = unit_at(side.text, one.range);
  const auto there = unit_at(side.text, other.range);
  if (!here && !there) return std::string_view();
  if (!here || !there || here->name != there->name) return std::nullopt;
  return here->name;
}

/// By value, what stands once in a side; null where it stands more often.
std::map<std::string, const Number*> once_in(const ParsedCell& side) {
  std::map<std::string, const Number*> numbers;
  for (const Number& number : side.numbers) {
    if (!counts(number)) continue;
    const auto [place, is_new] = numbers.emplace(number.value, &number);
    if (!is_new) place->second = nullptr;
  }
  return numbers;
}

/// In the order of the source.
std::vector<Shared> shared_numbers(const CellPair& pair) {
  const auto here = once_in(pair.source);
  const auto there = once_in(pair.target);
  std::vector<Shared> shared;
  for (const Number& number : pair.source.numbers) {
    const auto source = here.find(number.value);
    const auto target = there.find(number.value);
    if (source == here.end() || source->second != &number || target == there.end() ||
        target->second == nullptr)
      continue;
    shared.push_back({&number, target->second});
  }
  return shared;
}

/// The one exchange of two numbers that makes the order of the target that of the source;
/// nothing when there is none, or when none is needed.
std::optional<std::pair<std::size_t, std::size_t>> exchanged(
    const std::vector<Shared>& shared) {
  std::vector<const Number*> in_order;
  for (const Shared& one : shared)
    in_order.push_back(one.target);
  std::ranges::sort(in_order, {}, [](const Number* one) { return one->range.begin; });
  std::vector<std::size_t> moved;
  for (std::size_t index = 0; index < shared.size(); ++index)
    if (shared[index].target != in_order[index]) moved.push_back(index);
  if (moved.size() != 2) return std::nullopt;
  return std::pair(moved[0], moved[1]);
}

/// The result of a vote is given in one order everywhere: for, against, abstaining.
bool is_vote(const ParsedCell& side) {
  constexpr std::array<std::string_view, 11> words{
      "abst",  "Abst",   "воздерж", "弃权",     "棄權",       "امتناع",
      "امتنع", "票赞成", "票反对",  "votes to", "voix contre"};
  return std::ranges::any_of(words, [&](std::string_view word) {
    return side.text.find(word) != std::string::npos;
  });
}

}  // namespace

void check_number_order(const CellPair& pair, const CheckContext& /*around*/,
                        Findings& findings) {
  constexpr double in_vote = 0.9;
  constexpr double among_many = 0.4;
  constexpr double of_two = 0.3;
  const std::vector<Shared> shared = shared_numbers(pair);
  const auto places = exchanged(shared);
  if (!places) return;
  const bool vote = is_vote(pair.source) && is_vote(pair.target);
  const Shared& first = shared[places->first];
  const Shared& second = shared[places->second];
  const auto unit = common_unit(pair.target, *first.target, *second.target);
  // Of two numbers without a unit either may be named first: item 5, paragraph 2.
  if (!vote && (!unit || (unit->empty() && shared.size() == 2))) return;
  const double certainty = vote ? in_vote : shared.size() > 2 ? among_many : of_two;
  Finding finding = make_finding(Rule::number, vote ? Severity::warning : Severity::note,
                                 pair, certainty);
  finding.source =
      spots_of(*pair.source.cell, std::vector{first.source->range, second.source->range});
  finding.target =
      spots_of(*pair.target.cell, std::vector{first.target->range, second.target->range});
  finding.message = in_quotes(pair.target.at(first.target->range)) + " and " +
                    in_quotes(pair.target.at(second.target->range)) +
                    " stand in another order than in the " +
                    std::string(english_name(pair.source.language()));
  findings.push_back(std::move(finding));
}

}  // namespace hexapla
