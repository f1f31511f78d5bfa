#include "check/rules/rules.hpp"
#include "check/rules/unmatched.hpp"

#include <algorithm>

namespace hexapla {
namespace {

bool number_alike(const ListLabel& one, const ListLabel& other) {
  return std::ranges::any_of(one.places, [&](std::size_t place) {
    return std::ranges::find(other.places, place) != other.places.end();
  });
}

/// Paragraph 3 (c) for 第 3(b) 段.
void check_cited_labels(const CellPair& pair, Findings& findings) {
  const auto sources = cited_labels(pair.source.text);
  if (sources.empty()) return;
  const auto targets = cited_labels(pair.target.text);
  if (sources.size() != targets.size()) return;
  const auto lost = unmatched(sources, targets, number_alike);
  const auto added = unmatched(targets, sources, number_alike);
  if (lost.size() != added.size()) return;
  constexpr double certainty = 0.85;
  for (std::size_t at = 0; at < lost.size(); ++at) {
    Finding finding = make_finding(Rule::list_number, pair, certainty);
    finding.source = spots_of(*pair.source.cell, lost[at].range);
    finding.target = spots_of(*pair.target.cell, added[at].range);
    finding.message = in_quotes(pair.target.at(added[at].range)) + " is here for " +
                      in_quotes(pair.source.at(lost[at].range));
    findings.push_back(std::move(finding));
  }
}

}  // namespace

void check_list_numbers(const CellPair& pair, const CheckContext& /*around*/,
                        Findings& findings) {
  check_cited_labels(pair, findings);
  const auto& source = pair.source.label;
  const auto& target = pair.target.label;
  if (!source && !target) return;
  if (source && target && number_alike(*source, *target)) return;
  // Numbers of paragraphs are often lost with the layout: that is no error of a translator.
  constexpr double changed = 0.95;
  constexpr double one_sided = 0.75;
  Finding finding =
      make_finding(Rule::list_number, pair, source && target ? changed : one_sided);
  finding.source =
      source ? spots_of(*pair.source.cell, source->range) : whole(*pair.source.cell);
  finding.target = target ? spots_of(*pair.target.cell, target->range)
                          : where_expected(pair, source->range);
  if (!target) {
    finding.message =
        "the number " + in_quotes(pair.source.at(source->range)) + " is missing";
  } else if (!source) {
    finding.message = "the number " + in_quotes(pair.target.at(target->range)) +
                      " is not in the " + std::string(english_name(pair.source.language()));
  } else {
    finding.message = in_quotes(pair.target.at(target->range)) + " is here for " +
                      in_quotes(pair.source.at(source->range));
  }
  findings.push_back(std::move(finding));
}

}  // namespace hexapla
