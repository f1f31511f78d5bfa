#pragma once

#include "align/aligned_unit.hpp"
#include "check/document_use.hpp"
#include "check/finding.hpp"
#include "check/profile.hpp"
#include "term/matcher.hpp"
#include "term/termbase.hpp"

#include <array>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace hexapla {

/// Compares the two cells of each unit of one bitext: `units` are units_of_beads() of the
/// pivot and one other version, so cells[0] is the source where a unit has two cells. Units
/// with one cell are passed over: an omission is the alignment's to report.
/// Shape: findings in the order of the units, most severe first within a unit.
[[nodiscard]] std::vector<Finding> check(std::span<const AlignedUnit> units,
                                         const Termbase& termbase,
                                         const Profile& profile = Profile::everything());

/// check() for many documents of the same two languages: the termbase is made ready once.
/// Keeps a reference to the termbase. Safe to share between threads.
class Checker {
 public:
  /// Rules that `profile` switches off are not asked, and silence no others; what else it
  /// says is for Profile::applied().
  Checker(const Termbase& termbase, Language source, Language target,
          const Profile& profile = Profile::everything());
  /// The termbase has to outlive the checker.
  Checker(Termbase&& termbase, Language source, Language target,
          const Profile& profile = Profile::everything()) = delete;

  /// `units` are of the two languages, cells[0] being the source.
  [[nodiscard]] std::vector<Finding> check(std::span<const AlignedUnit> units) const;

  /// The same for a document that is too large to be held as units: survey() is given all
  /// of them, a stretch at a time; then use.learn(), and check() with what was gathered.
  void survey(std::span<const AlignedUnit> units, DocumentUse& use) const;
  [[nodiscard]] std::vector<Finding> check(std::span<const AlignedUnit> units,
                                           const DocumentUse& use) const;

  /// What survey() has read, for check() of the same units: half of the work is then done
  /// once. Refers to the units.
  using Read = std::vector<std::optional<CellPair>>;
  [[nodiscard]] Read survey_and_keep(std::span<const AlignedUnit> units,
                                     DocumentUse& use) const;
  [[nodiscard]] std::vector<Finding> check(std::span<const AlignedUnit> units,
                                           const DocumentUse& use, Read read) const;

 private:
  const Termbase* termbase_;
  std::array<Language, 2> languages_;
  TermMatcher source_;
  TermMatcher target_;
  std::set<Rule> switched_off_;
};

}  // namespace hexapla
