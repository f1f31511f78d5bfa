#include "align/align_documents.hpp"

#include "align/model.hpp"
#include "align/rows.hpp"
#include "align/signature_lines.hpp"
#include "align/streams.hpp"

#include <algorithm>
#include <map>

namespace hexapla {
namespace {

/// The footnote marks of a segment, numbered apart from all concepts.
std::vector<std::uint32_t> marks_in(const Document& document, const Segment& segment) {
  constexpr std::uint32_t above_all_concepts = 0x80000000;
  std::vector<std::uint32_t> numbers;
  auto mark = std::ranges::lower_bound(document.marks, segment.range.begin, {},
                                       [](const FootnoteMark& m) { return m.range.begin; });
  for (; mark != document.marks.end() && mark->range.end <= segment.range.end; ++mark) {
    std::uint32_t number = 0;
    for (const char byte : mark->label)
      number = number * 256 + static_cast<unsigned char>(byte);
    numbers.push_back(above_all_concepts | number);
  }
  return numbers;
}

AlignmentSide side_of(const Version& version, const std::vector<std::uint32_t>& stream) {
  const SegmentedDocument& text = version.text;
  AlignmentSide side{text.document.language, {}, {}};
  for (const auto number : stream) {
    const Segment& segment = text.segments[number];
    side.segments.push_back(text.text_of(segment));
    side.places.push_back(
        {static_cast<std::uint8_t>(text.block_of(segment).kind),
         number == 0 || text.segments[number - 1].block != segment.block});
    side.concepts.push_back(marks_in(text.document, segment));
    if (!version.concepts.empty())
      std::ranges::copy(version.concepts[number], std::back_inserter(side.concepts.back()));
  }
  return side;
}

using Numbers = std::vector<std::uint32_t>;

/// The footnotes of a document, each with the segments it has, in order.
std::vector<std::pair<std::string_view, Numbers>> footnotes_of(
    const SegmentedDocument& version, const Numbers& stream) {
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
std::vector<Bead> align_footnotes(const Version& source, const Version& target,
                                  const Streams& sources, const Streams& targets,
                                  const AlignSettings& settings) {
  auto unmatched = footnotes_of(target.text, targets.footnotes);
  std::vector<Bead> beads;
  const auto add = [&](const Numbers& source_numbers, const Numbers& target_numbers) {
    const auto aligned =
        align(side_of(source, source_numbers), side_of(target, target_numbers), settings);
    std::ranges::copy(beads_in_documents(aligned, source_numbers, target_numbers),
                      std::back_inserter(beads));
  };
  for (const auto& [label, numbers] : footnotes_of(source.text, sources.footnotes)) {
    const auto partner =
        std::ranges::find(unmatched, label, &decltype(unmatched)::value_type::first);
    if (partner == unmatched.end()) {
      add(numbers, {});
    } else {
      add(numbers, partner->second);
      unmatched.erase(partner);
    }
  }
  // What the source lacks stands behind all that it has.
  const auto end = static_cast<std::uint32_t>(source.text.segments.size());
  for (const auto& [label, numbers] : unmatched)
    for (const auto number : numbers)
      beads.push_back({{end, end}, {number, number + 1}, 1});
  return beads;
}

}  // namespace

std::vector<Bead> align_documents(const Version& source, const Version& target,
                                  const AlignSettings& settings) {
  return align_documents_by(source, target, settings, ModelSettings{});
}

std::vector<Bead> align_documents_by(const Version& source, const Version& target,
                                     const AlignSettings& settings,
                                     const ModelSettings& model) {
  const Streams sources = streams_of(source.text);
  const Streams targets = streams_of(target.text);
  auto beads = beads_in_documents(align_by(side_of(source, sources.body),
                                           side_of(target, targets.body), settings, model),
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
                         std::span<const SegmentConcepts> concepts,
                         const AlignSettings& settings) {
  static const SegmentConcepts nothing_known;
  Multitext multitext{std::move(documents), {}, {}};
  std::vector<Version> versions;
  std::vector<std::uint32_t> sizes;
  for (const SegmentedDocument& text : multitext.documents) {
    versions.push_back(
        {text, concepts.empty() ? nothing_known : concepts[versions.size()]});
    sizes.push_back(static_cast<std::uint32_t>(text.segments.size()));
  }
  for (std::uint32_t target = 1; target < sizes.size(); ++target)
    multitext.bitexts.push_back(
        {0, target, align_documents(versions[0], versions[target], settings)});
  multitext.rows = rows_from(multitext.bitexts, sizes);
  return multitext;
}

}  // namespace hexapla
