#include "check/rules/likeness.hpp"
#include "check/rules/rules.hpp"

#include <algorithm>

namespace hexapla {
namespace {

std::vector<ByteRange> not_among(const ParsedCell& side, const ParsedCell& other) {
  std::vector<ByteRange> result;
  for (const ByteRange url : side.urls) {
    const bool there = std::ranges::any_of(other.urls, [&](ByteRange candidate) {
      return other.at(candidate) == side.at(url);
    });
    if (!there) result.push_back(url);
  }
  return result;
}

}  // namespace

void check_urls(const CellPair& pair, const CheckContext& /*around*/, Findings& findings) {
  std::vector<ByteRange> changed = not_among(pair.target, pair.source);
  for (const ByteRange url : not_among(pair.source, pair.target)) {
    Finding finding = make_finding(Rule::url, Severity::error, pair);
    finding.source = spots_of(*pair.source.cell, url);
    finding.suggestion = pair.source.at(url);
    if (changed.empty()) {
      finding.target = where_expected(pair, url);
      finding.message = "the address of the " +
                        std::string(english_name(pair.source.language())) + " is missing";
    } else {
      const auto nearest = std::ranges::max_element(changed, {}, [&](ByteRange candidate) {
        return likeness(pair.target.at(candidate), pair.source.at(url));
      });
      finding.target = spots_of(*pair.target.cell, *nearest);
      finding.message = "the address is another one than in the " +
                        std::string(english_name(pair.source.language()));
      changed.erase(nearest);
    }
    findings.push_back(std::move(finding));
  }
  for (const ByteRange url : changed) {
    Finding finding = make_finding(Rule::url, Severity::warning, pair);
    finding.source = whole(*pair.source.cell);
    finding.target = spots_of(*pair.target.cell, url);
    finding.message =
        "this address is not in the " + std::string(english_name(pair.source.language()));
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
