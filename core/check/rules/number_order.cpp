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

bool is_year_number(const std::string& value) {
  constexpr std::size_t of_year = 4;
  return value.size() == of_year && (value.starts_with("19") || value.starts_with("20"));
}

using Counts = bool (*)(const Number& number);

/// A year is where the sentence has its time, early or late.
bool is_no_year(const Number& number) {
  return !number.ordinal && !number.fraction && !number.in_words &&
         !is_year_number(number.value);
}

bool is_bare_year(const Number& number) {
  return !number.ordinal && !number.in_words && is_year_number(number.value);
}

/// The unit of a number, or of the end of the range that it starts: from 12 to 15 per cent.
std::optional<MeasureUnit> unit_after(const ParsedCell& side, const Number& number) {
  if (auto unit = unit_at(side.text, number.range)) return unit;
  constexpr std::size_t farthest = 12;  // bytes of " per cent to "
  const auto next = std::ranges::find_if(side.numbers, [&](const Number& other) {
    return other.range.begin >= number.range.end;
  });
  if (next == side.numbers.end() || next->range.begin - number.range.end > farthest)
    return std::nullopt;
  return unit_at(side.text, next->range);
}

/// How two numbers of one side are told apart by their units.
enum class Units { none, same, different };

Units units_of(const ParsedCell& side, const Number& one, const Number& other) {
  const auto here = unit_after(side, one);
  const auto there = unit_after(side, other);
  if (!here && !there) return Units::none;
  return here && there && here->name == there->name ? Units::same : Units::different;
}

/// By value, what stands once in a side; null where it stands more often.
std::map<std::string, const Number*> once_in(const ParsedCell& side, Counts counts) {
  std::map<std::string, const Number*> numbers;
  for (const Number& number : side.numbers) {
    if (!counts(number)) continue;
    const auto [place, is_new] = numbers.emplace(number.value, &number);
    if (!is_new) place->second = nullptr;
  }
  return numbers;
}

