#pragma once

#include "workbench/review/review_act.hpp"

namespace hexapla {

/// A memory as a reviser looks at it: a version a language, a row a unit, with what people
/// said of the units. It has no findings: these are made of it.
/// Errors: those of Store::each_unit. Memory: all of the work.
[[nodiscard]] DecidedWork memory_as_work(const Store& store, std::int64_t work);

/// What an act on such a work is as a decision on the memory itself.
/// Errors: Fault::inconsistent with words for the reviser when it can't be: units are not
///         joined, parted or judged by language.
[[nodiscard]] Proposal proposal_for_memory(const Store& store, const ReviewedWork& work,
                                           const ReviewAct& act);

}  // namespace hexapla
