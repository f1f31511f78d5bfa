#include "corpus/carry_over.hpp"

#include "align/rows.hpp"
#include "check/dismissals.hpp"
#include "corpus/unique_texts.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace hexapla {
namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFF;

std::vector<std::string_view> texts_of(const SegmentedDocument& version) {
  std::vector<std::string_view> texts;
  for (const Segment& segment : version.segments)
    texts.push_back(version.text_of(segment));
  return texts;
}

/// For each text of `before`, where it is in `after`, or nowhere.
std::vector<std::uint32_t> places_of(std::span<const std::string_view> before,
                                     std::span<const std::string_view> after) {
  std::vector<std::uint32_t> places(before.size(), nowhere);
  std::vector<bool> taken(after.size());
  const auto take = [&](std::size_t from, std::size_t to) {
    if (from >= before.size() || to >= after.size() || places[from] != nowhere ||
        taken[to] || before[from] != after[to])
      return false;
    places[from] = static_cast<std::uint32_t>(to);
    taken[to] = true;
    return true;
  };
  const std::vector<UniqueText> sure = unique_in_order(before, after);
  for (const UniqueText& pair : sure)
    take(pair.before, pair.after);
  for (std::size_t at = 0; take(at, at); ++at) {
  }
  for (std::size_t back = 1; back <= before.size() && back <= after.size() &&
                             take(before.size() - back, after.size() - back);
       ++back) {
  }
  for (const UniqueText& pair : sure) {
    for (std::size_t on = 1; take(pair.before + on, pair.after + on); ++on) {
    }
    for (std::size_t back = 1; back <= pair.before && back <= pair.after &&
                               take(pair.before - back, pair.after - back);
         ++back) {
    }
  }
  return places;
}

bool same_place(const Bead& bead, const Bead& other) {
  const auto same = [](const SegmentRun& run, const SegmentRun& as) {
    return run == as || (run.empty() && as.empty());
  };
  return same(bead.source, other.source) && same(bead.target, other.target);
}

}  // namespace

CarryOver::CarryOver(const Multitext& before, std::span<const SegmentedDocument> versions)
    : before_(before), versions_(versions) {
  for (const SegmentedDocument& old : before.documents) {
    const auto same = std::ranges::find_if(versions, [&](const SegmentedDocument& version) {
      return version.document.language == old.document.language;
    });
    const bool there = same != versions.end();
    version_of_.push_back(there ? static_cast<std::uint32_t>(same - versions.begin())
                                : gone);
    places_.push_back(there ? places_of(texts_of(old), texts_of(*same))
                            : std::vector<std::uint32_t>(old.segments.size(), gone));
  }
}

std::optional<SegmentRun> CarryOver::moved(std::uint32_t document,
                                           const SegmentRun& run) const {
  if (run.empty()) return SegmentRun{0, 0};
  const std::uint32_t first = places_[document][run.first];
  for (std::uint32_t at = run.first; at < run.last; ++at)
    if (places_[document][at] == gone || places_[document][at] != first + (at - run.first))
      return std::nullopt;
  return SegmentRun{first, first + run.size()};
}

std::optional<Bead> CarryOver::moved(const Bitext& bitext, const Bead& bead) const {
  const auto source = moved(bitext.source, bead.source);
  const auto target = moved(bitext.target, bead.target);
  if (!source || !target) return std::nullopt;
  return Bead{*source, *target, bead.confidence};
}

std::uint32_t CarryOver::document_in(Language language) const {
  for (std::uint32_t i = 0; i < before_.documents.size(); ++i)
    if (before_.documents[i].document.language == language) return i;
  return gone;
}

std::optional<Bead> CarryOver::moved(const BeadsBetween& pair, const Bead& bead) const {
  const std::uint32_t source = document_in(pair.source);
  const std::uint32_t target = document_in(pair.target);
  if (source == gone || target == gone || version_of_[source] == gone ||
      version_of_[target] == gone || version_of_[source] > version_of_[target])
    return std::nullopt;
  return moved(Bitext{source, target, {}}, bead);
}

std::vector<ConfirmedBeads> CarryOver::fixed() const {
  std::vector<ConfirmedBeads> pairs;
  for (const Bitext& bitext : before_.bitexts)
    pairs.push_back({bitext.source, bitext.target, bitext.beads});
  return moved_from(pairs);
}

