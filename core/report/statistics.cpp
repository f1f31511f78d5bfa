#include "report/statistics.hpp"

#include "report/svg_chart.hpp"
#include "report/words.hpp"
#include "stats/statistics_counter.hpp"

#include <array>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

namespace hexapla {
namespace {

Statistics statistics_of(const Multitext& multitext, std::span<const AlignedUnit> rows) {
  std::vector<Language> languages;
  for (const SegmentedDocument& version : multitext.documents)
    languages.push_back(version.document.language);
  StatisticsCounter counter(std::move(languages));
  std::vector<RowText> texts;
  for (const AlignedUnit& row : rows) {
    texts.clear();
    for (const Cell& cell : row.cells)
      texts.push_back({cell.language, cell.text});
    counter.add(texts, {.confidence = row.confidence, .of_documents = true});
  }
  counter.add_links(multitext);
  return counter.figures(0);
}

void write_sizes(std::ostream& out, const Statistics& statistics) {
  constexpr std::array heads{"Language", "Segments",        "Characters",    "Words",
                             "Forms",    "Forms used once", "A row: median", "longest"};
  out << "<table><thead><tr>";
  for (const char* const head : heads)
    out << R"(<th scope="col">)" << head << "</th>";
  out << "</tr></thead>\n<tbody>\n";
  for (const LanguageFigures& language : statistics.languages) {
    out << R"(<tr><th scope="row"><span lang=")" << language.language.tag() << R"(">)"
        << native_name(language.language) << "</span></th>";
    for (const std::uint64_t number :
         {language.segments, language.characters, language.vocabulary.words,
          language.vocabulary.forms, language.vocabulary.once,
          std::uint64_t{language.lengths.median}, std::uint64_t{language.lengths.longest}})
      out << R"(<td class="count">)" << number << "</td>";
    out << "</tr>\n";
  }
  out << "</tbody></table>\n";
}

BarChart coverage_of(const Statistics& statistics) {
  BarChart chart{"Rows that say something in each language", {}};
  for (const LanguageFigures& language : statistics.languages)
    chart.bars.push_back(
        {native_name(language.language), language.rows,
         std::to_string(language.rows) + " of " + std::to_string(statistics.rows)});
  return chart;
}

BarChart confidence_of(const PairFigures& pair, const std::string& name) {
  BarChart chart{"How sure the links of " + name + " are, by tenths", {}};
  for (std::size_t bin = 0; bin < confidence_bins; ++bin)
    chart.bars.push_back({"." + std::to_string(bin), pair.confidence.bins.at(bin),
                          std::to_string(pair.confidence.bins.at(bin))});
  return chart;
}

BarChart shapes_of(const PairFigures& pair, const std::string& name) {
  BarChart chart{"Segments on either side of the links of " + name, {}};
  for (const auto& [shape, count] : pair.shapes)
    chart.bars.push_back({std::to_string(shape.first) + "–" + std::to_string(shape.second),
                          count, std::to_string(count)});
  return chart;
}

/// "3.42": no locale, unlike a stream's.
std::string with_two_digits(double number) {
  constexpr long hundred = 100;
  const long hundredths = std::lround(number * static_cast<double>(hundred));
  const std::string rest = std::to_string(hundredths % hundred);
  return std::to_string(hundredths / hundred) + '.' + (rest.size() < 2 ? "0" : "") + rest;
}

void write_pair(std::ostream& out, const PairFigures& pair) {
  const std::string name = native_name(pair.source) + " – " + native_name(pair.target);
  out << "<figure><figcaption><b>" << name
      << "</b> 1 : " << with_two_digits(pair.length_ratio)
      << " characters, mean confidence " << with_two_digits(pair.confidence.mean)
      << "</figcaption>\n";
  write_columns(out, confidence_of(pair, name));
  write_bars(out, shapes_of(pair, name));
  out << "</figure>\n";
}

}  // namespace

void write_statistics(std::ostream& out, const Multitext& multitext,
                      std::span<const AlignedUnit> rows) {
  const Statistics statistics = statistics_of(multitext, rows);
  out << R"(<details class="statistics"><summary>Statistics: sizes, words, coverage, how )"
         "sure the links are and what they join</summary>\n";
  write_sizes(out, statistics);
  out << "<div class=\"charts\">\n<figure><figcaption><b>Rows</b> in each language"
         "</figcaption>\n";
  write_bars(out, coverage_of(statistics));
  out << "</figure>\n";
  for (const PairFigures& pair : statistics.pairs)
    if (pair.confidence.count > 0) write_pair(out, pair);
  out << "</div></details>\n";
}

}  // namespace hexapla
