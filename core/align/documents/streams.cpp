#include "align/documents/streams.hpp"

#include "text/state_codes.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace hexapla {
namespace {

/// The runs of the document that the places [run.first, run.last) of a stream make.
std::vector<SegmentRun> runs_in_document(const SegmentRun& run, const Numbers& stream) {
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

/// Where an empty run at `place` of a stream is in the document.
SegmentRun empty_run(std::uint32_t place, const Numbers& stream) {
  if (stream.empty()) return {};
  const auto segment = place == 0 ? stream.front() : stream[place - 1] + 1;
  return {segment, segment};
}

/// The order of each segment. Fewer States than a list has are named in passing.
std::vector<Order> orders_in(const SegmentedDocument& version) {
  constexpr std::uint32_t shortest_list = 4;
  std::vector<Order> orders;
  for (const Segment& segment : version.segments)
    orders.push_back(order_of(version.block_of(segment).kind));
  const auto size = static_cast<std::uint32_t>(orders.size());
  for (std::uint32_t first = 0; first < size; ++first) {
    auto last = first;
    while (last < size && orders[last] == Order::as_written &&
           state_code(version.text_of(version.segments[last])))
      ++last;
    if (last - first >= shortest_list)
      std::fill(orders.begin() + first, orders.begin() + last, Order::of_names);
    first = std::max(first, last);
  }
  return orders;
}

}  // namespace

Order order_of(BlockKind kind) noexcept {
  constexpr std::array orders{std::pair(BlockKind::signature, Order::of_lines),
                              std::pair(BlockKind::footnote, Order::of_labels)};
  const auto* const found =
      std::ranges::find(orders, kind, &std::pair<BlockKind, Order>::first);
  return found == orders.end() ? Order::as_written : found->second;
}

Streams streams_of(const SegmentedDocument& version) {
  Streams streams;
  const std::vector<Order> orders = orders_in(version);
  for (std::uint32_t number = 0; number < orders.size(); ++number) {
    switch (orders[number]) {
      case Order::as_written:
        streams.body.push_back(number);
        break;
      case Order::of_labels:
        streams.footnotes.push_back(number);
        break;
      default:
        if (number == 0 || orders[number - 1] != orders[number])
          streams.stretches.push_back({orders[number], {}});
        streams.stretches.back().numbers.push_back(number);
        break;
    }
  }
  return streams;
}

void return_to_body(Streams& streams, const ReorderedRun& stretch) {
  streams.body.insert(streams.body.end(), stretch.numbers.begin(), stretch.numbers.end());
  std::ranges::sort(streams.body);
}

std::vector<Bead> beads_in_documents(const std::vector<Bead>& beads, const Numbers& source,
                                     const Numbers& target) {
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
    // An empty run at 7 follows the run that ends there and before the one that
    // starts.
    return std::tuple(bead.source.last, bead.source.empty(), bead.target.first);
  });
}

}  // namespace hexapla
