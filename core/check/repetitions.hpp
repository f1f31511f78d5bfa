#pragma once

#include "align/aligned_unit.hpp"
#include "check/finding.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace hexapla {

/// Segments that a document says more than once: the same source with different targets,
/// and the same target for different sources. One finding a group, at the rarer rendering.
/// Cost: memory for the segments that are linked one to one, each text once.
class Repetitions {
 public:
  /// `units` are those of one bitext, cells[0] being the source.
  void add(std::span<const AlignedUnit> units);

  /// In the order of the first segment that each is about.
  [[nodiscard]] std::vector<Finding> findings() const;

 private:
  /// Where a text is rendered in one way.
  struct Rendering {
    std::string text;
    std::vector<Spot> here;   ///< Of the text that is rendered.
    std::vector<Spot> there;  ///< Of its renderings.
    double confidence = 1;
  };
  /// By the form of a text: its renderings, by their forms.
  struct Group {
    std::string text;
    std::map<std::string, Rendering> renderings;
  };
  using Groups = std::unordered_map<std::string, Group>;

  static void add(Groups& groups, const Cell& text, const Cell& rendering,
                  double confidence);
  [[nodiscard]] static Finding several_targets(const Group& group);
  [[nodiscard]] static Finding several_sources(const Group& group);

  Groups by_source_;
  Groups by_target_;
};

}  // namespace hexapla
