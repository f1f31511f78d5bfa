#pragma once

// Private to core/collection/.

#include "collection/grouping.hpp"

namespace hexapla {

/// Scores each file against the other versions of its group, and doubts those whose content
/// is another: "not parallel", or "content against name" where another work is like it.
void check_by_content(std::vector<Candidate>& candidates, const ContentIndex& index);

/// Joins files that are alone, each to at most one group, which has no version in its
/// language.
void group_by_content(std::vector<Candidate>& candidates, const ContentIndex& index);

/// Two versions of one work in one language, and versions without another.
void find_rivals(std::vector<Candidate>& candidates);

}  // namespace hexapla
