#pragma once

#include "exchange/filter/filter_plan.hpp"
#include "exchange/translation_unit.hpp"
#include "text/interface.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// One filter of a filter file. Asked of units one after the other, in their order.
class FilterRule : public Interface {
 public:
  [[nodiscard]] virtual bool keeps(const TranslationUnit& unit) = 0;
};

/// The filter that a line names.
/// Errors: Fault::malformed with the line when there is none, or its arguments are wrong.
[[nodiscard]] std::unique_ptr<FilterRule> rule_of(const FilterLine& line);

/// Units whose text is like one that came before: `by` its letters, the estimated Jaccard
/// coefficient of its pieces of five letters, or the edit distance of its letters.
/// Source: Broder 1997, "On the resemblance and containment of documents" (minhash), in
///         bands as in Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4.
[[nodiscard]] std::unique_ptr<FilterRule> near_duplicate_rule(const FilterLine& line);

/// How long a text is for comparing lengths: code points, of Han three each, for a
/// translation of Chinese has three times as many letters.
[[nodiscard]] std::size_t comparable_length(std::string_view text);

/// The longest text of a unit in terms of its shortest, in comparable lengths; 1 for one
/// text.
[[nodiscard]] double length_ratio_of(const TranslationUnit& unit);

/// The share of their numbers that two texts have in common, by value: twice those in both
/// over all of them; 1 where there are none.
[[nodiscard]] double shared_numbers(const Variant& source, const Variant& target);

/// A text reads as another of the six languages than the one it is said to be in.
[[nodiscard]] bool reads_as_another(const Variant& variant);

}  // namespace hexapla
