#include "cli/options/dismissals_file.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace hexapla::cli {
bool is_at(const Finding& finding, std::string_view place) {
  const Spot& spot = finding.target.front();
  return place == std::string(spot.language.tag()) + ':' + std::to_string(spot.segment) +
                      ':' + std::string(name_of(finding.rule));
}

void leave_out_dismissed(const DismissalOptions& given,
                         const Dismissals::SegmentText& text_of,
                         std::vector<Finding>& findings) {
  const auto& [file, places] = given;
  if (places && !file)
    throw UsageError("--dismiss needs a file to remember in, --dismissals");
  if (!file) return;
  Dismissals dismissals;
  if (!places || std::filesystem::exists(*file))
    dismissals.read(read_file(*file), file->string());
  if (places) {
    for (const std::string_view place : parts_of(*places, ',')) {
      bool found = false;
      for (const Finding& finding : findings) {
        if (!is_at(finding, place)) continue;
        dismissals.add(finding, text_of);
        found = true;
      }
      if (!found)
        throw UsageError("nothing was found at '" + std::string(place) +
                         "'; --dismiss takes LANGUAGE:SEGMENT:RULE, as in fr:12:number");
    }
    change_file(*file, [&](std::ostream& out) { dismissals.write(out); });
  }
  std::erase_if(findings,
                [&](const Finding& finding) { return dismissals.holds(finding, text_of); });
}

}  // namespace hexapla::cli
