#include "corpus/tables/apply_decisions.hpp"

#include "align/rows.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace hexapla {
namespace {

[[noreturn]] void refuse_decision(const std::string& why) {
  throw Error(Fault::inconsistent, {"decision", 0}, why);
}

std::string name_of(const Bead& bead) {
  const auto run = [](const SegmentRun& segments) {
    return '[' + std::to_string(segments.first) + ',' + std::to_string(segments.last) + ')';
  };
  return run(bead.source) + " - " + run(bead.target);
}

bool holds_same(const Bead& bead, const Bead& other) {
  const auto same = [](const SegmentRun& run, const SegmentRun& as) {
    return run == as || (run.empty() && as.empty());
  };
  return same(bead.source, other.source) && same(bead.target, other.target);
}

/// The segments of beads on one side, each as often as it is there.
std::multiset<std::uint32_t> segments_of(std::span<const Bead> beads,
                                         SegmentRun Bead::*side) {
  std::multiset<std::uint32_t> segments;
  for (const Bead& bead : beads)
    for (std::uint32_t segment = (bead.*side).first; segment < (bead.*side).last; ++segment)
      segments.insert(segment);
  return segments;
}

/// The alignment while decisions are applied to it one by one.
class DecisionReplay {
 public:
  explicit DecisionReplay(const Multitext& machine)
      : machine_(machine), bitexts_(machine.bitexts), verdicts_(machine.bitexts.size()) {
    for (std::size_t i = 0; i < bitexts_.size(); ++i)
      verdicts_[i].assign(bitexts_[i].beads.size(), Verdict::none);
  }

  void apply(const Decision& decision) {
    switch (decision.kind) {
      case DecisionKind::confirm:
        judge(decision.beads, Verdict::confirmed);
        break;
      case DecisionKind::reject:
        judge(decision.beads, Verdict::rejected);
        break;
      case DecisionKind::clear:
        judge(decision.beads, Verdict::none);
        break;
      case DecisionKind::replace:
        replace(decision);
        break;
      case DecisionKind::edit:
        edit(decision);
        break;
      default:  // changes no alignment
        break;
    }
  }

  [[nodiscard]] DecidedAlignment finish() {
    DecidedAlignment decided;
    decided.confirmed = confirmed();
    decided.rows = machine_.rows;
    if (decided.rows.empty()) {
      std::vector<std::uint32_t> sizes;
      for (const SegmentedDocument& version : machine_.documents)
        sizes.push_back(static_cast<std::uint32_t>(version.segments.size()));
      decided.rows = rows_from(bitexts_, sizes, decided.confirmed);
    }
    const auto by_document = verdicts_by_document(decided.rows);
    for (const auto& of_row : by_document)
      decided.verdicts.push_back(joined(of_row));
    decided.by_document = by_document;
    decided.bitexts = std::move(bitexts_);
    decided.edits = std::move(edits_);
    return decided;
  }

 private:
  std::uint32_t document_in(Language language) const {
    const auto found =
        std::ranges::find_if(machine_.documents, [&](const SegmentedDocument& version) {
          return version.document.language == language;
        });
    if (found == machine_.documents.end())
      refuse_decision("the work has no document in " + std::string(language.tag()));
    return static_cast<std::uint32_t>(found - machine_.documents.begin());
  }

  std::size_t bitext_of(const BeadsBetween& pair) const {
    const std::uint32_t source = document_in(pair.source);
    const std::uint32_t target = document_in(pair.target);
    for (std::size_t i = 0; i < bitexts_.size(); ++i)
      if (bitexts_[i].source == source && bitexts_[i].target == target) return i;
    refuse_decision("the work has no pair " + std::string(pair.source.tag()) + ',' +
                    std::string(pair.target.tag()));
  }

  std::size_t place_of(std::size_t bitext, const Bead& bead) const {
    const auto& beads = bitexts_[bitext].beads;
    const auto found = std::ranges::find_if(
        beads, [&](const Bead& other) { return holds_same(bead, other); });
    if (found == beads.end()) refuse_decision("there is no link " + name_of(bead) + " now");
    return static_cast<std::size_t>(found - beads.begin());
  }

  void judge(std::span<const BeadsBetween> pairs, Verdict verdict) {
    for (const BeadsBetween& pair : pairs) {
      const std::size_t bitext = bitext_of(pair);
      for (const Bead& bead : pair.beads)
        verdicts_[bitext][place_of(bitext, bead)] = verdict;
    }
  }

