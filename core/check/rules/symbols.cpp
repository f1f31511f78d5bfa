#include "check/rules/likeness.hpp"
#include "check/rules/rules.hpp"

#include <algorithm>

namespace hexapla {
namespace {

std::vector<ByteRange> not_among(const ParsedCell& side, const ParsedCell& other) {
  std::vector<ByteRange> result;
  for (const ByteRange symbol : side.symbols) {
    // An address may hold the symbol of the document that it leads to.
    if (other.cell->text.find(side.at(symbol)) == std::string::npos)
      result.push_back(symbol);
  }
  return result;
}

Finding departure(const CellPair& pair, ByteRange source, ByteRange target) {
  Finding finding = make_finding(Rule::symbol, Severity::error, pair);
  finding.source = spots_of(*pair.source.cell, source);
  finding.target = spots_of(*pair.target.cell, target);
  finding.message = quoted(pair.target.at(target)) + " stands for the symbol " +
                    quoted(pair.source.at(source)) + " of the " +
                    std::string(english_name(pair.source.language()));
  finding.suggestion = pair.source.at(source);
  return finding;
}

Finding missing(const CellPair& pair, ByteRange source) {
  Finding finding = make_finding(Rule::symbol, Severity::error, pair);
  finding.source = spots_of(*pair.source.cell, source);
  finding.target = where_expected(pair, source);
  finding.message = "the symbol " + quoted(pair.source.at(source)) + " is missing";
  finding.suggestion = pair.source.at(source);
  return finding;
}

Finding added(const CellPair& pair, ByteRange target) {
  Finding finding = make_finding(Rule::symbol, Severity::warning, pair);
  finding.source = whole(*pair.source.cell);
  finding.target = spots_of(*pair.target.cell, target);
  finding.message = "the symbol " + quoted(pair.target.at(target)) + " is not in the " +
                    std::string(english_name(pair.source.language()));
  return finding;
}

}  // namespace

void check_symbols(const CellPair& pair, const CheckContext& /*around*/,
                   Findings& findings) {
  std::vector<ByteRange> others = not_among(pair.target, pair.source);
  for (const ByteRange symbol : not_among(pair.source, pair.target)) {
    const auto nearest = std::ranges::max_element(others, {}, [&](ByteRange other) {
      return likeness(pair.target.at(other), pair.source.at(symbol));
    });
    if (nearest == others.end()) {
      findings.push_back(missing(pair, symbol));
    } else {
      findings.push_back(departure(pair, symbol, *nearest));
      others.erase(nearest);
    }
  }
  for (const ByteRange symbol : others)
    findings.push_back(added(pair, symbol));
}

}  // namespace hexapla
