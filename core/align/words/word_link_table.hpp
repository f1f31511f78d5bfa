#pragma once

// Private to core/align/.

#include "align/words/word_aligner.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace hexapla {

/// How well each word of one pair renders each of the other, in both directions, and the
/// links that follow from it. Made once and used for many pairs.
class WordLinkTable {
 public:
  void resize(std::size_t sources, std::size_t targets);

  /// How much likelier target word `target` becomes by each word of the source: to be
  /// filled.
  [[nodiscard]] std::span<float> sources_of(std::size_t target) {
    return std::span(by_source_).subspan(target * sources_, sources_);
  }
  /// The same of source word `source` by each word of the target.
  [[nodiscard]] std::span<float> targets_of(std::size_t source) {
    return std::span(by_target_).subspan(source * targets_, targets_);
  }

  [[nodiscard]] std::vector<WordLink> links();

 private:
  void weigh_by_place();
  void agree(bool with_neighbours);
  void add_neighbours();
  [[nodiscard]] bool is_best_of_the_unlinked(std::size_t source, std::size_t target) const;
  [[nodiscard]] float& joint(std::size_t source, std::size_t target) {
    return joint_[source * targets_ + target];
  }
  [[nodiscard]] float joint(std::size_t source, std::size_t target) const {
    return joint_[source * targets_ + target];
  }

  std::size_t sources_ = 0;
  std::size_t targets_ = 0;
  std::vector<float> by_source_;  ///< Targets are rows.
  std::vector<float> by_target_;  ///< Sources are rows.
  std::vector<float> joint_;      ///< What both directions agree on; sources are rows.
  std::vector<float> near_;       ///< What the neighbours of each link say for it.
  std::vector<float> row_sums_;
  std::vector<bool> source_linked_;
  std::vector<bool> target_linked_;
};

}  // namespace hexapla
