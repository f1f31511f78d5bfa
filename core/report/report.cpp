#include "report/report.hpp"

#include "align/aligned_unit.hpp"
#include "format/html_text.hpp"
#include "report/places.hpp"
#include "report/summary.hpp"
#include "report/table.hpp"
#include "report_data.hpp"

#include <array>
#include <cstdint>
#include <ostream>
#include <set>

namespace hexapla {
namespace {

/// No script, no image, no font, no frame; styles only from the page itself.
constexpr std::string_view policy = "default-src 'none'; style-src 'unsafe-inline'";

/// What is switched off is hidden; of rows with findings only, those are shown that have
/// one of a kind that is on.
void write_switch_rules(std::ostream& out, const Places& places) {
  const std::vector<FindingKind> kinds = kinds_in(places);
  std::set<std::string> switches;
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    const auto& [severity, rule, language] = kinds[kind];
    const std::array ids{"s-" + std::string(name_of(severity)),
                         "r-" + std::string(name_of(rule)),
                         "l-" + std::string(language.tag())};
    switches.insert(ids.begin(), ids.end());
    out << "body:has(#only-findings:checked)";
    for (const std::string& id : ids)
      out << ":has(#" << id << ":checked)";
    out << " .rows tr.k" << kind << " { display: var(--row); }\n";
  }
  for (const std::string& id : switches) {
    const std::string kind = id.starts_with("s-") ? id.substr(2) : id;
    const std::string off = "body:has(#" + id + ":not(:checked)) ";
    out << off << ":is(.remark, .number, .findings li)." << kind << " { display: none; }\n"
        << off << "mark." << kind
        << " { background: none; box-shadow: none; text-decoration: none; }\n";
  }
}

void write_head(std::ostream& out, const ReportInput& input, const Places& places) {
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         R"(<meta http-equiv="Content-Security-Policy" content=")"
      << policy
      << "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" "
         R"(content=")"
      << escaped(input.program) << "\">\n<title>" << escaped(input.title)
      << "</title>\n<style>\n"
      << embedded::report_css;
  // One rule a column: a checkbox that is not checked hides it.
  for (std::size_t column = 0; column < input.multitext.documents.size(); ++column)
    out << "body:has(#show-" << column << ":not(:checked)) .column-" << column
        << " { display: none; }\n";
  write_switch_rules(out, places);
  out << "</style>\n</head>\n";
}

void write_page(std::ostream& out, const ReportInput& input,
                std::span<const AlignedUnit> units, const Places& places) {
  std::vector<Language> languages;
  for (const SegmentedDocument& version : input.multitext.documents)
    languages.push_back(version.document.language);
  write_head(out, input, places);
  out << "<body>\n<a class=\"skip\" href=\"#rows\">Skip to the text</a>\n";
  write_summary(out, input, units, places);
  out << "<main>\n";
  write_table(out, languages, units, places);
  out << "</main>\n<footer>Made by " << escaped(input.program) << "</footer>\n"
      << "</body>\n</html>\n";
}

}  // namespace

std::vector<Finding> findings_as_numbered(const Multitext& multitext,
                                          std::span<const Finding> findings) {
  std::vector<Finding> numbered;
  for (PlacedFinding& placed : places_of(units_of_rows(multitext), findings).findings)
    numbered.push_back(std::move(placed.finding));
  return numbered;
}

void write_report(std::ostream& out, const ReportInput& input) {
  const auto only_one = [](std::size_t) { return std::string(); };
  write_report_pages(
      input, only_one,
      [&](const std::string&, const std::function<void(std::ostream&)>& page) {
        page(out);
      },
      SIZE_MAX);
}

void write_report_pages(
    const ReportInput& input, const std::function<std::string(std::size_t)>& file_of,
    const std::function<void(const std::string& file,
                             const std::function<void(std::ostream&)>& page)>& write,
    std::size_t most) {
  const std::vector<AlignedUnit> units = units_of_rows(input.multitext);
  Places places = places_of(units, input.findings);
  places.facts = input.facts;
  cut_into_pages(places, static_cast<std::uint32_t>(units.size()), most, file_of);
  for (; places.page < places.pages.size(); ++places.page)
    write(places.here().file,
          [&](std::ostream& out) { write_page(out, input, units, places); });
}

}  // namespace hexapla
