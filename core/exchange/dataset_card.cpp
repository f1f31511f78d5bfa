#include "exchange/dataset_card.hpp"

#include "exchange/dataset/yaml_text.hpp"

#include <algorithm>
#include <numeric>
#include <ostream>

namespace hexapla {
namespace {

/// The size classes that cards know.
std::string_view size_class(std::size_t units) {
  struct SizeClass {
    std::size_t below;
    std::string_view name;
  };
  constexpr std::array<SizeClass, 5> classes{{{1'000, "n<1K"},
                                              {10'000, "1K<n<10K"},
                                              {100'000, "10K<n<100K"},
                                              {1'000'000, "100K<n<1M"},
                                              {10'000'000, "1M<n<10M"}}};
  const auto* const found = std::ranges::upper_bound(classes, units, {}, &SizeClass::below);
  return found == classes.end() ? "10M<n<100M" : found->name;
}

}  // namespace

void write_dataset_card(std::ostream& out, const DatasetFacts& facts) {
  const std::size_t total =
      std::accumulate(facts.units.begin(), facts.units.end(), std::size_t{0});
  out << "---\nlanguage:\n";
  for (const Language language : facts.languages)
    out << "- " << language.tag() << '\n';
  out << "multilinguality:\n- translation\ntask_categories:\n- translation\n"
      << "pretty_name: " << yaml_text(facts.name) << "\nsize_categories:\n- "
      << size_class(total) << "\nconfigs:\n- config_name: default\n  data_files:\n";
  for (const Split split : {Split::train, Split::dev, Split::test}) {
    const auto at = static_cast<std::size_t>(split);
    if (facts.units.at(at) == 0) continue;
    out << "  - split: " << (split == Split::dev ? "validation" : name_of(split))
        << "\n    path: " << yaml_text(facts.files.at(at)) << '\n';
  }
  out << "---\n\n# " << facts.name << "\n\n"
      << total << " aligned units, written by hexapla " << facts.program_version
      << ". A line is an object: `id`, `confidence` (0 to 1), `translation` by "
         "language.\n\n"
      << "| part | file | units |\n|---|---|---|\n";
  for (const Split split : {Split::train, Split::dev, Split::test}) {
    const auto at = static_cast<std::size_t>(split);
    out << "| " << name_of(split) << " | `" << facts.files.at(at) << "` | "
        << facts.units.at(at) << " |\n";
  }
  out << "\nThe parts are dealt by " << facts.dealt_by << ": a hash of it with the seed "
      << facts.seed << ", so that no " << facts.dealt_by << " is in two parts.\n";
  if (!facts.filters.empty()) out << "\nLeft out: " << facts.filters << ".\n";
}

}  // namespace hexapla
