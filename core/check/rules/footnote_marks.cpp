#include "check/rules/rules.hpp"
#include "check/rules/unmatched.hpp"

#include <algorithm>

namespace hexapla {
namespace {

/// The marks of `side` beyond those that `other` has as well.
std::vector<ByteRange> left_over(const ParsedCell& side, const ParsedCell& other) {
  return unmatched(side.marks, other.marks, [&](ByteRange mark, ByteRange candidate) {
    return other.at(candidate) == side.at(mark);
  });
}

}  // namespace

void check_footnote_marks(const CellPair& pair, const CheckContext& /*around*/,
                          Findings& findings) {
  const std::vector<ByteRange> missing = left_over(pair.source, pair.target);
  const std::vector<ByteRange> added = left_over(pair.target, pair.source);
  for (std::size_t index = 0; index < std::max(missing.size(), added.size()); ++index) {
    const bool has_source = index < missing.size();
    const bool has_target = index < added.size();
    constexpr double changed = 0.95;
    constexpr double one_sided = 0.9;  // marks get lost with the layout, too
    Finding finding = make_finding(Rule::footnote_mark, pair,
                                   has_source && has_target ? changed : one_sided);
    if (has_source) {
      finding.source = spots_of(*pair.source.cell, missing[index]);
      finding.suggestion = pair.source.at(missing[index]);
    }
    finding.target = has_target ? spots_of(*pair.target.cell, added[index])
                                : where_expected(pair, missing[index]);
    const std::string here(has_target ? pair.target.at(added[index]) : "");
    if (has_source && has_target) {
      finding.message = "footnote mark " + here + " is here for mark " + finding.suggestion;
    } else if (has_source) {
      finding.message = "footnote mark " + finding.suggestion + " is missing";
    } else {
      finding.message = "footnote mark " + here + " is not in the " +
                        std::string(english_name(pair.source.language()));
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace hexapla
