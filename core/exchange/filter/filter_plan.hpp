#pragma once

#include "format/named_value.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A line of a filter file: what is looked at, and with which numbers.
struct FilterLine {
  std::string text;  ///< As written, without what is for people: "length max=100".
  std::string name;
  std::vector<NamedValue> arguments;
  std::size_t number = 0;  ///< Of the line, from 1.
  std::string file;
};

/// So many of the units that are left, the same ones each time.
struct SampleSettings {
  std::size_t units = 0;  ///< 0: by share.
  double share = 1;
  std::uint64_t seed = 1;
};

enum class SortKey : std::uint8_t { confidence, length, ratio, text };
inline constexpr std::array sort_key_names{
    std::string_view("confidence"), std::string_view("length"), std::string_view("ratio"),
    std::string_view("text")};

struct SortSettings {
  SortKey by = SortKey::confidence;
  bool descending = false;
};

/// What a filter file says: filters in their order, then a sample, then an order.
struct FilterPlan {
  std::vector<FilterLine> filters;
  std::optional<SampleSettings> sample;
  std::optional<SortSettings> sort;
};

/// Reads lines such as
///     length min=1 max=100 in=words      # of each text
///     numbers least=.8                   # what follows # and a space is for people
///     regex drop pattern=^\[\d+\]$       # of a pattern, only after two spaces
///     sample units=100000 seed=1
/// Errors: Fault::malformed with the line: no such filter, no such argument, a number that
///         is none; two samples or two orders.
[[nodiscard]] FilterPlan read_filter_plan(std::string_view text, std::string_view name);

/// The value of an argument. Errors: Fault::malformed, of both, when it is no number from
/// `least` to `most`, or none of `names`.
[[nodiscard]] double argument_of(const FilterLine& line, std::string_view name,
                                 double otherwise, double least, double most);
[[nodiscard]] std::size_t choice_of(const FilterLine& line, std::string_view name,
                                    std::size_t otherwise,
                                    const std::vector<std::string_view>& names);
/// Whether a word without a value is there: "drop".
[[nodiscard]] bool has_word(const FilterLine& line, std::string_view word);
/// Errors: Fault::malformed for an argument that is none of `known`.
void require_known(const FilterLine& line, const std::vector<std::string_view>& known);
[[noreturn]] void refuse_line(const FilterLine& line, const std::string& why);

}  // namespace hexapla