  void replace(const Decision& decision) {
    if (decision.beads.size() != decision.after.size())
      refuse_decision("it replaces beads of other pairs than it puts in their place");
    for (std::size_t i = 0; i < decision.beads.size(); ++i)
      replace(decision.beads[i], decision.after[i]);
  }

  void replace(const BeadsBetween& before, const BeadsBetween& after) {
    const std::size_t bitext = bitext_of(before);
    if (bitext_of(after) != bitext ||
        segments_of(before.beads, &Bead::source) !=
            segments_of(after.beads, &Bead::source) ||
        segments_of(before.beads, &Bead::target) != segments_of(after.beads, &Bead::target))
      refuse_decision("the new links do not hold the same segments as the old ones");
    auto& beads = bitexts_[bitext].beads;
    auto& verdicts = verdicts_[bitext];
    std::size_t first = beads.size();
    for (const Bead& bead : before.beads) {
      const std::size_t at = place_of(bitext, bead);
      beads.erase(beads.begin() + static_cast<std::ptrdiff_t>(at));
      verdicts.erase(verdicts.begin() + static_cast<std::ptrdiff_t>(at));
      first = std::min(first, at);
    }
    for (Bead bead : after.beads) {
      if (bead.source.empty() && bead.target.empty()) refuse_decision("a link is empty");
      bead.confidence = 1;
      // Links that stood apart are replaced by ones that stand apart.
      for (std::size_t next = first; next < beads.size() && !bead.source.empty(); ++next) {
        const SegmentRun& source = beads[next].source;
        if (source.empty()) continue;
        if (source.last > bead.source.first) break;
        first = next + 1;
      }
      const auto at = static_cast<std::ptrdiff_t>(first++);
      beads.insert(beads.begin() + at, bead);
      verdicts.insert(verdicts.begin() + at, Verdict::confirmed);
    }
    const auto size = [&](std::uint32_t document) {
      return static_cast<std::uint32_t>(machine_.documents[document].segments.size());
    };
    if (!tiles(beads, size(bitexts_[bitext].source), size(bitexts_[bitext].target)))
      refuse_decision("the new links are not in the order of the source");
  }

  void edit(const Decision& decision) {
    const std::uint32_t document = document_in(decision.language);
    if (decision.segment >= machine_.documents[document].segments.size())
      refuse_decision("there is no segment " + std::to_string(decision.segment) + " in " +
                      std::string(decision.language.tag()));
    edits_[{document, decision.segment}] = decision.text;
  }

  /// What was confirmed, and what the machine was given unless a person changed it.
  std::vector<ConfirmedBeads> confirmed() {
    std::vector<ConfirmedBeads> all;
    for (std::size_t i = 0; i < bitexts_.size(); ++i) {
      ConfirmedBeads between{bitexts_[i].source, bitexts_[i].target, {}};
      for (std::size_t bead = 0; bead < bitexts_[i].beads.size(); ++bead) {
        Bead& there = bitexts_[i].beads[bead];
        if (verdicts_[i][bead] == Verdict::confirmed) there.confidence = 1;
        if (verdicts_[i][bead] == Verdict::confirmed ||
            (verdicts_[i][bead] == Verdict::none && was_fixed(between, there)))
          between.beads.push_back(there);
      }
      if (!between.beads.empty()) all.push_back(std::move(between));
    }
    return all;
  }

  bool was_fixed(const ConfirmedBeads& between, const Bead& bead) const {
    return std::ranges::any_of(machine_.confirmed, [&](const ConfirmedBeads& given) {
      return given.source == between.source && given.target == between.target &&
             std::ranges::any_of(
                 given.beads, [&](const Bead& other) { return holds_same(bead, other); });
    });
  }

  /// Of each document, the row of each segment.
  std::vector<std::vector<std::size_t>> rows_of_segments(
      const std::vector<Row>& rows) const {
    std::vector<std::vector<std::size_t>> row_of;
    for (std::size_t document = 0; document < machine_.documents.size(); ++document) {
      row_of.emplace_back(machine_.documents[document].segments.size());
      for (std::size_t row = 0; row < rows.size(); ++row) {
        const SegmentRun& run = rows[row].runs[document];
        for (std::uint32_t at = run.first; at < run.last; ++at)
          row_of.back()[at] = row;
      }
    }
    return row_of;
  }

