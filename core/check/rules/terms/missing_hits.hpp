#pragma once

// Private to core/check/.

#include "check/parsed_cell.hpp"
#include "check/rules/rules.hpp"
#include "check/rules/terms/said_apart.hpp"
#include "term/termbase.hpp"

#include <cstdint>
#include <vector>

namespace hexapla {

/// Concepts of the source that the target could say and does not.
/// Shape: one hit a range: several concepts on one range are different meanings of the same
///        words.
class MissingHits {
 public:
  MissingHits(const CellPair& pair, const CheckContext& around);

  [[nodiscard]] const std::vector<TermHit>& hits() const { return missing_; }

  /// Those that the target says, but in fewer places than the source.
  [[nodiscard]] std::vector<TermHit> said_too_seldom() const;

 private:
  void add(const std::vector<TermHit>& hits);
  [[nodiscard]] bool is_known(const TermHit& hit) const;
  [[nodiscard]] bool is_vague(const TermHit& hit) const;
  [[nodiscard]] bool is_said(const std::vector<TermHit>& hits, ByteRange range) const;
  [[nodiscard]] bool is_partly_said(const std::vector<TermHit>& hits) const;
  [[nodiscard]] bool says_soundly(std::uint32_t concept_index) const;
  [[nodiscard]] std::vector<TermHit> hits_inside(ByteRange range) const;

  const CellPair& pair_;
  const CheckContext& around_;
  std::vector<TermHit> missing_;
  WordRoots roots_;  ///< Of the target.
};

}  // namespace hexapla
