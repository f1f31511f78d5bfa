#include "report/summary.hpp"

#include "format/html_text.hpp"
#include "report/concepts.hpp"
#include "report/statistics.hpp"
#include "report/table.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <set>
#include <tuple>

namespace hexapla {
namespace {

/// Columns of the table of documents and of the matrix, which are made alike.
void write_head(std::ostream& out, std::span<const std::string> columns) {
  out << "<thead><tr>";
  for (const std::string& column : columns)
    out << R"(<th scope="col">)" << column << "</th>";
  out << "</tr></thead>\n<tbody>\n";
}

std::string language_span(Language language) {
  return R"(<span lang=")" + std::string(language.tag()) + R"(">)" + native_name(language) +
         "</span>";
}

/// "54 of 1–1, 3 of 1–2": how many beads have how many segments on either side.
std::string shapes_of(const Bitext& bitext) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shapes;
  for (const Bead& bead : bitext.beads)
    ++shapes[{bead.source.size(), bead.target.size()}];
  std::string words;
  for (const auto& [shape, count] : shapes) {
    if (!words.empty()) words += ", ";
    words += std::to_string(count) + " of " + std::to_string(shape.first) + "–" +
             std::to_string(shape.second);
  }
  return words;
}

void write_documents(std::ostream& out, const Multitext& multitext) {
  out << "<section><h2>Documents</h2><table class=\"documents\">\n";
  const std::array<std::string, 5> columns{"Language", "File", "Segments", "Beads",
                                           "Segments in the pivot – in this version"};
  write_head(out, columns);
  for (std::size_t i = 0; i < multitext.documents.size(); ++i) {
    const auto& [document, segments] = multitext.documents[i];
    out << R"(<tr><th scope="row">)" << language_span(document.language) << "</th><td><bdi>"
        << escaped(document.name) << R"(</bdi></td><td class="count">)" << segments.size()
        << "</td>";
    const auto bitext = std::ranges::find(multitext.bitexts, static_cast<std::uint32_t>(i),
                                          &Bitext::target);
    if (bitext == multitext.bitexts.end()) {
      out << "<td class=\"count\">—</td><td>pivot</td></tr>\n";
    } else {
      out << R"(<td class="count">)" << bitext->beads.size() << "</td><td>"
          << shapes_of(*bitext) << "</td></tr>\n";
    }
  }
  out << "</tbody></table></section>\n";
}

/// Findings by rule and by the language that departs.
void write_matrix(std::ostream& out, std::span<const Language> languages,
                  const Places& places) {
  std::map<std::pair<Rule, Language>, std::size_t> counts;
  std::map<Rule, std::size_t> sums;
  for (const auto& [finding, cell] : places.findings) {
    ++sums[finding.rule];
    if (!finding.target.empty()) ++counts[{finding.rule, finding.target.front().language}];
  }
  out << "<section><h2>Findings by rule</h2>";
  if (sums.empty()) {
    out << "<p class=\"none\">None: no version departs from the pivot.</p></section>\n";
    return;
  }
  out << "<table class=\"matrix\">\n";
  std::vector<std::string> columns{"Rule", "Dimension"};
  for (const Language language : languages)
    columns.emplace_back(language.tag());
  columns.emplace_back("All");
  write_head(out, columns);
  for (const auto& [rule, sum] : sums) {
    out << R"(<tr><th scope="row">)" << spoken(name_of(rule)) << "</th><td>"
        << dimension_of(rule) << "</td>";
    for (const Language language : languages) {
      const auto count = counts.find({rule, language});
      out << R"(<td class="count">)"
          << (count == counts.end() ? "·" : std::to_string(count->second)) << "</td>";
    }
    out << R"(<td class="count sum">)" << sum << "</td></tr>\n";
  }
  out << "</tbody></table></section>\n";
}

/// Findings that say the same of several places, in the order of the first of each.
std::vector<std::vector<std::size_t>> repeats_in(const Places& places) {
  using Said = std::tuple<FindingKind, std::string_view, std::string_view>;
  std::map<Said, std::size_t> groups;
  std::vector<std::vector<std::size_t>> repeats;
  for (std::size_t at = places.here().first; at < places.here().last; ++at) {
    const Finding& finding = places.findings[at].finding;
    const auto [group, is_new] = groups.emplace(
        Said(kind_of(finding), finding.message, finding.suggestion), repeats.size());
    if (is_new) repeats.emplace_back();
    repeats[group->second].push_back(at);
  }
  return repeats;
}

/// Links to the places of findings, each with its number.
void write_places(std::ostream& out, std::span<const std::size_t> group,
                  const Places& places, std::span<const AlignedUnit> units) {
  for (const std::size_t at : group) {
    const auto& cell = places.findings[at].cell;
    if (!cell) continue;
    out << R"( <a)";
    if (at != group.front()) out << R"( id="finding-)" << at + 1 << '"';
    out << R"( href=")" << places.to_place(at) << R"(">)"
        << (at == group.front() ? language_span(cell->second) + " row " : std::string())
        << units[cell->first].number << "</a>";
  }
  if (group.size() > 1) out << R"( <span class="times">×)" << group.size() << "</span>";
  out << ' ';
}

