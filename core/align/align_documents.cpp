#include "align/align_documents.hpp"

#include "align/model.hpp"
#include "align/rows.hpp"
#include "align/signature_lines.hpp"
#include "align/streams.hpp"

#include <algorithm>
#include <map>

namespace hexapla {
namespace {

AlignmentSide side_of(const SegmentedDocument& version,
                      const std::vector<std::uint32_t>& stream) {
  AlignmentSide side{version.document.language, {}, {}};
  for (const auto number : stream) {
    const Segment& segment = version.segments[number];
    side.segments.push_back(version.text_of(segment));
    side.places.push_back(
        {static_cast<std::uint8_t>(version.block_of(segment).kind),
         number == 0 || version.segments[number - 1].block != segment.block});
  }
  return side;
}

using Numbers = std::vector<std::uint32_t>;

/// The footnotes of a document, each with the segments it has, in order.
std::vector<std::pair<std::string_view, Numbers>> footnotes_of(const SegmentedDocument& version,
                                                               const Numbers& stream) {
  std::vector<std::pair<std::string_view, Numbers>> footnotes;
  std::uint32_t block = 0;
  for (const auto number : stream) {
    const Segment& segment = version.segments[number];
    if (footnotes.empty() || segment.block != block)
      footnotes.emplace_back(version.block_of(segment).label, Numbers{});
    block = segment.block;
    footnotes.back().second.push_back(number);
  }
  return footnotes;
}

/// Footnotes of one label are aligned with each other; others have no partner.
std::vector<Bead> align_footnotes(const SegmentedDocument& source,
                                  const SegmentedDocument& target, const Streams& sources,
                                  const Streams& targets, const AlignSettings& settings) {
  auto unmatched = footnotes_of(target, targets.footnotes);
  std::vector<Bead> beads;
  const auto add = [&](const Numbers& source_numbers, const Numbers& target_numbers) {
    const auto aligned =
        align(side_of(source, source_numbers), side_of(target, target_numbers), settings);
    std::ranges::copy(beads_in_documents(aligned, source_numbers, target_numbers),
                      std::back_inserter(beads));
  };
  for (const auto& [label, numbers] : footnotes_of(source, sources.footnotes)) {
    const auto partner =
        std::ranges::find(unmatched, label, &decltype(unmatched)::value_type::first);
    if (partner == unmatched.end()) {
      add(numbers, {});
    } else {
      add(numbers, partner->second);
      unmatched.erase(partner);
    }
  }
  for (const auto& [label, numbers] : unmatched) add({}, numbers);
  return beads;
}

}  // namespace

std::vector<Bead> align_documents(const SegmentedDocument& source,
                                  const SegmentedDocument& target,
                                  const AlignSettings& settings) {
  return align_documents_by(source, target, settings, ModelSettings{});
}

std::vector<Bead> align_documents_by(const SegmentedDocument& source,
                                     const SegmentedDocument& target,
                                     const AlignSettings& settings,
                                     const ModelSettings& model) {
  const Streams sources = streams_of(source);
  const Streams targets = streams_of(target);
  auto beads = beads_in_documents(
      align_by(side_of(source, sources.body), side_of(target, targets.body), settings, model),
      sources.body, targets.body);
  const auto signature = align_signature_lines(side_of(source, sources.signature),
                                               side_of(target, targets.signature));
  std::ranges::copy(beads_in_documents(signature, sources.signature, targets.signature),
                    std::back_inserter(beads));
  std::ranges::copy(align_footnotes(source, target, sources, targets, settings),
                    std::back_inserter(beads));
  sort_beads(beads);
  return beads;
}

Multitext align_versions(std::vector<SegmentedDocument> documents,
                         const AlignSettings& settings) {
  Multitext multitext{std::move(documents), {}, {}};
  std::vector<std::uint32_t> sizes;
  for (const SegmentedDocument& version : multitext.documents)
    sizes.push_back(static_cast<std::uint32_t>(version.segments.size()));
  for (std::uint32_t version = 1; version < sizes.size(); ++version)
    multitext.bitexts.push_back(
        {0, version,
         align_documents(multitext.documents[0], multitext.documents[version], settings)});
  multitext.rows = rows_from(multitext.bitexts, sizes);
  return multitext;
}

}  // namespace hexapla
