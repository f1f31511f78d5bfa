#include "cli/print/drift_output.hpp"

#include "format/html_text.hpp"
#include "format/tab_field.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

constexpr std::string_view no_term = "(none of its terms)";
constexpr std::string_view no_year = "undated";

/// The most usual first.
std::vector<std::pair<std::string, std::size_t>> by_count(const TermCounts& counts) {
  std::vector<std::pair<std::string, std::size_t>> terms(counts.begin(), counts.end());
  std::ranges::stable_sort(terms, std::ranges::greater(),
                           &std::pair<std::string, std::size_t>::second);
  return terms;
}

std::string year_name(const std::string& year) {
  return year.empty() ? std::string(no_year) : year;
}

std::string term_name(const std::string& term) {
  return term.empty() ? std::string(no_term) : term;
}

std::string certainty_of(const DriftChange& change) {
  std::array<char, 16> digits{};
  (void)std::snprintf(digits.data(), digits.size(), "%.3f", change.certainty);
  return digits.data();
}

std::string words_of_change(const DriftChange& change) {
  return "from " + change.year + " on " + change.to + " (" + std::to_string(change.after) +
         " x), before " + change.from + " (" + std::to_string(change.before) + " x)";
}

std::string words_of_counts(const TermCounts& counts) {
  std::string words;
  for (const auto& [term, count] : by_count(counts))
    words += (words.empty() ? "" : ", ") + term_name(term) + ' ' + std::to_string(count);
  return words;
}

std::string place_of_drift(const Drift& drift) {
  return std::string(drift.language.tag()) + (drift.body.empty() ? "" : " " + drift.body);
}

}  // namespace

void write_drift_text(std::ostream& out, const DriftReport& report) {
  std::string concept_id;
  for (const auto& [drift, changes] : report.lines) {
    if (drift.concept_id != concept_id)
      out << drift.concept_id << "  " << drift.label << '\n';
    concept_id = drift.concept_id;
    out << "  " << place_of_drift(drift) << '\n';
    for (const DriftChange& change : changes)
      out << "    changed: " << words_of_change(change) << '\n';
    for (const auto& [year, counts] : drift.years)
      out << "    " << year_name(year) << "  " << words_of_counts(counts) << '\n';
  }
}

void write_drift_tsv(std::ostream& out, const DriftReport& report) {
  out << "concept\tlabel\tlanguage\tbody\tyear\tterm\tcount\n";
  for (const auto& [drift, changes] : report.lines)
    for (const auto& [year, counts] : drift.years)
      for (const auto& [term, count] : by_count(counts))
        out << tab_field(drift.concept_id) << '\t' << tab_field(drift.label) << '\t'
            << drift.language.tag() << '\t' << tab_field(drift.body) << '\t' << year << '\t'
            << tab_field(term) << '\t' << count << '\n';
}

void write_drift_jsonl(std::ostream& out, const DriftReport& report) {
  using Json = nlohmann::ordered_json;
  for (const auto& [drift, changes] : report.lines) {
    Json years = Json::object();
    for (const auto& [year, counts] : drift.years) {
      Json terms = Json::object();
      for (const auto& [term, count] : by_count(counts))
        terms[term] = count;
      years[year] = terms;
    }
    Json changed = Json::array();
    for (const DriftChange& change : changes)
      changed.push_back({{"year", change.year},
                         {"from", change.from},
                         {"to", change.to},
                         {"before", change.before},
                         {"after", change.after},
                         {"certainty", change.certainty}});
    out << Json{{"concept", drift.concept_id},
                {"label", drift.label},
                {"language", drift.language.tag()},
                {"body", drift.body},
                {"years", years},
                {"changes", changed}}
               .dump()
        << '\n';
  }
}

void write_drift_html(std::ostream& out, const DriftReport& report) {
  const std::string title = "Terms of " + escaped(report.corpus);
  out << "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>" << title
      << "</title>\n<style>body{font:1em sans-serif;margin:2em}table{border-collapse:"
         "collapse}td,th{border:1px solid #999;padding:.3em .6em;text-align:start;"
         "vertical-align:top}.changed{background:#fff3c4}</style>\n<h1>"
      << title << "</h1>\n";
  std::string concept_id;
  for (const auto& [drift, changes] : report.lines) {
    if (drift.concept_id != concept_id) {
      if (!concept_id.empty()) out << "</table>\n";
      out << "<h2>" << escaped(drift.label) << " <small>" << escaped(drift.concept_id)
          << "</small></h2>\n<table><tr><th>Language<th>Year<th>Terms</tr>\n";
    }
    concept_id = drift.concept_id;
    for (const auto& [year, counts] : drift.years) {
      const auto change = std::ranges::find(changes, year, &DriftChange::year);
      out << "<tr" << (change == changes.end() ? "" : " class=\"changed\"") << "><td>"
          << escaped(place_of_drift(drift)) << "<td>" << year_name(year) << "<td lang=\""
          << drift.language.tag() << "\" dir=\""
          << (drift.language.right_to_left() ? "rtl" : "ltr") << "\">"
          << escaped(words_of_counts(counts));
      if (change != changes.end())
        out << "<br><span lang=\"en\" dir=\"ltr\">" << escaped(words_of_change(*change))
            << ", certainty " << certainty_of(*change) << "</span>";
      out << "</tr>\n";
    }
  }
  if (!concept_id.empty()) out << "</table>\n";
  out << "</html>\n";
}

}  // namespace hexapla::cli