void write_item(std::ostream& out, std::span<const std::size_t> group, const Places& places,
                std::span<const AlignedUnit> units) {
  const std::size_t number = group.front() + 1;
  const Finding& finding = places.findings[group.front()].finding;
  out << R"(<li id="finding-)" << number << R"(" value=")" << number << R"(" class=")"
      << classes_of(finding) << R"(">)";
  write_places(out, group, places, units);
  out << "<b>" << spoken(name_of(finding.rule)) << R"(</b> <span class="severity">)"
      << name_of(finding.severity) << R"(</span> <span class="message">)"
      << escaped(finding.message) << "</span>";
  if (!finding.suggestion.empty())
    out << R"( <span class="suggestion">Suggestion: <bdi>)" << escaped(finding.suggestion)
        << "</bdi></span>";
  if (places.facts != nullptr && places.facts->name_of)
    out << R"( <code>)" << escaped(places.facts->name_of(finding)) << "</code>";
  out << "</li>\n";
}

void write_list(std::ostream& out, std::span<const AlignedUnit> units,
                const Places& places) {
  const auto repeats = repeats_in(places);
  if (repeats.empty()) return;
  constexpr std::size_t most_shown_at_once = 12;  // more would push the text off the page
  out << R"(<details class="findings")"
      << (repeats.size() <= most_shown_at_once ? " open" : "") << "><summary>"
      << "All findings, in the order of the text, repeats together</summary>\n<ol>\n";
  for (const auto& group : repeats)
    write_item(out, group, places, units);
  out << "</ol></details>\n";
}

void write_switch(std::ostream& out, std::string_view id, std::string_view label,
                  std::string_view state) {
  out << R"(<label><input type="checkbox" id=")" << id << R"(")" << state << "> " << label
      << "</label>\n";
}

/// Switches for what findings are: their severity, rule and language.
void write_finding_switches(std::ostream& out, const Places& places) {
  std::set<Severity> severities;
  std::set<Rule> rules;
  std::set<Language> languages;
  for (const auto& [severity, rule, language] : kinds_in(places)) {
    severities.insert(severity);
    rules.insert(rule);
    languages.insert(language);
  }
  if (rules.empty()) return;
  out << "<fieldset class=\"switches\"><legend>Findings</legend>\n";
  for (const Severity severity : severities)
    write_switch(out, "s-" + std::string(name_of(severity)),
                 std::string(name_of(severity)) + "s", " checked");
  for (const Rule rule : rules)
    write_switch(out, "r-" + std::string(name_of(rule)), spoken(name_of(rule)), " checked");
  for (const Language language : languages)
    write_switch(out, "l-" + std::string(language.tag()), "in " + language_span(language),
                 " checked");
  out << "</fieldset>\n";
}

