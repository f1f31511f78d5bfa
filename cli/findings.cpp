#include "cli/findings.hpp"

#include "align/unit.hpp"
#include "check/check.hpp"

#include <algorithm>
#include <iterator>

namespace hexapla::cli {

std::vector<Finding> findings_of(const Multitext& multitext, const Termbase& termbase) {
  std::vector<Finding> findings;
  for (const Bitext& bitext : multitext.pivot_bitexts())
    std::ranges::move(check(units_of_beads(multitext, bitext), termbase),
                      std::back_inserter(findings));
  return findings;
}

}  // namespace hexapla::cli
