#include "cli/options/anchors_file.hpp"

#include "text/error.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace hexapla::cli {
namespace {

std::string_view trimmed_cell(std::string_view cell) {
  constexpr std::string_view blanks = " \r";
  const auto first = cell.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return cell.substr(first, cell.find_last_not_of(blanks) - first + 1);
}

/// Reads the rows one by one, and knows where it is.
class AnchorsReader {
 public:
  AnchorsReader(std::string_view name, std::span<const SegmentedDocument> versions)
      : name_(name), versions_(versions) {}

  void read(std::string_view text) {
    for (const std::string_view line : parts_of(text, '\n')) {
      ++line_;
      if (trimmed_cell(line).empty() || line.starts_with('#')) continue;
      if (columns_.empty()) {
        read_header(line);
      } else {
        read_row(line);
      }
    }
    if (columns_.empty())
      refuse(Fault::malformed, "lacks its first line, the tags of languages: zh<TAB>en");
  }

  [[nodiscard]] std::vector<ConfirmedBeads> confirmed() const {
    std::vector<ConfirmedBeads> all;
    for (const auto& [pair, beads] : beads_)
      all.push_back({pair.first, pair.second, beads});
    return all;
  }

 private:
  [[noreturn]] void refuse(Fault fault, std::string_view why) const {
    throw Error(fault, {name_, line_}, why);
  }

  void read_header(std::string_view line) {
    for (const std::string_view cell : parts_of(line, '\t')) {
      const std::string_view tag = trimmed_cell(cell);
      const auto version =
          std::ranges::find_if(versions_, [&](const SegmentedDocument& candidate) {
            return candidate.document.language.tag() == tag;
          });
      if (version == versions_.end())
        refuse(Fault::inconsistent,
               "names the language '" + std::string(tag) +
                   "', in which there is no file; the first line holds their tags");
      const auto number = static_cast<std::uint32_t>(version - versions_.begin());
      if (std::ranges::find(columns_, number) != columns_.end())
        refuse(Fault::malformed, "names " + std::string(tag) + " twice");
      columns_.push_back(number);
    }
    if (columns_.size() < 2) refuse(Fault::malformed, "names fewer than two languages");
  }

  void read_row(std::string_view line) {
    const auto cells = parts_of(line, '\t');
    if (cells.size() > columns_.size())
      refuse(Fault::malformed, "has more cells than the first line has languages");
    std::map<std::uint32_t, SegmentRun> runs;
    for (std::size_t column = 0; column < cells.size(); ++column)
      if (const auto run = run_in(trimmed_cell(cells[column]), columns_[column]))
        runs.emplace(columns_[column], *run);
    if (runs.size() < 2)
      refuse(Fault::malformed,
             "speaks of fewer than two languages; a dash says that one "
             "has nothing here");
    for (auto source = runs.begin(); source != runs.end(); ++source)
      for (auto target = std::next(source); target != runs.end(); ++target)
        if (!source->second.empty() || !target->second.empty())
          beads_[{source->first, target->first}].push_back(
              {source->second, target->second, 1});
  }

  /// `7`, `7-9` or `-`; nothing when the cell says nothing.
  std::optional<SegmentRun> run_in(std::string_view cell, std::uint32_t version) {
    if (cell.empty()) return std::nullopt;
    if (cell == "-") return SegmentRun{};
    const auto dash = cell.find('-');
    const std::uint32_t first = number_in(cell.substr(0, dash));
    const std::uint32_t last =
        dash == std::string_view::npos ? first : number_in(cell.substr(dash + 1));
    if (last < first) refuse(Fault::malformed, "has a run that ends before it begins");
    const SegmentedDocument& text = versions_[version];
    const std::string tag(text.document.language.tag());
    if (last >= text.segments.size())
      refuse(Fault::inconsistent,
             "names segment " + std::to_string(last) + " of " + tag + ", which has " +
                 std::to_string(text.segments.size()) + ", counted from 0");
    for (auto segment = first; segment <= last; ++segment)
      if (!seen_.insert({version, segment}).second)
        refuse(Fault::inconsistent, "names segment " + std::to_string(segment) + " of " +
                                        tag + " again; each belongs on one line");
    return SegmentRun{first, last + 1};
  }

  std::uint32_t number_in(std::string_view digits) const {
    std::uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size())
      refuse(Fault::malformed, "holds '" + std::string(digits) +
                                   "' instead of a segment's number, as in 7 or 7-9");
    return number;
  }

  std::string name_;
  std::span<const SegmentedDocument> versions_;
  std::size_t line_ = 0;
  std::vector<std::uint32_t> columns_;                      ///< The version of each.
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen_;  ///< Version, segment.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Bead>> beads_;
};

}  // namespace

std::vector<ConfirmedBeads> read_anchors(std::string_view text, std::string_view name,
                                         std::span<const SegmentedDocument> versions) {
  AnchorsReader reader(name, versions);
  reader.read(text);
  return reader.confirmed();
}

}  // namespace hexapla::cli