/// Links to the other pages of a large report.
void write_pages(std::ostream& out, const Places& places) {
  if (places.pages.size() < 2) return;
  out << R"(<nav class="pages" aria-label="Pages">Page)";
  for (std::size_t page = 0; page < places.pages.size(); ++page) {
    if (page == places.page) {
      out << R"( <b aria-current="page">)" << page + 1 << "</b>";
    } else {
      out << R"( <a href=")" << escaped(places.pages[page].file) << R"(">)" << page + 1
          << "</a>";
    }
  }
  out << "</nav>\n";
}

void write_switches(std::ostream& out, std::span<const Language> languages) {
  out << "<fieldset class=\"switches\"><legend>Show</legend>\n";
  for (std::size_t column = 0; column < languages.size(); ++column)
    write_switch(out, "show-" + std::to_string(column), language_span(languages[column]),
                 " checked");
  write_switch(out, "only-findings", "only rows with findings", "");
  write_switch(out, "segment-numbers", "segment numbers", "");
  out << "</fieldset>\n";
}

/// "3 rows confirmed, 1 sentence edited", where there is any such.
void write_what_people_said(std::ostream& out, const ReviewFacts& facts) {
  std::string_view before = " · by people: ";
  const auto tell = [&](std::size_t count, std::string_view what) {
    if (count == 0) return;
    out << before << count << ' ' << what;
    before = ", ";
  };
  const auto rows = [&](RowVerdict verdict) {
    return static_cast<std::size_t>(std::ranges::count(facts.rows, verdict));
  };
  tell(rows(RowVerdict::right), "right");
  tell(rows(RowVerdict::wrong), "wrong");
  tell(facts.edited.size(),
       facts.edited.size() == 1 ? "sentence edited" : "sentences edited");
  tell(facts.dismissed, facts.dismissed == 1 ? "finding dismissed" : "findings dismissed");
}

void write_facts(std::ostream& out, std::span<const AlignedUnit> units,
                 std::span<const Language> languages, const Places& places) {
  const auto count = [&](const auto& question) {
    return static_cast<std::size_t>(std::ranges::count_if(units, question));
  };
  out << R"(<p class="facts">)" << counted(languages.size(), "version") << " · "
      << counted(count([](const AlignedUnit& unit) { return !unit.cells.empty(); }), "row")
      << ", " << count([&](const AlignedUnit& unit) {
           return unit.cells.size() == languages.size();
         })
      << " of them in all versions, " << count([](const AlignedUnit& unit) {
           return unit.confidence < doubtful_confidence;
         })
      << " doubtful";
  const std::size_t disputed =
      count([](const AlignedUnit& unit) { return unit.agreement < 1; });
  if (disputed > 0) out << ", " << disputed << " disputed";
  out << " · " << counted(places.findings.size(), "finding");
  if (!places.findings.empty() && places.findings.front().cell)
    out << R"( · <a href=")" << places.to_place(0) << R"(">go to the first</a>)";
  if (places.facts != nullptr) write_what_people_said(out, *places.facts);
  out << "</p>\n";
}

}  // namespace

void write_summary(std::ostream& out, const ReportInput& input,
                   std::span<const AlignedUnit> units, const Places& places) {
  std::vector<Language> languages;
  for (const SegmentedDocument& version : input.multitext.documents)
    languages.push_back(version.document.language);
  out << "<header>\n<h1><bdi>" << escaped(input.title) << "</bdi></h1>\n";
  write_facts(out, units, languages, places);
  write_pages(out, places);
  if (places.page == 0) {
    out << "<div class=\"overview\">\n";
    write_documents(out, input.multitext);
    write_matrix(out, languages, places);
    out << "</div>\n";
  }
  write_list(out, units, places);
  if (places.page == 0 && input.termbase != nullptr)
    write_concepts(out, languages, units, *input.termbase, places);
  if (places.page == 0) write_statistics(out, input.multitext, units);
  out << "</header>\n<div class=\"bar\">\n";
  write_switches(out, languages);
  write_finding_switches(out, places);
  out << "</div>\n";
}

}  // namespace hexapla
