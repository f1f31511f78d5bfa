#include "exchange/filter/quality_table.hpp"

#include "exchange/filter/filter_rule.hpp"
#include "format/tab_field.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>

namespace hexapla {
namespace {

/// Lengths that have nothing in common shall not hide all others in a mean.
constexpr double largest_counted_ratio = 10;

bool has_empty_side(const TranslationUnit& unit) {
  return unit.variants.size() < 2 ||
         std::ranges::any_of(unit.variants, [](const Variant& variant) {
           return variant.text.find_first_not_of(" \t\n\r") == std::string::npos;
         });
}

double mean_shared_numbers(const TranslationUnit& unit) {
  if (unit.variants.size() < 2) return 1;
  double sum = 0;
  for (std::size_t at = 1; at < unit.variants.size(); ++at)
    sum += shared_numbers(unit.variants.front(), unit.variants[at]);
  return sum / static_cast<double>(unit.variants.size() - 1);
}

std::string of_units(double sum, std::size_t units) {
  std::array<char, 16> digits{};
  (void)std::snprintf(digits.data(), digits.size(), "%.3f",
                      sum / static_cast<double>(std::max<std::size_t>(units, 1)));
  return digits.data();
}

}  // namespace

void QualityTable::look(const std::string& document, const TranslationUnit& unit) {
  Sums& sums = documents_[document];
  ++sums.units;
  sums.confidence += unit.confidence;
  sums.length_ratio += std::min(length_ratio_of(unit), largest_counted_ratio);
  sums.shared_numbers += mean_shared_numbers(unit);
  sums.other_language +=
      static_cast<std::size_t>(std::ranges::any_of(unit.variants, reads_as_another));
  sums.empty_side += static_cast<std::size_t>(has_empty_side(unit));
}

void QualityTable::count(const std::string& document, const std::string& reason) {
  Sums& sums = documents_[document];
  if (reason.empty()) {
    ++sums.kept;
    return;
  }
  ++sums.dropped[reason];
  if (std::ranges::find(reasons_, reason) == reasons_.end()) reasons_.push_back(reason);
}

void QualityTable::write(std::ostream& out) const {
  out << "document\tunits\tkept\tconfidence\tlength_ratio\tshared_numbers\tother_language"
         "\tempty_side";
  for (const std::string& reason : reasons_)
    out << '\t' << tab_field(reason);
  out << '\n';
  for (const auto& [document, sums] : documents_) {
    out << tab_field(document) << '\t' << sums.units << '\t' << sums.kept << '\t'
        << of_units(sums.confidence, sums.units) << '\t'
        << of_units(sums.length_ratio, sums.units) << '\t'
        << of_units(sums.shared_numbers, sums.units) << '\t'
        << of_units(static_cast<double>(sums.other_language), sums.units) << '\t'
        << of_units(static_cast<double>(sums.empty_side), sums.units);
    for (const std::string& reason : reasons_) {
      const auto found = sums.dropped.find(reason);
      out << '\t' << (found == sums.dropped.end() ? 0 : found->second);
    }
    out << '\n';
  }
}

}  // namespace hexapla
