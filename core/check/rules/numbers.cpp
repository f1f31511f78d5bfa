#include "check/rules/likeness.hpp"
#include "check/rules/number_matches.hpp"
#include "check/rules/ratios.hpp"
#include "check/rules/rules.hpp"
#include "check/rules/unit_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hexapla {
namespace {

/// Small ordinals, shares, and one and two, for which there are articles, duals and pairs,
/// and none: a language may leave them unsaid or hide them in a word.
bool may_be_unsaid(const Number& number) {
  const bool small_ordinal =
      number.ordinal && (number.in_words || number.value.size() == 1);
  return small_ordinal || number.fraction || number.value == "0" || number.value == "1" ||
         number.value == "2";
}

bool repeats(const Number& number, const ParsedCell& other) {
  return std::ranges::any_of(other.numbers,
                             [&](const Number& one) { return one.value == number.value; });
}

bool is_phone(const std::string& value) {
  return value.starts_with('+');
}

/// `1774` with the grouping mark of `language`.
std::string in_figures(const std::string& value, Language language) {
  constexpr std::size_t group = 3;
  constexpr std::size_t shortest_grouped = 4;
  const std::size_t whole_part = std::min(value.find('.'), value.size());
  if (whole_part < shortest_grouped || is_phone(value)) return value;
  const std::string_view mark = language.primary() == "en"   ? ","
                                : language.primary() == "es" ? "."
                                                             : "\u00A0";
  std::string result;
  for (std::size_t at = 0; at < whole_part; ++at) {
    if (at > 0 && (whole_part - at) % group == 0) result += mark;
    result += value[at];
  }
  return result.append(value, whole_part, std::string::npos);
}

/// 4.2 billion for 4.2 trillion, 2.500 for 2 500: the same figures with another multiplier
/// or another mark.
bool differ_by_multiplier(const std::string& one, const std::string& other) {
  constexpr std::array<std::size_t, 5> multipliers{3, 4, 6, 8, 9};  // powers of ten
  return std::ranges::any_of(multipliers, [&](std::size_t zeros) {
    return shifted(one, zeros) == other || shifted(other, zeros) == one;
  });
}

/// 10.700 beside 10 700: perhaps only the mark of another language.
bool differ_by_mark(const std::string& one, const std::string& other) {
  constexpr std::size_t group = 3;
  const auto may_be_grouped = [](const std::string& value) {
    const std::size_t point = value.find('.');
    return point != std::string::npos && value.size() - point - 1 <= group;
  };
  return (may_be_grouped(one) && shifted(one, group) == other) ||
         (may_be_grouped(other) && shifted(other, group) == one);
}

/// 1000, 1 000 000: round numbers are often said by a word (a thousand, миллион).
bool is_power_of_ten(const std::string& value) {
  constexpr std::size_t shortest = 3;  // digits
  return value.size() >= shortest && value[0] == '1' &&
         value.find_first_not_of('0', 1) == std::string::npos;
}

/// 2.64 and 26.4, 1.1 and 1: a point set otherwise, or an index that one side leaves out.
bool may_be_index(const std::string& one, const std::string& other) {
  std::string digits = one;
  std::string others = other;
  std::erase(digits, '.');
  std::erase(others, '.');
  const bool fraction =
      one.find('.') != std::string::npos || other.find('.') != std::string::npos;
  return fraction && (digits.ends_with(others) || others.ends_with(digits) ||
                      digits.starts_with(others) || others.starts_with(digits));
}

/// 12.5 and 1.25 per cent, 1.5 and 15 degrees: with a unit a number is no index.
bool is_point_moved(const CellPair& pair, const Number& source, const Number& target) {
  std::string digits = source.value;
  std::string others = target.value;
  const bool both = std::erase(digits, '.') + std::erase(others, '.') == 2;
  // Of 3 and 3.25 hours, words may say the rest.
  return (both || digits == others) && unit_at(pair.source.text, source.range) &&
         unit_at(pair.target.text, target.range);
}

/// A slip of the pen is likely where figures are on both sides and look alike.
double number_certainty(const CellPair& pair, const Number& source, const Number& target) {
  constexpr double slip = 0.95;
  constexpr double other_figures = 0.8;
  constexpr double in_words = 0.5;
  constexpr double other_mark = 0.6;
  constexpr double other_habit = 0.15;  // 2.500 on both sides: one follows another custom
  if (pair.source.at(source.range) == pair.target.at(target.range)) return other_habit;
  if (source.fraction && target.fraction) return slip;
  constexpr double ordinal_in_words = 0.85;  // first of all, the third of them
  if (source.ordinal && target.ordinal)
    return source.in_words && target.in_words ? ordinal_in_words : slip;
  if (ratio_of(pair.source, source) && ratio_of(pair.target, target)) return slip;
  if (differ_by_multiplier(source.value, target.value))
    return differ_by_mark(source.value, target.value) ? other_mark : slip;
  if (source.in_words || target.in_words) return in_words;
  constexpr double index = 0.15;
  if (is_point_moved(pair, source, target)) return slip;
  if (may_be_index(source.value, target.value)) return index;
  return likeness(source.value, target.value) >= 0.5 ? slip : other_figures;
}

/// 2021: a text may take it from what is before.
bool is_year(const std::string& value) {
  constexpr std::size_t of_year = 4;
  return value.size() == of_year && (value.starts_with("19") || value.starts_with("20"));
}

/// Of a number on one side only.
double certainty_alone(const Number& number) {
  constexpr double figures = 0.6;
  constexpr double one_figure = 0.4;
  constexpr double round = 0.15;
  constexpr double in_words = 0.1;
  if (number.in_words) return in_words;
  if (is_power_of_ten(number.value)) return round;
  return number.value.size() == 1 ? one_figure : figures;
}

Severity severity_of(double certainty) {
  constexpr double likely = 0.8;
  constexpr double possible = 0.2;
  return certainty >= likely     ? Severity::error
         : certainty >= possible ? Severity::warning
                                 : Severity::note;
}

Finding number_departure(const CellPair& pair, const Number& source, const Number& target) {
  const double certainty = number_certainty(pair, source, target);
  Finding finding = make_finding(Rule::number, severity_of(certainty), pair, certainty);
  finding.source = spots_of(*pair.source.cell, source.range);
  finding.target = spots_of(*pair.target.cell, target.range);
  finding.message = in_quotes(pair.target.at(target.range)) + " is here for " +
                    in_quotes(pair.source.at(source.range)) + " of the " +
                    std::string(english_name(pair.source.language()));
  finding.suggestion = in_figures(source.value, pair.target.language());
  return finding;
}

Finding missing_number(const CellPair& pair, const Number& number) {
  const double certainty = certainty_alone(number);
  Finding finding = make_finding(Rule::number, severity_of(certainty), pair, certainty);
  finding.source = spots_of(*pair.source.cell, number.range);
  finding.target = where_expected(pair, number.range);
  finding.message = "the number " + in_quotes(pair.source.at(number.range)) + " of the " +
                    std::string(english_name(pair.source.language())) + " is missing";
  finding.suggestion = in_figures(number.value, pair.target.language());
  return finding;
}

Finding added_number(const CellPair& pair, const Number& number) {
  constexpr double year = 0.15;
  const double certainty = is_year(number.value) ? year : certainty_alone(number);
  Finding finding = make_finding(
      Rule::number, std::min(severity_of(certainty), Severity::warning), pair, certainty);
  finding.source = whole(*pair.source.cell);
  finding.target = spots_of(*pair.target.cell, number.range);
  finding.message = "the number " + in_quotes(pair.target.at(number.range)) +
                    " is not in the " + std::string(english_name(pair.source.language()));
  return finding;
}

/// 第 51 条 and Article 51, 第七章 and Chapter 7: where Chinese counts in order, others
/// number.
bool may_number(const Number& one, const Number& other) {
  return one.ordinal == other.ordinal || !(one.ordinal ? other : one).in_words;
}

/// Whether two numbers that both lack their equal can stand for each other.
bool may_correspond(const Number& one, const Number& other) {
  if (one.fraction != other.fraction || is_phone(one.value) != is_phone(other.value))
    return false;
  if (one.fraction) return true;
  if (!may_number(one, other)) return false;
  if (!one.in_words && !other.in_words) return true;
  // 附件一 for annex II, the first quarter for the second.
  if (one.ordinal && other.ordinal) return true;
  // "First" and "one" stand for articles and adverbs; they prove nothing.
  const auto is_article = [](const Number& number) {
    return number.value == "1" || (number.value == "2" && !number.ordinal);
  };
  if ((is_article(one) && one.in_words) || (is_article(other) && other.in_words))
    return false;
  return !(may_be_unsaid(one) && may_be_unsaid(other));
}

/// Which number of the target most likely is where `number` should: alike digits first.
std::optional<std::size_t> counterpart(const Number& number,
                                       const std::vector<Number>& target) {
  constexpr double perhaps_adverb = 0.25;  // first, or the I of a name
  std::optional<std::size_t> best;
  double best_likeness = -1;
  for (std::size_t index = 0; index < target.size(); ++index) {
    if (!may_correspond(number, target[index])) continue;
    const double here = likeness(number.value, target[index].value) +
                        (number.ordinal == target[index].ordinal ? 0.5 : 0) -
                        (target[index].value == "1" ? perhaps_adverb : 0);
    if (here <= best_likeness) continue;
    best = index;
    best_likeness = here;
  }
  return best;
}

/// −15 that lost its sign, or got one.
void check_signs(const CellPair& pair, Findings& findings) {
  constexpr double certainty = 0.9;
  const auto same_values = [](const ParsedCell& side, const Number& number) {
    std::vector<const Number*> same;
    for (const Number& one : side.numbers)
      if (one.value == number.value) same.push_back(&one);
    return same;
  };
  for (const Number& number : pair.source.numbers) {
    const auto here = same_values(pair.source, number);
    const auto there = same_values(pair.target, number);
    if (here.size() != 1 || there.size() != 1 || here[0]->negative == there[0]->negative)
      continue;
    Finding finding = make_finding(Rule::number, Severity::error, pair, certainty);
    finding.source = spots_of(*pair.source.cell, here[0]->range);
    finding.target = spots_of(*pair.target.cell, there[0]->range);
    finding.message =
        in_quotes(pair.target.at(there[0]->range)) +
        (number.negative ? " has lost its minus sign"
                         : " is negative, which it is not in the " +
                               std::string(english_name(pair.source.language())));
    findings.push_back(std::move(finding));
  }
}

/// One in five for a tenth, or a tenth for one in five. What they say is taken out of both.
void check_ratios(const CellPair& pair, std::vector<Number>& source,
                  std::vector<Number>& target, Findings& findings) {
  const auto take_out = [&](std::vector<Number>& shares, std::vector<Number>& wholes,
                            const ParsedCell& side, bool share_is_source) {
    std::erase_if(shares, [&](const Number& share) {
      if (!share.fraction) return false;
      const auto whole = std::ranges::find_if(
          wholes, [&](const Number& number) { return ratio_of(side, number).has_value(); });
      if (whole == wholes.end()) return false;
      if (!is_share(*ratio_of(side, *whole), share.value))
        findings.push_back(share_is_source ? number_departure(pair, share, *whole)
                                           : number_departure(pair, *whole, share));
      wholes.erase(whole);
      return true;
    });
  };
  take_out(source, target, pair.target, true);
  take_out(target, source, pair.source, false);
  // One in five is 20 per cent.
  const auto take_out_percentages = [](std::vector<Number>& some, const ParsedCell& side,
                                       std::vector<Number>& others) {
    std::erase_if(some, [&](const Number& number) {
      const auto ratio = ratio_of(side, number);
      if (!ratio) return false;
      const auto same = std::ranges::find_if(
          others, [&](const Number& other) { return is_percentage(*ratio, other.value); });
      if (same == others.end()) return false;
      others.erase(same);
      return true;
    });
  };
  take_out_percentages(source, pair.source, target);
  take_out_percentages(target, pair.target, source);
  // Каждая пятая for one in four: an ordinal beside a number that is none.
  std::erase_if(source, [&](const Number& number) {
    const auto other = std::ranges::find_if(target, [&](const Number& one) {
      return one.ordinal != number.ordinal && ratio_of(pair.source, number) &&
             ratio_of(pair.target, one);
    });
    if (other == target.end()) return false;
    if (number.value != other->value)
      findings.push_back(number_departure(pair, number, *other));
    target.erase(other);
    return true;
  });
}

/// Numbers of which an earlier check has said that they changed places.
void take_out_reported(const Findings& earlier, const CellPair& pair,
                       std::vector<Number>& source, std::vector<Number>& target) {
  const auto is_in = [](const Cell& cell, const std::vector<Spot>& spots, ByteRange range) {
    return std::ranges::any_of(spots_of(cell, range), [&](const Spot& here) {
      return std::ranges::any_of(spots, [&](const Spot& spot) {
        return spot.segment == here.segment && spot.range.begin < here.range.end &&
               here.range.begin < spot.range.end;
      });
    });
  };
  for (const Finding& finding : earlier) {
    if (finding.rule != Rule::number) continue;
    std::erase_if(source, [&](const Number& number) {
      return is_in(*pair.source.cell, finding.source, number.range);
    });
    std::erase_if(target, [&](const Number& number) {
      return is_in(*pair.target.cell, finding.target, number.range);
    });
  }
}

}  // namespace

void check_numbers(const CellPair& pair, const CheckContext& /*around*/,
                   Findings& findings) {
  auto [source, target] = unmatched_numbers(pair);
  take_out_reported(findings, pair, source, target);
  check_signs(pair, findings);
  check_ratios(pair, source, target, findings);
  // What must be said finds its counterpart first, what may be an adverb (first) last.
  std::ranges::stable_sort(source, {}, [](const Number& one) {
    return int{may_be_unsaid(one)} + int{one.in_words && one.value == "1"};
  });
  for (const Number& number : source) {
    if (const auto other = counterpart(number, target)) {
      findings.push_back(number_departure(pair, number, target[*other]));
      target.erase(target.begin() + static_cast<std::ptrdiff_t>(*other));
    } else if (!may_be_unsaid(number) && !repeats(number, pair.target)) {
      findings.push_back(missing_number(pair, number));
    }
  }
  for (const Number& number : target)
    if (!may_be_unsaid(number) && !repeats(number, pair.source) &&
        !ends_years(number, pair.target, pair.source.numbers))
      findings.push_back(added_number(pair, number));
}

}  // namespace hexapla