std::vector<ConfirmedBeads> CarryOver::moved_from(
    std::span<const ConfirmedBeads> pairs) const {
  std::vector<ConfirmedBeads> all;
  for (const ConfirmedBeads& pair : pairs) {
    const std::uint32_t source = version_of_[pair.source];
    const std::uint32_t target = version_of_[pair.target];
    if (source == gone || target == gone || source > target) continue;
    ConfirmedBeads held{source, target, {}};
    for (const Bead& bead : pair.beads) {
      // What had no partner may find one in what is new.
      if (bead.source.empty() || bead.target.empty()) continue;
      if (const auto there = moved({pair.source, pair.target, {}}, bead))
        held.beads.push_back(*there);
    }
    if (!held.beads.empty()) all.push_back(std::move(held));
  }
  return all;
}

void CarryOver::restore(Multitext& aligned) const {
  for (const ConfirmedBeads& held : fixed())
    for (Bitext& bitext : aligned.bitexts) {
      if (bitext.source != held.source || bitext.target != held.target) continue;
      // Both are in the order of the source, but for what crosses: look on from the last.
      std::size_t from = 0;
      for (const Bead& bead : held.beads)
        for (std::size_t step = 0; step < bitext.beads.size(); ++step) {
          const std::size_t at = (from + step) % bitext.beads.size();
          if (!same_place(bitext.beads[at], bead)) continue;
          bitext.beads[at].confidence = bead.confidence;
          from = at;
          break;
        }
    }
  aligned.confirmed = moved_from(before_.confirmed);
  std::vector<std::uint32_t> sizes;
  for (const SegmentedDocument& version : aligned.documents)
    sizes.push_back(static_cast<std::uint32_t>(version.segments.size()));
  aligned.rows = rows_from(aligned.bitexts, sizes, aligned.confirmed);
}

std::optional<std::string> CarryOver::moved_dismissal(std::string_view line) const {
  // Rule, language, segment, mark of the texts; a changed text has another mark.
  constexpr std::size_t columns = 4;
  std::vector<std::string> fields;
  for (const std::string_view field : parts_of(line, '\t'))
    fields.emplace_back(field);
  if (fields.size() != columns) return std::nullopt;
  const auto language = Language::from(fields[1]);
  const std::uint32_t document = language ? document_in(*language) : gone;
  const auto segment = static_cast<std::uint32_t>(std::stoul(fields[2]));
  if (document == gone || segment >= places_[document].size()) return std::nullopt;
  if (places_[document][segment] == gone) return std::nullopt;
  return fields[0] + '\t' + fields[1] + '\t' + std::to_string(places_[document][segment]) +
         '\t' + fields[3];
}

std::optional<Decision> CarryOver::kept(const Decision& decision) const {
  // The texts have their borders already; what the machine did it does anew.
  if (changes_borders(decision.kind) || decision.kind == DecisionKind::realign)
    return std::nullopt;
  Decision kept = decision;
  if (decision.kind == DecisionKind::replace) {
    kept.kind = DecisionKind::confirm;
    kept.beads = std::exchange(kept.after, {});
  }
  const bool is_on_beads = !kept.beads.empty();
  for (BeadsBetween& pair : kept.beads) {
    // What had no partner may find one in what is new.
    std::erase_if(pair.beads, [](const Bead& bead) {
      return bead.source.empty() || bead.target.empty();
    });
    for (Bead& bead : pair.beads) {
      const auto there = moved(pair, bead);
      if (!there) return std::nullopt;
      bead = *there;
    }
  }
  std::erase_if(kept.beads, [](const BeadsBetween& pair) { return pair.beads.empty(); });
  if (is_on_beads && kept.beads.empty()) return std::nullopt;
  if (decision.kind == DecisionKind::resolve) return std::nullopt;  // with its comment
  if (decision.kind == DecisionKind::edit || decision.kind == DecisionKind::comment) {
    const std::uint32_t document = document_in(decision.language);
    const auto there = document == gone
                           ? std::nullopt
                           : moved(document, {decision.segment, decision.segment + 1});
    if (!there) return std::nullopt;
    kept.segment = there->first;
  }
  if (decision.kind == DecisionKind::dismiss || decision.kind == DecisionKind::undismiss) {
    kept.finding.clear();
    for (const std::string_view line : parts_of(decision.finding, '\n')) {
      const auto there = moved_dismissal(line);
      if (there) kept.finding += (kept.finding.empty() ? "" : "\n") + *there;
    }
    if (kept.finding.empty()) return std::nullopt;
  }
  return kept;
}

std::size_t CarryOver::unchanged() const noexcept {
  std::size_t count = 0;
  for (const auto& places : places_)
    count += static_cast<std::size_t>(
        std::ranges::count_if(places, [](std::uint32_t place) { return place != gone; }));
  return count;
}

}  // namespace hexapla
