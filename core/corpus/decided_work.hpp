#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "corpus/decision.hpp"
#include "corpus/stored_unit.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace hexapla {

/// A documents work as it is after all decisions, with what people said of it.
struct DecidedWork {
  Multitext multitext;
  std::vector<std::int64_t> ids;  ///< One a row; a row that stays the same keeps its id.
  std::vector<Verdict> verdicts;  ///< One a row.
  /// Of each row, what was said of its links with the pivot, by the other document; nothing
  /// where it has no such link.
  std::vector<std::vector<std::optional<Verdict>>> by_document;
  /// Documents and segments whose text a person has changed.
  std::set<std::pair<std::uint32_t, std::uint32_t>> edited;
  std::vector<LoggedDecision> log;
  std::vector<Finding> findings;  ///< Those dismissed, too.
};

/// Makes the findings of a work anew once a decision has changed it. It gets the work with
/// the findings as they were, and may keep it: nobody else reads it afterwards.
using Recheck = std::function<std::vector<Finding>(DecidedWork&)>;

}  // namespace hexapla
