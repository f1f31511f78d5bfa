#include "report/report.hpp"

#include "align/aligned_unit.hpp"
#include "format/html_text.hpp"
#include "report/places.hpp"
#include "report/summary.hpp"
#include "report/table.hpp"
#include "report_data.hpp"

#include <ostream>

namespace hexapla {
namespace {

/// No script, no image, no font, no frame; styles only from the page itself.
constexpr std::string_view policy = "default-src 'none'; style-src 'unsafe-inline'";

void write_head(std::ostream& out, const ReportInput& input) {
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
  out << "</style>\n</head>\n";
}

}  // namespace

void write_report(std::ostream& out, const ReportInput& input) {
  const std::vector<AlignedUnit> units = units_of_rows(input.multitext);
  const Places places = places_of(units, input.findings);
  std::vector<Language> languages;
  for (const SegmentedDocument& version : input.multitext.documents)
    languages.push_back(version.document.language);
  write_head(out, input);
  out << "<body>\n<a class=\"skip\" href=\"#rows\">Skip to the text</a>\n";
  write_summary(out, input, units, places);
  out << "<main>\n";
  write_table(out, languages, units, places);
  out << "</main>\n<footer>Made by " << escaped(input.program) << "</footer>\n"
      << "</body>\n</html>\n";
}

}  // namespace hexapla
