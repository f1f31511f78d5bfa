#include "align/align_versions.hpp"

#include "align/documents/links_between.hpp"
#include "align/documents/triangulation.hpp"
#include "align/parallel_for.hpp"
#include "align/rows.hpp"

#include <algorithm>
#include <optional>

namespace hexapla {
namespace {

struct Pair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
};

/// All pairs of the versions of a document, aligned round by round.
class AllPairs {
 public:
  AllPairs(std::span<const Version> versions, std::span<const ConfirmedBeads> confirmed,
           const VersionsSettings& settings)
      : versions_(versions), confirmed_(confirmed), settings_(settings) {
    const auto count = static_cast<std::uint32_t>(versions.size());
    for (std::uint32_t source = 0; source < count; ++source)
      for (std::uint32_t target = source + 1; target < count; ++target)
        pairs_.push_back({source, target});
    aligned_.resize(pairs_.size());
  }

  std::vector<Bitext> bitexts() {
    align_all();
    for (const GuidedAlignment& aligned : aligned_)
      belonging_.push_back(aligned.belonging);  // as each pair sees it, without witnesses
    const bool has_witnesses = versions_.size() > 2;
    for (std::uint32_t round = 0; has_witnesses && round < settings_.witness_rounds;
         ++round) {
      read_links();
      align_all();
    }
    std::vector<Bitext> result;
    for (std::size_t pair = 0; pair < pairs_.size(); ++pair)
      result.push_back({pairs_[pair].source, pairs_[pair].target,
                        std::move(aligned_[pair].beads),
                        std::move(aligned_[pair].explanations)});
    return result;
  }

  /// What there is to say of `bitexts`, which bitexts() has returned.
  [[nodiscard]] std::vector<JudgedBitext> judged(std::span<const Bitext> bitexts) const {
    std::vector<JudgedBitext> result(bitexts.size());
    parallel_for(bitexts.size(), settings_.threads, [&](std::size_t pair) {
      const Version& source = versions_[bitexts[pair].source];
      const Version& target = versions_[bitexts[pair].target];
      result[pair] = {
          bitexts[pair].source, bitexts[pair].target, belonging_[pair],
          remarks_on(texts_of(source.text), texts_of(target.text), bitexts[pair].beads,
                     belonging_[pair], settings_for(source, target))};
    });
    return result;
  }

 private:
  static AlignmentSide texts_of(const SegmentedDocument& text) {
    AlignmentSide side{text.document.language, {}, {}};
    for (const Segment& segment : text.segments)
      side.segments.push_back(text.text_of(segment));
    return side;
  }

  void align_all() {
    std::vector<GuidedAlignment> next(pairs_.size());
    parallel_for(pairs_.size(), settings_.threads,
                 [&](std::size_t pair) { next[pair] = aligned(pair); });
    aligned_ = std::move(next);
  }

  [[nodiscard]] GuidedAlignment aligned(std::size_t number) const {
    const Pair& pair = pairs_[number];
    AlignmentConstraints guidance;
    if (links_) guidance.before = &aligned_[number].found;
    for (const ConfirmedBeads& known : confirmed_)
      if (known.source == pair.source && known.target == pair.target)
        guidance.fixed.insert(guidance.fixed.end(), known.beads.begin(), known.beads.end());
    const Version& source = versions_[pair.source];
    const Version& target = versions_[pair.target];
    const AlignSettings settings = settings_for(source, target);
    if (!links_) return align_documents_guided(source, target, guidance, settings);
    const Triangulation witnesses(links_->paths(pair.source, pair.target),
                                  links_->paths(pair.target, pair.source));
    guidance.prior = [&](const SegmentRun& from, const SegmentRun& to) {
      return witnesses.log_opinion(from, to);
    };
    return align_documents_guided(source, target, guidance, settings);
  }

  [[nodiscard]] AlignSettings settings_for(const Version& source,
                                           const Version& target) const {
    AlignSettings settings = settings_.pairs;
    const auto known = std::ranges::find_if(settings_.words, [&](const WordsBetween& w) {
      return w.source == source.text.document.language &&
             w.target == target.text.document.language;
    });
    if (known != settings_.words.end()) settings.words = known->words;
    return settings;
  }

  void read_links() {
    std::vector<std::uint32_t> sizes;
    for (const Version& version : versions_)
      sizes.push_back(static_cast<std::uint32_t>(version.text.segments.size()));
    links_.emplace(static_cast<std::uint32_t>(versions_.size()));
    parallel_for(pairs_.size(), settings_.threads, [&](std::size_t number) {
      const auto [source, target] = pairs_[number];
      links_->set(source, target, aligned_[number].likely, sizes);
    });
  }

  std::span<const Version> versions_;
  std::span<const ConfirmedBeads> confirmed_;
  const VersionsSettings& settings_;
  std::vector<Pair> pairs_;
  std::vector<GuidedAlignment> aligned_;  ///< By pair.
  std::vector<std::optional<BelongingScore>> belonging_;
  std::optional<LinksBetween> links_;  ///< Of the last round.
};

}  // namespace

Multitext align_versions(std::vector<SegmentedDocument> documents,
                         std::span<const SegmentConcepts> concepts,
                         std::span<const ConfirmedBeads> confirmed,
                         const VersionsSettings& settings) {
  static const SegmentConcepts nothing_known;
  Multitext multitext{std::move(documents), {}, {}};
  std::vector<Version> versions;
  std::vector<std::uint32_t> sizes;
  for (const SegmentedDocument& text : multitext.documents) {
    versions.push_back(
        {text, concepts.empty() ? nothing_known : concepts[versions.size()]});
    sizes.push_back(static_cast<std::uint32_t>(text.segments.size()));
  }
  AllPairs all(versions, confirmed, settings);
  multitext.bitexts = all.bitexts();
  if (settings.pairs.judge) multitext.judged = all.judged(multitext.bitexts);
  multitext.rows = rows_from(multitext.bitexts, sizes, confirmed);
  multitext.confirmed.assign(confirmed.begin(), confirmed.end());
  return multitext;
}

}  // namespace hexapla
