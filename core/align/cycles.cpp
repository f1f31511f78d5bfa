#include "align/cycles.hpp"

#include "align/documents/links_between.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// The ways from `segment` over one third document, and how many of them are direct links.
Tally closed_from(std::uint32_t segment, const WitnessPath& path, const LinkTable& direct) {
  Tally tally;
  const auto links = direct.of(segment);
  for (const auto& there : path.there.of(segment)) {
    for (const auto& on : path.on.of(there.partner)) {
      ++tally.all;
      if (std::ranges::binary_search(links, on.partner, {}, &LinkTable::Link::partner))
        ++tally.right;
    }
  }
  return tally;
}

}  // namespace

std::vector<Tally> closed_cycles(std::span<const Bitext> bitexts,
                                 std::span<const std::uint32_t> sizes) {
  LinksBetween links(static_cast<std::uint32_t>(sizes.size()));
  for (const Bitext& bitext : bitexts)
    links.set(bitext.source, bitext.target, bitext.beads, sizes);
  std::vector<Tally> tallies;
  for (const Bitext& bitext : bitexts) {
    Tally& tally = tallies.emplace_back();
    const LinkTable& direct = links.between(bitext.source, bitext.target);
    for (const WitnessPath& path : links.paths(bitext.source, bitext.target))
      for (std::uint32_t segment = 0; segment < sizes[bitext.source]; ++segment)
        tally += closed_from(segment, path, direct);
  }
  return tallies;
}

}  // namespace hexapla
