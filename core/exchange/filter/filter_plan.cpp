#include "exchange/filter/filter_plan.hpp"

#include "exchange/filter/filter_rule.hpp"
#include "text/error.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace hexapla {
namespace {

constexpr std::string_view pattern_argument = "pattern=";

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

/// A pattern may hold a #, and one space before it.
std::string_view without_remark(std::string_view line) {
  const bool has_pattern = line.find(pattern_argument) != std::string_view::npos;
  if (!has_pattern && line.starts_with('#')) return {};
  return line.substr(0, line.find(has_pattern ? "  # " : " #"));
}

FilterLine parsed_line(std::string_view text) {
  FilterLine line;
  line.text = text;
  while (!text.empty()) {
    // A pattern is all that follows, blanks and all.
    const std::size_t end = text.starts_with(pattern_argument)
                                ? text.size()
                                : std::min(text.find_first_of(" \t"), text.size());
    const std::string_view word = text.substr(0, end);
    const std::size_t equals = std::min(word.find('='), word.size());
    const bool has_value = equals < word.size();
    if (line.name.empty()) {
      line.name = word;
    } else {
      line.arguments.push_back({std::string(word.substr(0, equals)),
                                std::string(has_value ? word.substr(equals + 1) : "")});
    }
    text = without_blanks(text.substr(end));
  }
  return line;
}

SampleSettings sample_in(const FilterLine& line) {
  require_known(line, {"units", "share", "seed"});
  constexpr double largest = 1e15;  // that a double counts to, one by one
  SampleSettings sample;
  sample.units = static_cast<std::size_t>(argument_of(line, "units", 0, 1, largest));
  sample.share = argument_of(line, "share", 1, 0, 1);
  sample.seed = static_cast<std::uint64_t>(argument_of(line, "seed", 1, 0, largest));
  if (sample.units == 0 && sample.share == 1)
    refuse_line(line, "how many? units=1000, or share=0.1");
  return sample;
}

SortSettings sort_in(const FilterLine& line) {
  require_known(line, {"by", "descending"});
  return {static_cast<SortKey>(
              choice_of(line, "by", 0, {sort_key_names.begin(), sort_key_names.end()})),
          has_word(line, "descending")};
}

template <class Value>
void set_once(std::optional<Value>& place, Value value, const FilterLine& line) {
  if (place) refuse_line(line, "stands there twice");
  place = std::move(value);
}

}  // namespace

void refuse_line(const FilterLine& line, const std::string& why) {
  throw Error(Fault::malformed, {line.file, line.number}, line.name + ": " + why);
}

double argument_of(const FilterLine& line, std::string_view name, double otherwise,
                   double least, double most) {
  const auto found = std::ranges::find(line.arguments, name, &NamedValue::name);
  if (found == line.arguments.end()) return otherwise;
  double number = std::numeric_limits<double>::quiet_NaN();
  const char* const last = found->value.data() + found->value.size();
  const auto read = std::from_chars(found->value.data(), last, number);
  if (read.ec != std::errc() || read.ptr != last || !(number >= least && number <= most))
    refuse_line(line, std::string(name) + " is no number that makes sense here: '" +
                          found->value + "'");
  return number;
}

std::size_t choice_of(const FilterLine& line, std::string_view name, std::size_t otherwise,
                      const std::vector<std::string_view>& names) {
  const auto found = std::ranges::find(line.arguments, name, &NamedValue::name);
  if (found == line.arguments.end()) return otherwise;
  const auto choice = std::ranges::find(names, found->value);
  if (choice != names.end()) return static_cast<std::size_t>(choice - names.begin());
  std::string all;
  for (const std::string_view known : names)
    all += (all.empty() ? "" : ", ") + std::string(known);
  refuse_line(line, std::string(name) + " is one of " + all);
}

bool has_word(const FilterLine& line, std::string_view word) {
  return std::ranges::find(line.arguments, word, &NamedValue::name) != line.arguments.end();
}

void require_known(const FilterLine& line, const std::vector<std::string_view>& known) {
  for (const NamedValue& argument : line.arguments)
    if (std::ranges::find(known, argument.name) == known.end()) {
      std::string all;
      for (const std::string_view name : known)
        all += (all.empty() ? "" : ", ") + std::string(name);
      refuse_line(line,
                  "knows no '" + argument.name + "'" + (all.empty() ? "" : ", but " + all));
    }
}

FilterPlan read_filter_plan(std::string_view text, std::string_view name) {
  FilterPlan plan;
  std::size_t number = 0;
  for (const std::string_view whole : parts_of(text, '\n')) {
    ++number;
    const std::string_view words = without_blanks(without_remark(whole));
    if (words.empty()) continue;
    FilterLine line = parsed_line(words);
    line.number = number;
    line.file = name;
    if (line.name == "sample") {
      set_once(plan.sample, sample_in(line), line);
    } else if (line.name == "sort") {
      set_once(plan.sort, sort_in(line), line);
    } else {
      (void)rule_of(line);  // all its faults are told before anything is read
      plan.filters.push_back(std::move(line));
    }
  }
  return plan;
}

}  // namespace hexapla
