#include "align/streams.hpp"

#include <algorithm>
#include <tuple>

namespace hexapla {
namespace {

/// The runs of the document that the places [run.first, run.last) of a stream make.
std::vector<SegmentRun> runs_in_document(const SegmentRun& run,
                                         const std::vector<std::uint32_t>& stream) {
  std::vector<SegmentRun> runs;
  for (auto place = run.first; place < run.last; ++place) {
    const auto segment = stream[place];
    if (!runs.empty() && runs.back().last == segment) {
      ++runs.back().last;
    } else {
      runs.push_back({segment, segment + 1});
    }
  }
  return runs;
}

/// Where an empty run at `place` of a stream stands in the document.
SegmentRun empty_run(std::uint32_t place, const std::vector<std::uint32_t>& stream) {
  if (stream.empty()) return {};
  const auto segment = place == 0 ? stream.front() : stream[place - 1] + 1;
  return {segment, segment};
}

}  // namespace

Streams streams_of(const SegmentedDocument& version) {
  Streams streams;
  for (std::uint32_t number = 0; number < version.segments.size(); ++number) {
    switch (version.block_of(version.segments[number]).kind) {
      case BlockKind::signature:
        streams.signature.push_back(number);
        break;
      case BlockKind::footnote:
        streams.footnotes.push_back(number);
        break;
      default:
        streams.body.push_back(number);
        break;
    }
  }
  return streams;
}

std::vector<Bead> beads_in_documents(const std::vector<Bead>& beads,
                                     const std::vector<std::uint32_t>& source,
                                     const std::vector<std::uint32_t>& target) {
  std::vector<Bead> result;
  for (const Bead& bead : beads) {
    const auto sources = runs_in_document(bead.source, source);
    const auto targets = runs_in_document(bead.target, target);
    for (std::size_t part = 0; part < std::max(sources.size(), targets.size()); ++part)
      result.push_back(
          {part < sources.size() ? sources[part] : empty_run(bead.source.last, source),
           part < targets.size() ? targets[part] : empty_run(bead.target.last, target),
           bead.confidence});
  }
  return result;
}

void sort_beads(std::vector<Bead>& beads) {
  std::ranges::stable_sort(beads, {}, [](const Bead& bead) {
    // An empty run at 7 stands behind the run that ends there and before the one that
    // starts.
    return std::tuple(bead.source.last, bead.source.empty(), bead.target.first);
  });
}

}  // namespace hexapla