  /// What was said of each row's links with the pivot, by the other document; nothing where
  /// it has none. A link without one side counts only once something is said of it.
  using OfRow = std::vector<std::optional<Verdict>>;
  std::vector<OfRow> verdicts_by_document(const std::vector<Row>& rows) const {
    const auto row_of = rows_of_segments(rows);
    std::vector<OfRow> of_rows(rows.size(), OfRow(machine_.documents.size()));
    for (std::size_t i = 0; i < bitexts_.size() && bitexts_[i].source == 0; ++i)
      for (std::size_t at = 0; at < bitexts_[i].beads.size(); ++at) {
        const Bead& bead = bitexts_[i].beads[at];
        const Verdict said = verdicts_[i][at];
        if (said == Verdict::none && (bead.source.empty() || bead.target.empty())) continue;
        const std::uint32_t document = bitexts_[i].target;
        const std::size_t row = bead.source.empty() ? row_of[document][bead.target.first]
                                                    : row_of[0][bead.source.first];
        std::optional<Verdict>& verdict = of_rows[row][document];
        verdict = joined({verdict, said});
      }
    return of_rows;
  }

  /// Rejected when one is; confirmed when all that are there are.
  static Verdict joined(const OfRow& verdicts) {
    std::optional<Verdict> all;
    for (const std::optional<Verdict>& said : verdicts) {
      if (!said || all == Verdict::rejected) continue;
      if (!all || said == Verdict::rejected) {
        all = said;
      } else if (all == Verdict::confirmed) {
        all = *said == Verdict::confirmed ? all : Verdict::none;
      }
    }
    return all.value_or(Verdict::none);
  }

  const Multitext& machine_;
  std::vector<Bitext> bitexts_;
  std::vector<std::vector<Verdict>> verdicts_;  ///< By bitext and bead.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> edits_;
};

/// Ranges of a text in which the bytes [at.begin, at.end) became `size` bytes.
ByteRange moved(ByteRange range, ByteRange at, std::size_t size) {
  const auto offset = [&](std::size_t place, bool is_end) {
    if (place <= at.begin) return place;
    if (place >= at.end) return place - (at.end - at.begin) + size;
    return is_end ? at.begin + size : at.begin;
  };
  return {offset(range.begin, false), offset(range.end, true)};
}

/// The edited text came, as a whole, from what the old one came from.
SourceMap edited_origin(const SourceMap& origin, ByteRange at, std::size_t size) {
  SourceMap edited;
  const ByteRange hull = origin.hull_of(at);
  const auto part = [&](const SourceMap::Run& run, std::size_t begin, std::size_t end,
                        std::size_t to) {
    SourceMap::Run kept = run;
    const ByteRange source = run.source_of({begin, end});
    kept.text_begin = static_cast<std::uint32_t>(to);
    kept.text_size = static_cast<std::uint32_t>(end - begin);
    kept.source_begin = static_cast<std::uint32_t>(source.begin);
    kept.source_size = static_cast<std::uint32_t>(source.end - source.begin);
    edited.append(kept);
  };
  bool put = false;
  for (const SourceMap::Run& run : origin.runs()) {
    const std::size_t begin = run.text_begin;
    const std::size_t end = begin + run.text_size;
    if (begin < at.begin) part(run, begin, std::min<std::size_t>(end, at.begin), begin);
    if (!put && end > at.begin) {
      edited.append({static_cast<std::uint32_t>(at.begin), static_cast<std::uint32_t>(size),
                     static_cast<std::uint32_t>(hull.begin),
                     static_cast<std::uint32_t>(hull.end - hull.begin), false});
      put = true;
    }
    const std::size_t rest = std::max<std::size_t>(begin, at.end);
    if (end > rest) part(run, rest, end, rest - (at.end - at.begin) + size);
  }
  return edited;
}

}  // namespace

DecidedAlignment decided(const Multitext& machine, std::span<const Decision> decisions) {
  DecisionReplay deciding(machine);
  for (const Decision& decision : decisions)
    deciding.apply(decision);
  return deciding.finish();
}

void put_edit(SegmentedDocument& version, std::uint32_t segment, std::string_view text) {
  Document& document = version.document;
  const ByteRange at = version.segments.at(segment).range;
  document.text.replace(at.begin, at.end - at.begin, text);
  document.origin = edited_origin(document.origin, at, text.size());
  for (Segment& other : version.segments)
    other.range = moved(other.range, at, text.size());
  for (Block& block : document.blocks)
    block.range = moved(block.range, at, text.size());
  std::erase_if(document.marks, [&](const FootnoteMark& mark) {
    return mark.range.begin >= at.begin && mark.range.end <= at.end;
  });
  for (FootnoteMark& mark : document.marks)
    mark.range = moved(mark.range, at, text.size());
}

}  // namespace hexapla