/// In the order of the source.
std::vector<Shared> shared_numbers(const CellPair& pair, Counts counts) {
  const auto here = once_in(pair.source, counts);
  const auto there = once_in(pair.target, counts);
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

/// The numbers of a side that count, in order, without those that the other side says more
/// or less often.
std::vector<const Number*> said_as_often(const ParsedCell& side, const ParsedCell& other,
                                         Counts counts) {
  const auto times = [&](const ParsedCell& here, const std::string& value) {
    return std::ranges::count_if(
        here.numbers, [&](const Number& one) { return counts(one) && one.value == value; });
  };
  std::vector<const Number*> numbers;
  for (const Number& number : side.numbers)
    if (counts(number) && times(side, number.value) == times(other, number.value))
      numbers.push_back(&number);
  return numbers;
}

/// The one exchange of two numbers that makes the order of the target that of the source;
/// nothing when there is none, or when none is needed.
std::optional<std::pair<Shared, Shared>> exchanged(const CellPair& pair, Counts counts) {
  constexpr std::size_t most = 60;  // numbers; a table is no sentence
  if (std::max(pair.source.numbers.size(), pair.target.numbers.size()) > most)
    return std::nullopt;
  const auto source = said_as_often(pair.source, pair.target, counts);
  const auto target = said_as_often(pair.target, pair.source, counts);
  if (source.size() != target.size()) return std::nullopt;
  std::vector<std::size_t> moved;
  for (std::size_t index = 0; index < source.size(); ++index)
    if (source[index]->value != target[index]->value) moved.push_back(index);
  if (moved.size() != 2) return std::nullopt;
  const std::size_t first = moved[0];
  const std::size_t second = moved[1];
  if (source[first]->value != target[second]->value) return std::nullopt;
  return std::pair(Shared{source[first], target[second]},
                   Shared{source[second], target[first]});
}

bool is_inside_letter(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// The words around a number, up to the next numbers and to the marks of the clause.
std::string surroundings(const ParsedCell& side, const Number& number) {
  constexpr std::size_t reach = 60;  // bytes
  constexpr std::string_view figures = "0123456789;";
  constexpr std::array<std::string_view, 6> marks{", ", "，", "；", "。", ". ", "،"};
  const std::string_view text = side.text;
  std::string_view before = text.substr(0, number.range.begin);
  std::string_view after = text.substr(number.range.end);
  std::size_t begin = before.size() - std::min(before.size(), reach);
  while (is_inside_letter(before, begin))
    ++begin;
  before.remove_prefix(begin);
  std::size_t end = std::min(after.size(), reach);
  while (is_inside_letter(after, end))
    --end;
  after = after.substr(0, end);
  before.remove_prefix(std::min(before.find_last_of(figures) + 1, before.size()));
  after = after.substr(0, after.find_first_of(figures));
  for (const std::string_view mark : marks) {
    if (const auto at = before.rfind(mark); at != std::string_view::npos)
      before.remove_prefix(at + mark.size());
    after = after.substr(0, after.find(mark));
  }
  return std::string(before) + ' ' + std::string(after);
}

/// Close together on either side: what is around the one is around the other as well.
bool are_close(const Shared& one, const Shared& other) {
  constexpr std::size_t close = 20;  // bytes
  const auto apart = [](const Number& here, const Number& there) {
    return here.range.begin < there.range.begin ? there.range.begin - here.range.begin
                                                : here.range.begin - there.range.begin;
  };
  return apart(*one.source, *other.source) < close ||
         apart(*one.target, *other.target) < close;
}

/// 20 °C and 40 %: the unit is right behind the one number on either side.
bool have_units_of_their_own(const CellPair& pair, const MeasureUnit& unit,
                             const Shared& one, const Shared& other) {
  const auto here = unit_at(pair.source.text, one.source->range);
  const auto there = unit_at(pair.target.text, other.target->range);
  return here && there && may_be_same(*here, unit) && may_be_same(*there, unit);
}

/// 4 patients ... 35 days for 35 ... 4 天: the unit of the one number is now that of the
/// other.
bool exchange_units(const CellPair& pair, const Shared& one, const Shared& other) {
  const auto unit = unit_after(pair.source, *one.source);
  if (!unit) return false;
  if (are_close(one, other) && !have_units_of_their_own(pair, *unit, one, other))
    return false;
  const auto has = [&](const ParsedCell& side, const Number& number) {
    const auto here = unit_after(side, number);
    return here && may_be_same(*here, *unit);
  };
  return has(pair.target, *other.target) && !has(pair.target, *one.target) &&
         !has(pair.source, *other.source);
}

/// Two numbers that have exchanged their units, in whatever order.
std::optional<std::pair<std::size_t, std::size_t>> told_by_units(
    const CellPair& pair, const std::vector<Shared>& shared) {
  constexpr std::size_t most = 8;  // numbers; a table is no sentence
  if (shared.size() > most) return std::nullopt;
  for (std::size_t one = 0; one < shared.size(); ++one)
    for (std::size_t other = 0; other < shared.size(); ++other)
      if (one != other && exchange_units(pair, shared[one], shared[other]))
        return std::pair(one, other);
  return std::nullopt;
}

/// By how many nats the words around two numbers speak for their exchange: those around
/// the one in the target render those around the other in the source. Nothing where they
/// are close together: what is around them is then the same.
double evidence_of_exchange(const CellPair& pair, LinkReader& links, const Shared& one,
                            const Shared& other) {
  if (are_close(one, other)) return 0;
  const std::string source_one = surroundings(pair.source, *one.source);
  const std::string source_other = surroundings(pair.source, *other.source);
  const std::string target_one = surroundings(pair.target, *one.target);
  const std::string target_other = surroundings(pair.target, *other.target);
  return links.rendered(target_one, source_other) +
         links.rendered(target_other, source_one) - links.rendered(target_one, source_one) -
         links.rendered(target_other, source_other);
}

/// Two numbers that the words around them tell to have changed places, in whatever order
/// they stand: of all such, those of which the words tell most.
struct ToldByWords {
  std::pair<std::size_t, std::size_t> places;
  double nats = 0;
};

std::optional<ToldByWords> told_by_words(const CellPair& pair, LinkReader& links,
                                         const std::vector<Shared>& shared) {
  constexpr std::size_t most = 6;  // numbers
  constexpr double least_nats = 8;
  if (shared.size() < 2 || shared.size() > most) return std::nullopt;
  // By how much the words around each number of the source render those around each of the
  // target; one source after the other, since each is read once.
  std::vector<std::string> target;
  for (const Shared& one : shared)
    target.push_back(surroundings(pair.target, *one.target));
  std::array<std::array<double, most>, most> rendered{};
  for (std::size_t here = 0; here < shared.size(); ++here) {
    const std::string source = surroundings(pair.source, *shared[here].source);
    for (std::size_t there = 0; there < shared.size(); ++there)
      rendered.at(here).at(there) = links.rendered(target[there], source);
  }
  std::optional<ToldByWords> best;
  for (std::size_t one = 0; one < shared.size(); ++one)
    for (std::size_t other = one + 1; other < shared.size(); ++other) {
      if (are_close(shared[one], shared[other])) continue;
      const double nats = rendered.at(other).at(one) + rendered.at(one).at(other) -
                          rendered.at(one).at(one) - rendered.at(other).at(other);
      if (nats >= std::max(least_nats, best ? best->nats : 0))
        best = ToldByWords{{one, other}, nats};
    }
  return best;
}

/// 10–5 for 5–10: what is between the numbers makes them a range, which runs upwards in
/// the source.
bool is_range_turned_round(const CellPair& pair, const Shared& one, const Shared& other) {
  constexpr std::array<std::string_view, 14> links{"-", "–", "—",  "~",   "至", "到", "to",
                                                   "à", "a", "до", "إلى", "～", "－", "−"};
  const Number& first =
      one.target->range.begin < other.target->range.begin ? *one.target : *other.target;
  const Number& second = &first == one.target ? *other.target : *one.target;
  const std::string_view text = pair.target.text;
  std::string_view gap = text.substr(first.range.end, second.range.begin - first.range.end);
  while (gap.starts_with(' ') || gap.starts_with('%'))
    gap.remove_prefix(1);
  while (gap.ends_with(' '))
    gap.remove_suffix(1);
  // The source's order is the target's turned round, so it runs upwards there.
  const auto value = [](const Number& number) { return std::stod(number.value); };
  return std::ranges::find(links, gap) != links.end() && value(first) > value(second);
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

/// How certain it is that two numbers that change places should not.
double order_certainty(const CellPair& pair, const CheckContext& around,
                       const Shared& first, const Shared& second, std::size_t numbers) {
  constexpr double sure = 0.9;  // a vote, a range
  constexpr double told = 0.5;  // by the words around them
  constexpr double among_many = 0.3;
  constexpr double of_two = 0.25;
  constexpr double either_first = 0.1;  // item 5, paragraph 2: mostly right
  constexpr double telling = 4;         // nats
  if (is_vote(pair.source) && is_vote(pair.target)) return sure;
  if (is_range_turned_round(pair, first, second)) return sure;
  constexpr double of_a_nat = 0.01;
  constexpr double quite_told = 0.7;
  const double nats = evidence_of_exchange(pair, around.links, first, second);
  if (nats >= telling) return std::min(told + of_a_nat * nats, quite_told);
  const Units units = units_of(pair.target, *first.target, *second.target);
  if (units == Units::different || (units == Units::none && numbers == 2))
    return either_first;
  return numbers > 2 ? among_many : of_two;
}

Finding out_of_order(const CellPair& pair, const Shared& first, const Shared& second,
                     double certainty) {
  Finding finding = make_finding(Rule::number, pair, certainty);
  finding.source =
      spots_of(*pair.source.cell, std::vector{first.source->range, second.source->range});
  finding.target =
      spots_of(*pair.target.cell, std::vector{first.target->range, second.target->range});
  finding.message = in_quotes(pair.target.at(first.target->range)) + " and " +
                    in_quotes(pair.target.at(second.target->range)) +
                    " are in another order than in the " +
                    std::string(english_name(pair.source.language()));
  return finding;
}

/// 2020 to 2010 for 2010 to 2020: two years tell something only as the ends of a range.
void check_year_ranges(const CellPair& pair, Findings& findings) {
  constexpr double sure = 0.9;
  const std::vector<Shared> years = shared_numbers(pair, is_bare_year);
  for (std::size_t index = 0; index + 1 < years.size(); ++index) {
    const Shared& first = years[index];
    const Shared& second = years[index + 1];
    if (first.target->range.begin > second.target->range.begin &&
        is_range_turned_round(pair, first, second))
      findings.push_back(out_of_order(pair, first, second, sure));
  }
}

/// Dates as numbers that are told apart by month and day.
std::vector<Number> dates_as_numbers(const ParsedCell& side) {
  std::vector<Number> dates;
  for (const Date& date : side.dates)
    if (date.day) {
      Number number;
      number.range = date.range;
      number.value = std::to_string(date.month) + '/' + std::to_string(*date.day);
      dates.push_back(std::move(number));
    }
  return dates;
}

/// Two dates in another order than in the source, where the words around them tell that it
/// is no matter of style.
void check_date_order(const CellPair& pair, LinkReader& links, Findings& findings) {
  const std::vector<Number> source = dates_as_numbers(pair.source);
  const std::vector<Number> target = dates_as_numbers(pair.target);
  if (source.size() < 2 || source.size() != target.size()) return;
  std::vector<std::size_t> moved;
  for (std::size_t index = 0; index < source.size(); ++index)
    if (source[index].value != target[index].value) moved.push_back(index);
  if (moved.size() != 2 || source[moved[0]].value != target[moved[1]].value ||
      source[moved[1]].value != target[moved[0]].value)
    return;
  const Shared first{&source[moved[0]], &target[moved[1]]};
  const Shared second{&source[moved[1]], &target[moved[0]]};
  const double nats = evidence_of_exchange(pair, links, first, second);
  // Source: 300 swaps planted into five languages of TICO-19, of which 44 are of two dates;
  // where none are planted, dates change their order three times in 42,680 pairs.
  constexpr double unsaid = 0.5;
  constexpr double told = 0.75;
  findings.push_back(out_of_order(pair, first, second, nats > 0 ? told : unsaid));
}

}  // namespace

void check_number_order(const CellPair& pair, const CheckContext& around,
                        Findings& findings) {
  check_year_ranges(pair, findings);
  check_date_order(pair, around.links, findings);
  const std::vector<Shared> shared = shared_numbers(pair, is_no_year);
  if (const auto told = told_by_units(pair, shared)) {
    constexpr double exchanged_units = 0.8;
    const Shared& first = shared[told->first];
    const Shared& second = shared[told->second];
    findings.push_back(out_of_order(pair, first, second, exchanged_units));
    findings.back().message = in_quotes(pair.target.at(first.target->range)) + " and " +
                              in_quotes(pair.target.at(second.target->range)) +
                              " have changed places, as the units tell: see the " +
                              std::string(english_name(pair.source.language()));
  } else if (const auto places = exchanged(pair, is_no_year)) {
    const auto& [first, second] = *places;
    findings.push_back(out_of_order(
        pair, first, second, order_certainty(pair, around, first, second, shared.size())));
  } else if (const auto words = told_by_words(pair, around.links, shared)) {
    constexpr double either_order = 0.15;  // free wording moves words as often
    findings.push_back(out_of_order(pair, shared[words->places.first],
                                    shared[words->places.second], either_order));
  }
}

}  // namespace hexapla
