#pragma once

#include "check/dismissals.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// True for a finding that is named so: fr:12:number, by language, segment and rule.
[[nodiscard]] bool is_at(const Finding& finding, std::string_view place);

/// --dismissals and --dismiss.
struct DismissalOptions {
  std::optional<std::filesystem::path> file;
  std::optional<std::string> places;
};

/// Leaves out what --dismissals FILE holds, having added to it what --dismiss names by
/// language, segment and rule, as in fr:12:number,fr:30:name. The file is made when it is
/// not there.
/// Errors: UsageError for --dismiss without --dismissals, or a place where nothing was
/// found.
void leave_out_dismissed(const DismissalOptions& given,
                         const Dismissals::SegmentText& text_of,
                         std::vector<Finding>& findings);

}  // namespace hexapla::cli
