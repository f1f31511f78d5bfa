#include "align/align_documents.hpp"

#include "align/documents/endnotes.hpp"
#include "align/documents/footnotes.hpp"
#include "align/documents/signature_lines.hpp"
#include "align/documents/state_list.hpp"
#include "align/documents/streams.hpp"
#include "align/documents/stretches.hpp"
#include "align/documents/table_cells.hpp"
#include "align/lists/reordered_lists.hpp"

#include <algorithm>
#include <iterator>

namespace hexapla {
namespace {

// Confidence in what stands in one row and column of two versions of a table.
constexpr double sure_cell = .98;

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

AlignmentSide side_of(const Version& version, const Numbers& stream) {
  const SegmentedDocument& text = version.text;
  AlignmentSide side{text.document.language, {}, {}, {}};
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

void append(std::vector<Bead>& all, const std::vector<Bead>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// The run of the document that a run of a stream spans.
SegmentRun spanned(const SegmentRun& run, const Numbers& stream) {
  if (run.empty()) return {};
  return {stream[run.first], stream[run.last - 1] + 1};
}

/// The run of a stream that holds just `run` of the document.
SegmentRun in_stream(const SegmentRun& run, const Numbers& stream) {
  const auto first = static_cast<std::uint32_t>(
      std::ranges::lower_bound(stream, run.first) - stream.begin());
  return {first, first + run.size()};
}

bool holds_all(const Numbers& stream, const SegmentRun& run) {
  const auto [first, last] = in_stream(run, stream);
  return run.empty() || (last <= stream.size() && stream[first] == run.first &&
                         stream[last - 1] == run.last - 1);
}

bool overlap(const SegmentRun& one, const SegmentRun& other) {
  return std::max(one.first, other.first) < std::min(one.last, other.last);
}

void take_out(Numbers& numbers, const SegmentRun& run) {
  std::erase_if(numbers, [&](std::uint32_t number) {
    return number >= run.first && number < run.last;
  });
}

/// Tells fixed beads that keep the order of the body from those that cross others.
/// Shape: of beads with two sides, a longest series in the order of both documents.
std::vector<bool> keep_order(const std::vector<Bead>& beads) {
  std::vector<std::size_t> before(beads.size(), beads.size());
  std::vector<std::size_t> length(beads.size(), 0);
  std::size_t longest = beads.size();
  for (std::size_t bead = 0; bead < beads.size(); ++bead) {
    if (beads[bead].source.empty() || beads[bead].target.empty()) continue;
    length[bead] = 1;
    for (std::size_t earlier = 0; earlier < bead; ++earlier) {
      if (length[earlier] < length[bead] || length[earlier] == 0 ||
          beads[earlier].target.last > beads[bead].target.first)
        continue;
      length[bead] = length[earlier] + 1;
      before[bead] = earlier;
    }
    if (longest == beads.size() || length[bead] > length[longest]) longest = bead;
  }
  std::vector<bool> kept(beads.size());
  for (std::size_t bead = 0; bead < beads.size(); ++bead)
    kept[bead] = beads[bead].source.empty() || beads[bead].target.empty();
  for (; longest != beads.size(); longest = before[longest])
    kept[longest] = true;
  return kept;
}

/// Two versions, taken apart into what keeps its order and what doesn't.
class DocumentPair {
 public:
  DocumentPair(const Version& source, const Version& target,
               const AlignmentConstraints& guidance, const AlignSettings& settings)
      : source_(source),
        target_(target),
        guidance_(guidance),
        settings_(settings),
        sources_(streams_of(source.text)),
        targets_(streams_of(target.text)),
        stretches_(paired_stretches(source.text, sources_, target.text, targets_)),
        cells_(paired_cells(source.text, sources_, target.text, targets_)) {
    find_endnotes(source.text, sources_, target.text, targets_);
    take_out_lists();
    place_fixed();
  }

  GuidedAlignment run() {
    align_body();
    for (const StretchPair& pair : stretches_)
      add(pair.order == Order::of_names
              ? align_state_lists(side_of(source_, pair.source),
                                  side_of(target_, pair.target))
              : align_signature_lines(side_of(source_, pair.source),
                                      side_of(target_, pair.target)),
          pair.source, pair.target);
    align_cells();
    align_footnotes();
    append(result_.beads, of_lists_);
    append(result_.likely, of_lists_);
    append(result_.beads, set_aside_);
    append(result_.likely, set_aside_);
    sort_beads(result_.beads);
    return std::move(result_);
  }

 private:
  /// Lists in another order, but for those of which a person has confirmed something.
  void take_out_lists() {
    result_.found.lists_keep_order = guidance_.before && guidance_.before->lists_keep_order;
    if (result_.found.lists_keep_order) return;
    const auto lists = reordered_lists(side_of(source_, sources_.body),
                                       side_of(target_, targets_.body), settings_.words);
    result_.found.lists_keep_order = lists.empty();
    const auto sources = sources_.body;
    const auto targets = targets_.body;
    for (const ReorderedList& list : lists) {
      const SegmentRun source = spanned(list.source, sources);
      const SegmentRun target = spanned(list.target, targets);
      if (std::ranges::any_of(guidance_.fixed, [&](const Bead& bead) {
            return overlap(bead.source, source) || overlap(bead.target, target);
          }))
        continue;
      append(of_lists_, beads_in_documents(list.beads, sources, targets));
      take_out(sources_.body, source);
      take_out(targets_.body, target);
    }
  }

  /// Fixed beads of the body guide its alignment; the others are taken out of the texts.
  void place_fixed() {
    std::vector<Bead> of_body;
    for (const Bead& bead : guidance_.fixed) {
      if (holds_all(sources_.body, bead.source) && holds_all(targets_.body, bead.target)) {
        of_body.push_back(bead);
      } else {
        set_aside(bead);
      }
    }
    std::ranges::sort(of_body, {}, [](const Bead& bead) { return bead.source.first; });
    const auto kept = keep_order(of_body);
    for (std::size_t bead = 0; bead < of_body.size(); ++bead) {
      if (kept[bead]) {
        fixed_.push_back(of_body[bead]);
      } else {
        set_aside(of_body[bead]);
      }
    }
  }

  void set_aside(const Bead& bead) {
    set_aside_.push_back({bead.source, bead.target, 1});
    take_out(sources_.body, bead.source);
    take_out(sources_.footnotes, bead.source);
    take_out(targets_.body, bead.target);
    take_out(targets_.footnotes, bead.target);
    for (StretchPair& pair : stretches_) {
      take_out(pair.source, bead.source);
      take_out(pair.target, bead.target);
    }
    for (NumberPair& cell : cells_) {
      take_out(cell.source, bead.source);
      take_out(cell.target, bead.target);
    }
  }

  void align_body() {
    AlignmentConstraints inner;
    inner.before = guidance_.before ? guidance_.before : &result_.found;
    for (const Bead& bead : fixed_)
      inner.fixed.push_back({in_stream(bead.source, sources_.body),
                             in_stream(bead.target, targets_.body), 1});
    if (guidance_.prior)
      inner.prior = [&](const SegmentRun& source, const SegmentRun& target) {
        return guidance_.prior(spanned(source, sources_.body),
                               spanned(target, targets_.body));
      };
    auto body = align_guided(side_of(source_, sources_.body),
                             side_of(target_, targets_.body), inner, settings_);
    append(result_.beads, beads_in_documents(body.beads, sources_.body, targets_.body));
    append(result_.likely, beads_in_documents(body.likely, sources_.body, targets_.body));
    result_.found.beads = std::move(body.beads);
    result_.found.likely = std::move(body.likely);
    result_.found.heard = std::move(body.found.heard);
    result_.belonging = body.belonging;
    if (result_.belonging)
      for (Passage& passage : result_.belonging->lost)
        passage = {spanned(passage.source, sources_.body),
                   spanned(passage.target, targets_.body)};
    for (Explanation explanation : body.explanations) {
      explanation.source = spanned(explanation.source, sources_.body);
      explanation.target = spanned(explanation.target, targets_.body);
      result_.explanations.push_back(explanation);
    }
  }

  /// One sentence beside one needs no search: their place says that they belong together.
  void align_cells() {
    std::uint32_t source_end = 0;
    std::uint32_t target_end = 0;
    for (const auto& [source, target] : cells_) {
      if (source.size() == 1 && target.size() == 1) {
        const Bead bead{{source[0], source[0] + 1}, {target[0], target[0] + 1}, sure_cell};
        append(result_.beads, {bead});
        append(result_.likely, {bead});
      } else if (!source.empty() && !target.empty()) {
        add(align(side_of(source_, source), side_of(target_, target), settings_), source,
            target);
      } else {
        append_alone(source, target_end, target, source_end);
      }
      if (!source.empty()) source_end = source.back() + 1;
      if (!target.empty()) target_end = target.back() + 1;
    }
  }

  /// Segments of a cell that the other version lacks, whose cell before ends there.
  void append_alone(const Numbers& source, std::uint32_t target_end, const Numbers& target,
                    std::uint32_t source_end) {
    std::vector<Bead> alone;
    for (const auto number : source)
      alone.push_back({{number, number + 1}, {target_end, target_end}, sure_cell});
    for (const auto number : target)
      alone.push_back({{source_end, source_end}, {number, number + 1}, sure_cell});
    append(result_.beads, alone);
    append(result_.likely, alone);
  }

  void align_footnotes() {
    // What the source lacks follows all that it has.
    const auto end = static_cast<std::uint32_t>(source_.text.segments.size());
    for (const auto& [source, target] : footnote_pairs(source_.text, sources_.footnotes,
                                                       target_.text, targets_.footnotes)) {
      if (source.empty()) {
        std::vector<Bead> alone;
        for (const auto number : target)
          alone.push_back({{end, end}, {number, number + 1}, 1});
        append(result_.beads, alone);
        append(result_.likely, alone);
      } else {
        add(align(side_of(source_, source), side_of(target_, target), settings_), source,
            target);
      }
    }
  }

  void add(const std::vector<Bead>& beads, const Numbers& source, const Numbers& target) {
    const auto in_documents = beads_in_documents(beads, source, target);
    append(result_.beads, in_documents);
    append(result_.likely, in_documents);
  }

  const Version& source_;
  const Version& target_;
  const AlignmentConstraints& guidance_;
  const AlignSettings& settings_;
  Streams sources_;
  Streams targets_;
  std::vector<StretchPair> stretches_;
  std::vector<Bead> of_lists_;     ///< In another order, and out of the streams.
  std::vector<NumberPair> cells_;  ///< Of tables, out of the streams.
  std::vector<Bead> fixed_;        ///< Of the body, in order.
  std::vector<Bead> set_aside_;    ///< Fixed, and out of the streams.
  GuidedAlignment result_;
};

}  // namespace

GuidedAlignment align_documents_guided(const Version& source, const Version& target,
                                       const AlignmentConstraints& guidance,
                                       const AlignSettings& settings) {
  return DocumentPair(source, target, guidance, settings).run();
}

std::vector<Bead> align_documents(const Version& source, const Version& target,
                                  const AlignSettings& settings) {
  return align_documents_guided(source, target, {}, settings).beads;
}

}  // namespace hexapla
