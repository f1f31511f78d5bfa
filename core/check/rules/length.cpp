#include "check/rules/rules.hpp"

#include <algorithm>
#include <cmath>

namespace hexapla {

namespace {

/// A name is as long as its letters make it: five characters may be thirteen letters.
bool is_signature(const ParsedCell& side) {
  return std::ranges::any_of(side.cell->pieces, [](const Piece& piece) {
    return piece.kind == BlockKind::signature;
  });
}

}  // namespace

/// Against the document's own proportion, so that no pair of languages needs figures.
void check_length(const CellPair& pair, const CheckContext& around, Findings& findings) {
  constexpr std::size_t shortest = 24;  // letters of the longer side
  constexpr double noticed = 2.6;       // standard deviations, with doubt;
  // Where it is as likely wrong as right, and how soon it is likelier: fitted to four words
  // left of sixteen and more, in five languages of TICO-19.
  constexpr double suspicious = 5.0;
  constexpr double of_a_deviation = 1.5;  // nats
  constexpr double least_factor = 0.7;    // nats: at least twice or half as long as usual
  const std::size_t source = count_letters(pair.source);
  const std::size_t target = count_letters(pair.target);
  // Of dates, figures and names there is nothing to compare on the shorter side either.
  if (std::max(source, target) < shortest) return;
  if (is_signature(pair.source) || is_signature(pair.target)) return;
  // A label alone, where the other side has a sentence, is as short as can be.
  const auto departure = around.document.length_departure(std::max<std::size_t>(source, 1),
                                                          std::max<std::size_t>(target, 1));
  if (!departure || std::abs(departure->nats) < least_factor) return;
  const double deviations = std::abs(departure->deviations);
  if (deviations < noticed) return;
  Finding finding = make_finding(
      Rule::length, pair, 1 / (1 + std::exp(of_a_deviation * (suspicious - deviations))));
  finding.source = whole(*pair.source.cell);
  finding.target = whole(*pair.target.cell);
  finding.message = departure->nats < 0
                        ? "much shorter than the source: is something left out?"
                        : "much longer than the source: is something added?";
  findings.push_back(std::move(finding));
}

}  // namespace hexapla
