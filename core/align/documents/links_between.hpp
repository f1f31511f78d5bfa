#pragma once

#include "align/documents/triangulation.hpp"
#include "align/multitext.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace hexapla {

/// The links of many bitexts, to be asked for from either side.
class LinksBetween {
 public:
  explicit LinksBetween(std::uint32_t documents) : documents_(documents) {
    tables_.resize(documents * documents);
  }

  void set(std::uint32_t source, std::uint32_t target, std::span<const Bead> beads,
           std::span<const std::uint32_t> sizes) {
    tables_[source * documents_ + target] =
        LinkTable(beads, &Bead::source, &Bead::target, sizes[source]);
    tables_[target * documents_ + source] =
        LinkTable(beads, &Bead::target, &Bead::source, sizes[target]);
  }

  [[nodiscard]] const LinkTable& between(std::uint32_t from, std::uint32_t to) const {
    return tables_[from * documents_ + to];
  }

  /// The documents that are linked with both.
  [[nodiscard]] std::vector<std::uint32_t> thirds(std::uint32_t one,
                                                  std::uint32_t other) const {
    std::vector<std::uint32_t> result;
    for (std::uint32_t third = 0; third < documents_; ++third)
      if (third != one && third != other && is_set(one, third) && is_set(third, other))
        result.push_back(third);
    return result;
  }

  /// The ways from one document over each third to the other.
  [[nodiscard]] std::vector<WitnessPath> paths(std::uint32_t from, std::uint32_t to) const {
    std::vector<WitnessPath> result;
    for (const auto third : thirds(from, to))
      result.push_back({between(from, third), between(third, to)});
    return result;
  }

 private:
  [[nodiscard]] bool is_set(std::uint32_t one, std::uint32_t other) const {
    return between(one, other).size() > 0 || between(other, one).size() > 0;
  }

  std::uint32_t documents_;
  std::vector<LinkTable> tables_;  ///< By document, then by document.
};

}  // namespace hexapla
