#pragma once

#include "align/bead.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// How likely each segment of one document is linked with segments of another, as far as it
/// is likely at all.
class LinkTable {
 public:
  struct Link {
    std::uint32_t partner = 0;
    float probability = 0;
  };

  LinkTable() = default;
  /// From all likely beads of a pair; `side` is the one whose segments are asked for.
  LinkTable(std::span<const Bead> likely, SegmentRun Bead::*side, SegmentRun Bead::*other,
            std::uint32_t size);

  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(absent_.size());
  }
  /// In the order of the partners.
  [[nodiscard]] std::span<const Link> of(std::uint32_t segment) const {
    return std::span(links_).subspan(starts_[segment],
                                     starts_[segment + 1] - starts_[segment]);
  }
  /// The probability that the other document has nothing for the segment.
  [[nodiscard]] float absent(std::uint32_t segment) const { return absent_[segment]; }

 private:
  std::vector<std::size_t> starts_{0};
  std::vector<Link> links_;
  std::vector<float> absent_;
};

/// The way from one document over a third to another.
struct WitnessPath {
  const LinkTable& there;  ///< From the asking document to the witness.
  const LinkTable& on;     ///< From the witness to the other document.
};

/// What third languages say of the beads between two documents: if the witness k translates
/// both i and j, then i and j translate each other; if it translates i and another part of
/// the second document, they don't. A witness that lacks a segment is silent about it, and
/// one with a wider bead can't say where its parts belong.
/// Source: cf. Simard, "Text-translation alignment: three languages are better than two",
///         EMNLP 1999, where triples close their links; here posteriors are multiplied.
class Triangulation {
 public:
  /// `from_source` and `from_target` have a path for each witness, in the same order.
  Triangulation(std::span<const WitnessPath> from_source,
                std::span<const WitnessPath> from_target);

  /// Units: nats, at most 0.
  [[nodiscard]] float log_opinion(const SegmentRun& source, const SegmentRun& target) const;

  /// The share of the witnesses that have nothing against the bead, 0..1.
  [[nodiscard]] float agreement(const SegmentRun& source, const SegmentRun& target) const;

 private:
  /// What all witnesses say of the segments of one side, on average.
  struct Testimony {
    Testimony(std::span<const WitnessPath> paths);
    /// The probability that nothing speaks for a partner outside `others`.
    [[nodiscard]] float agreement(std::uint32_t segment, const SegmentRun& others) const;
    /// That as nats, which all beads ask for.
    [[nodiscard]] float log_agreement(std::uint32_t segment,
                                      const SegmentRun& others) const;

    [[nodiscard]] float link(std::uint32_t segment, std::uint32_t partner) const;

    float count = 0;  ///< Of the witnesses.
    std::vector<std::size_t> starts{0};
    std::vector<LinkTable::Link> links;  ///< Over the witnesses.
    std::vector<float> silent;           ///< Share of witnesses that lack the segment.
    std::vector<float> logs;     ///< Of the agreement with a run that has such a link best.
    std::vector<float> unheard;  ///< With one that has none, by segment.
    std::vector<float> alone;    ///< With the segment being alone.

   private:
    /// The probability that witnesses who lack the segment would agree with anything.
    [[nodiscard]] float abstention(std::uint32_t segment) const;
  };
  [[nodiscard]] float side_opinion(const Testimony& testimony, const SegmentRun& run,
                                   const SegmentRun& other) const;
  [[nodiscard]] float least_crossed(const SegmentRun& source,
                                    const SegmentRun& target) const;
  [[nodiscard]] float crossed(std::uint32_t source, std::uint32_t target) const;

  Testimony source_;
  Testimony target_;
  float weight_ = 0;
};

}  // namespace hexapla
