#pragma once

#include "align/multitext.hpp"
#include "check/finding.hpp"
#include "check/profile.hpp"
#include "cli/options/check_lines.hpp"
#include "term/termbase.hpp"

#include <array>
#include <vector>

namespace hexapla::cli {

/// The findings of all bitexts with the pivot that the profile wants, in their order.
[[nodiscard]] std::vector<Finding> findings_of(const Multitext& multitext,
                                               const Termbase& termbase,
                                               const Profile& profile = Profile::usual());

/// The findings of two files of aligned lines, taken for one document.
[[nodiscard]] std::vector<Finding> findings_of(const AlignedLines& lines,
                                               const std::array<Language, 2>& languages,
                                               const Termbase& termbase,
                                               const Profile& profile = Profile::usual());

}  // namespace hexapla::cli
