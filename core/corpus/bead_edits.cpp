#include "corpus/bead_edits.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace hexapla {
namespace {

[[noreturn]] void refuse_edit(const std::string& why) {
  throw Error(Fault::inconsistent, {"decision", 0}, why);
}

bool holds(const SegmentRun& run, std::uint32_t segment) {
  return run.first <= segment && segment < run.last;
}

}  // namespace

BeadEdits::BeadEdits(const Multitext& multitext, Language source, Language target) {
  for (const Bitext& bitext : multitext.bitexts) {
    const Language one = multitext.documents[bitext.source].document.language;
    const Language other = multitext.documents[bitext.target].document.language;
    const bool same = one == source && other == target;
    const bool turned = one == target && other == source;
    if (!same && !turned) continue;
    bitext_ = &bitext;
    source_ = one;
    target_ = other;
    turned_ = turned;
    return;
  }
  refuse_edit("the work has no pair " + std::string(source.tag()) + ',' +
              std::string(target.tag()));
}

BeadsBetween BeadEdits::bead_with(std::optional<std::uint32_t> source,
                                  std::optional<std::uint32_t> target) const {
  if (turned_) std::swap(source, target);
  for (const Bead& bead : bitext_->beads)
    if ((!source || holds(bead.source, *source)) &&
        (!target || holds(bead.target, *target)))
      return {source_, target_, {bead}};
  refuse_edit("no link holds these segments; see hexapla show");
}

std::size_t BeadEdits::before(Border border) const {
  const auto& beads = bitext_->beads;
  for (std::size_t i = 0; i + 1 < beads.size(); ++i)
    if (beads[i].source.last == border.source && beads[i].target.last == border.target &&
        beads[i + 1].source.first == border.source &&
        beads[i + 1].target.first == border.target)
      return i;
  refuse_edit("no two links meet before the segments " + std::to_string(border.source) +
              " and " + std::to_string(border.target));
}

Decision BeadEdits::replacing(std::vector<Bead> beads, std::vector<Bead> after) const {
  Decision decision;
  decision.kind = DecisionKind::replace;
  decision.beads = {{source_, target_, std::move(beads)}};
  decision.after = {{source_, target_, std::move(after)}};
  return decision;
}

Decision BeadEdits::merge(Border border) const {
  if (turned_) std::swap(border.source, border.target);
  const std::size_t at = before(border);
  const Bead& first = bitext_->beads[at];
  const Bead& second = bitext_->beads[at + 1];
  return replacing({first, second}, {{{first.source.first, second.source.last},
                                      {first.target.first, second.target.last},
                                      1}});
}

Decision BeadEdits::split(Border border) const {
  if (turned_) std::swap(border.source, border.target);
  for (const Bead& bead : bitext_->beads) {
    const bool inside =
        bead.source.first <= border.source && border.source <= bead.source.last &&
        bead.target.first <= border.target && border.target <= bead.target.last;
    const Bead first{
        {bead.source.first, border.source}, {bead.target.first, border.target}, 1};
    const Bead second{
        {border.source, bead.source.last}, {border.target, bead.target.last}, 1};
    const auto empty = [](const Bead& part) {
      return part.source.empty() && part.target.empty();
    };
    if (inside && !empty(first) && !empty(second))
      return replacing({bead}, {first, second});
  }
  refuse_edit("no link can be cut before the segments " + std::to_string(border.source) +
              " and " + std::to_string(border.target));
}

Decision BeadEdits::move(Border border, Border to) const {
  if (turned_) {
    std::swap(border.source, border.target);
    std::swap(to.source, to.target);
  }
  const std::size_t at = before(border);
  const Bead& first = bitext_->beads[at];
  const Bead& second = bitext_->beads[at + 1];
  if (to.source < first.source.first || to.source > second.source.last ||
      to.target < first.target.first || to.target > second.target.last)
    refuse_edit("the border would leave the two links that it lies between");
  return replacing({first, second},
                   {{{first.source.first, to.source}, {first.target.first, to.target}, 1},
                    {{to.source, second.source.last}, {to.target, second.target.last}, 1}});
}

}  // namespace hexapla
