#include "check/rules/likeness.hpp"
#include "check/rules/rules.hpp"
#include "text/symbol.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hexapla {
namespace {

/// A symbol with hyphens where it has other dashes: A/77/895–S/2023/363.
std::string with_hyphens(std::string_view text) {
  constexpr std::array<std::string_view, 4> dashes{"\u2010", "\u2011", "\u2012", "\u2013"};
  std::string result(text);
  for (const std::string_view dash : dashes)
    for (std::size_t at = result.find(dash); at != std::string::npos;
         at = result.find(dash, at + 1))
      result.replace(at, dash.size(), "-");
  return result;
}

/// The S/2023/15 and S/2023/17 of a range of symbols; one part where there is no range.
std::vector<std::string> parts_of_range(const std::string& symbol) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < symbol.size(); ++at) {
    const bool starts_symbol =
        symbol[at] == '-' && !symbols_in(std::string_view(symbol).substr(at + 1)).empty() &&
        symbols_in(std::string_view(symbol).substr(at + 1)).front().begin == 0;
    if (starts_symbol) {
      parts.emplace_back();
    } else {
      parts.back() += symbol[at];
    }
  }
  return parts;
}

std::vector<ByteRange> symbols_not_among(const ParsedCell& side, const ParsedCell& other) {
  std::vector<ByteRange> result;
  for (const ByteRange symbol : side.symbols) {
    // An address may hold the symbol of the document that it leads to.
    if (other.cell->text.find(side.at(symbol)) != std::string::npos) continue;
    const std::string text = with_hyphens(other.cell->text);
    const std::string plain = with_hyphens(side.at(symbol));
    const auto is_there = [&](const std::string& part) {
      return text.find(part) != std::string::npos;
    };
    if (!is_there(plain) && !std::ranges::all_of(parts_of_range(plain), is_there))
      result.push_back(symbol);
  }
  return result;
}

Finding symbol_departure(const CellPair& pair, ByteRange source, ByteRange target) {
  constexpr double slip = 0.95;
  constexpr double other_document = 0.88;
  constexpr double alike = 0.6;
  Finding finding = make_finding(
      Rule::symbol, pair,
      likeness(pair.target.at(target), pair.source.at(source)) >= alike ? slip
                                                                        : other_document);
  point_at(finding, pair, source, target);
  finding.message = in_quotes(pair.target.at(target)) + " is here for the symbol " +
                    in_quotes(pair.source.at(source)) + " of the " +
                    std::string(english_name(pair.source.language()));
  finding.suggestion = pair.source.at(source);
  return finding;
}

Finding missing_symbol(const CellPair& pair, ByteRange source) {
  constexpr double lost = 0.88;
  return finding_of_lost(Rule::symbol, pair, lost, source, "symbol");
}

Finding added_symbol(const CellPair& pair, ByteRange target) {
  constexpr double unfounded = 0.6;
  Finding finding = make_finding(Rule::symbol, pair, unfounded);
  finding.source = whole(*pair.source.cell);
  finding.target = spots_of(*pair.target.cell, target);
  finding.message = "the symbol " + in_quotes(pair.target.at(target)) + " is not in the " +
                    std::string(english_name(pair.source.language()));
  return finding;
}

}  // namespace

void check_symbols(const CellPair& pair, const CheckContext& /*around*/,
                   Findings& findings) {
  std::vector<ByteRange> others = symbols_not_among(pair.target, pair.source);
  for (const ByteRange symbol : symbols_not_among(pair.source, pair.target)) {
    const auto nearest = std::ranges::max_element(others, {}, [&](ByteRange other) {
      return likeness(pair.target.at(other), pair.source.at(symbol));
    });
    if (nearest == others.end()) {
      findings.push_back(missing_symbol(pair, symbol));
    } else {
      findings.push_back(symbol_departure(pair, symbol, *nearest));
      others.erase(nearest);
    }
  }
  for (const ByteRange symbol : others)
    findings.push_back(added_symbol(pair, symbol));
}

}  // namespace hexapla
