#include "check/make_unit.hpp"
#include "term/read_termbase.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

// The lines of tests/check/lines: a kind of error a file, right and wrong lines of it in
// all six languages. Columns: languages, what is expected, source, target. Expected is
//   quiet         nothing from warning up, silent nothing at all
//   error:A|B     an error that points at one of the words, in the source or the target;
//   loud:A|B      the same, error or warning;
//   any:A|B       the same, a note will do.

namespace hexapla {
namespace {

std::string contents_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(text).str();
}

bool covers_a_word(ByteRange range, std::string_view text, std::string_view words) {
  return std::ranges::any_of(parts_of(words, '|'), [&](std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1))
      if (range.begin < at + word.size() && at < range.end) return true;
    return false;
  });
}

bool points_at(const Finding& finding, std::string_view source, std::string_view target,
               std::string_view words) {
  // A whole line counts only where nothing narrower is pointed at.
  std::vector<std::pair<ByteRange, std::string_view>> places;
  for (const Spot& spot : finding.source)
    places.emplace_back(spot.range, source);
  for (const Spot& spot : finding.target)
    places.emplace_back(spot.range, target);
  const auto is_whole = [](const auto& place) {
    return place.first.size() == place.second.size();
  };
  if (!std::ranges::all_of(places, is_whole)) std::erase_if(places, is_whole);
  return std::ranges::any_of(places, [&](const auto& place) {
    return covers_a_word(place.first, place.second, words);
  });
}

/// The findings on a line as `hexapla check` has them; its length tells nothing here.
std::vector<Finding> usual_findings(const std::vector<std::string_view>& row,
                                    const Termbase& termbase) {
  const auto languages = parts_of(row[0], ',');
  const std::vector<AlignedUnit> units{
      make_unit(*Language::from(languages.at(0)), std::string(row[2]),
                *Language::from(languages.at(1)), std::string(row[3]))};
  const Profile usual = Profile::usual();
  auto findings = usual.applied(check(units, termbase, usual));
  std::erase_if(findings,
                [](const Finding& finding) { return finding.rule == Rule::length; });
  return findings;
}

std::string what_is_wrong(const std::vector<std::string_view>& row,
                          const Termbase& termbase) {
  const auto findings = usual_findings(row, termbase);
  const std::string_view expected = row[1];
  std::string said;
  for (const Finding& finding : findings)
    said.append("\n    ")
        .append(name_of(finding.rule))
        .append(" ")
        .append(name_of(finding.severity))
        .append(": ")
        .append(finding.message);
  const auto from = [&](Severity least) {
    return std::ranges::any_of(
        findings, [&](const Finding& finding) { return finding.severity >= least; });
  };
  if (expected == "quiet") return from(Severity::warning) ? "blamed" + said : "";
  if (expected == "silent") return from(Severity::note) ? "blamed" + said : "";
  const std::string_view kind = expected.substr(0, expected.find(':'));
  const Severity least = kind == "error"  ? Severity::error
                         : kind == "loud" ? Severity::warning
                                          : Severity::note;
  const bool found = std::ranges::any_of(findings, [&](const Finding& finding) {
    return finding.severity >= least &&
           points_at(finding, row[2], row[3], expected.substr(kind.size() + 1));
  });
  return found ? "" : "not found" + said;
}

}  // namespace

TEST_CASE("right lines are left alone and wrong ones are found, kind by kind",
          "[check][lines]") {
  const std::filesystem::path root = SOURCE_ROOT;
  const Termbase none;
  const Termbase core =
      read_termbase(contents_of(root / "corpora/termbases/un-core.tbx"), "un-core.tbx");
  std::size_t lines = 0;
  for (const auto& file : std::filesystem::directory_iterator(root / "tests/check/lines")) {
    const std::string table = contents_of(file.path());
    const bool has_terms = file.path().stem() == "terms";
    for (const auto& row : rows_of_table(table)) {
      REQUIRE(row.size() == 4);
      ++lines;
      INFO(file.path().filename().string() + ": " + std::string(row[0]) + " " +
           std::string(row[1]) + " | " + std::string(row[2]) + " | " + std::string(row[3]));
      CHECK(what_is_wrong(row, has_terms ? core : none) == "");
    }
  }
  constexpr std::size_t at_least = 900;
  CHECK(lines > at_least);
}

}  // namespace hexapla
