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
  DecisionReplay(const Multitext& machine, std::vector<Bitext> bitexts)
      : machine_(machine),
        bitexts_(std::move(bitexts)),
        fixed_(machine.confirmed),
        verdicts_(bitexts_.size()),
        segments_(machine.documents.begin(), machine.documents.end()) {
    for (std::size_t i = 0; i < bitexts_.size(); ++i)
      verdicts_[i].assign(bitexts_[i].beads.size(), Verdict::none);
  }

  void apply(const Decision& decision) {
    switch (decision.kind) {
      case DecisionKind::confirm:
        return judge(decision.beads, Verdict::confirmed);
      case DecisionKind::reject:
        return judge(decision.beads, Verdict::rejected);
      case DecisionKind::clear:
        return judge(decision.beads, Verdict::none);
      case DecisionKind::replace:
      case DecisionKind::realign:
        return replace(decision);
      case DecisionKind::edit:
        return edit(decision);
      case DecisionKind::cut:
        return cut(decision);
      case DecisionKind::unite:
        return unite(decision);
      default:
        return;  // changes no alignment
    }
  }

  [[nodiscard]] DecidedAlignment finish() {
    DecidedAlignment decided;
    decided.confirmed = confirmed();
    decided.rows = machine_.rows;
    if (decided.rows.empty()) {
      std::vector<std::uint32_t> sizes;
      for (const PresentSegments& segments : segments_)
        sizes.push_back(segments.size());
      decided.rows = rows_from(bitexts_, sizes, decided.confirmed);
    }
    const auto by_document = verdicts_by_document(decided.rows);
    for (const auto& of_row : by_document)
      decided.verdicts.push_back(joined(of_row));
    decided.by_document = by_document;
    decided.bitexts = std::move(bitexts_);
    for (std::uint32_t document = 0; document < segments_.size(); ++document) {
      const PresentSegments& now = segments_[document];
      for (const auto& [segment, text] : now.edits())
        decided.edits[{document, segment}] = text;
      decided.segments.push_back(now.are_others() ? now.segments()
                                                  : std::vector<Segment>());
    }
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
    const Verdict verdict =
        decision.kind == DecisionKind::realign ? Verdict::none : Verdict::confirmed;
    for (std::size_t i = 0; i < decision.beads.size(); ++i)
      replace(decision.beads[i], decision.after[i], verdict);
  }

  void replace(const BeadsBetween& before, const BeadsBetween& after, Verdict verdict) {
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
      if (verdict == Verdict::confirmed) bead.confidence = 1;
      // Links that stood apart are replaced by ones that stand apart.
      for (std::size_t next = first; next < beads.size() && !bead.source.empty(); ++next) {
        const SegmentRun& source = beads[next].source;
        if (source.empty()) continue;
        if (source.last > bead.source.first) break;
        first = next + 1;
      }
      const auto at = static_cast<std::ptrdiff_t>(first++);
      beads.insert(beads.begin() + at, bead);
      verdicts.insert(verdicts.begin() + at, verdict);
    }
    if (!tiles(bitext)) refuse_decision("the new links are not in the order of the source");
  }

  [[nodiscard]] bool tiles(std::size_t bitext) const {
    return hexapla::tiles(bitexts_[bitext].beads, segments_[bitexts_[bitext].source].size(),
                          segments_[bitexts_[bitext].target].size());
  }

  /// The document in which a decision changes a segment.
  std::uint32_t document_of(const Decision& decision) const {
    const std::uint32_t document = document_in(decision.language);
    if (decision.segment >= segments_[document].size())
      refuse_decision("there is no segment " + std::to_string(decision.segment) + " in " +
                      std::string(decision.language.tag()));
    return document;
  }

  void edit(const Decision& decision) {
    segments_[document_of(decision)].edit(decision.segment, decision.text);
  }

  /// Calls `change` with each run of segments of a document.
  template <typename Change>
  void each_run(std::uint32_t document, const Change& change) {
    const auto in = [&](auto& pairs) {
      for (auto& pair : pairs)
        for (Bead& bead : pair.beads) {
          if (pair.source == document) change(bead.source);
          if (pair.target == document) change(bead.target);
        }
    };
    in(bitexts_);
    in(fixed_);
  }

  /// Both parts stay in the beads that the segment was in.
  void cut(const Decision& decision) {
    const std::uint32_t document = document_of(decision);
    segments_[document].cut(decision.segment, decision.at);
    each_run(document, [&](SegmentRun& run) {
      run.first += run.first > decision.segment ? 1U : 0U;
      run.last += run.last > decision.segment ? 1U : 0U;
    });
  }

  void unite(const Decision& decision) {
    const std::uint32_t document = document_of(decision);
    segments_[document].unite(decision.segment);
    const std::uint32_t next = decision.segment + 1;
    for (std::size_t bitext = 0; bitext < bitexts_.size(); ++bitext) {
      if (bitexts_[bitext].source == document)
        join_beads(bitext, &Bead::source, &Bead::target, next);
      if (bitexts_[bitext].target == document)
        join_beads(bitext, &Bead::target, &Bead::source, next);
    }
    for (ConfirmedBeads& fixed : fixed_)
      std::erase_if(fixed.beads, [&](const Bead& bead) {
        const auto ends = [&](const SegmentRun& run) {
          return !run.empty() && (run.first == next || run.last == next);
        };
        return (fixed.source == document && ends(bead.source)) ||
               (fixed.target == document && ends(bead.target));
      });
    each_run(document, [&](SegmentRun& run) {
      run.first -= run.first > decision.segment ? 1U : 0U;
      run.last -= run.last > decision.segment ? 1U : 0U;
    });
    for (std::size_t bitext = 0; bitext < bitexts_.size(); ++bitext)
      if (!tiles(bitext)) refuse_decision("the sentences are linked to places apart");
  }

  /// The bead with segment `next` is joined to the one with the segment before.
  void join_beads(std::size_t bitext, SegmentRun Bead::*side, SegmentRun Bead::*other,
                  std::uint32_t next) {
    auto& beads = bitexts_[bitext].beads;
    auto& verdicts = verdicts_[bitext];
    const auto holding = [&](std::uint32_t segment) {
      const auto found = std::ranges::find_if(beads, [&](const Bead& bead) {
        return (bead.*side).first <= segment && segment < (bead.*side).last;
      });
      return static_cast<std::size_t>(found - beads.begin());
    };
    const std::size_t before = holding(next - 1);
    const std::size_t after = holding(next);
    if (before == after) return;
    Bead& joined = beads.at(before);
    const Bead& gone = beads.at(after);
    (joined.*side).last = (gone.*side).last;
    if ((joined.*other).empty()) {
      joined.*other = gone.*other;
    } else if (!(gone.*other).empty()) {
      if ((joined.*other).last != (gone.*other).first)
        refuse_decision("the sentences are linked to places apart");
      (joined.*other).last = (gone.*other).last;
    }
    joined.confidence = std::min(joined.confidence, gone.confidence);
    if (verdicts[before] != verdicts[after]) verdicts[before] = Verdict::none;
    beads.erase(beads.begin() + static_cast<std::ptrdiff_t>(after));
    verdicts.erase(verdicts.begin() + static_cast<std::ptrdiff_t>(after));
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
    return std::ranges::any_of(fixed_, [&](const ConfirmedBeads& given) {
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
      row_of.emplace_back(segments_[document].size());
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
  std::vector<ConfirmedBeads> fixed_;           ///< What the machine was given.
  std::vector<std::vector<Verdict>> verdicts_;  ///< By bitext and bead.
  std::vector<PresentSegments> segments_;       ///< By document.
};

}  // namespace

DecidedAlignment decided(const Multitext& machine, std::span<const Decision> decisions) {
  return decided(machine, machine.bitexts, decisions);
}

DecidedAlignment decided(const Multitext& machine, std::vector<Bitext> bitexts,
                         std::span<const Decision> decisions) {
  DecisionReplay deciding(machine, std::move(bitexts));
  for (const Decision& decision : decisions)
    deciding.apply(decision);
  return deciding.finish();
}

void put_texts(std::vector<SegmentedDocument>& documents, const DecidedAlignment& now) {
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    EditedSegments edits;
    for (auto said = now.edits.lower_bound({document, 0});
         said != now.edits.end() && said->first.first == document; ++said)
      edits.emplace(said->first.second, said->second);
    SegmentedDocument& version = documents[document];
    if (now.segments.at(document).empty()) {
      for (const auto& [segment, text] : edits)
        put_edit(version, segment, text);
    } else {
      put_segments(version, now.segments[document], edits);
    }
  }
}

}  // namespace hexapla
