#include "cli/print/statistics_text.hpp"

#include "cli/print/counted.hpp"
#include "cli/print/number_table.hpp"

#include <cmath>
#include <ostream>

namespace hexapla::cli {
namespace {

/// "98.2 %", of nothing "-".
std::string percent_text(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "-";
  constexpr double thousand = 1000;
  const auto tenths =
      std::lround(static_cast<double>(part) * thousand / static_cast<double>(whole));
  constexpr long ten = 10;
  return std::to_string(tenths / ten) + '.' + std::to_string(tenths % ten) + " %";
}

/// "0.93": no locale, unlike a stream's.
std::string hundredths(double number) {
  constexpr long hundred = 100;
  const long all = std::lround(number * static_cast<double>(hundred));
  const std::string rest = std::to_string(all % hundred);
  return std::to_string(all / hundred) + '.' + (rest.size() < 2 ? "0" : "") + rest;
}

std::string tag_of(Language language) {
  return std::string(language.tag());
}

std::string pair_name(const PairFigures& pair) {
  return tag_of(pair.source) + '-' + tag_of(pair.target);
}

void write_sizes(const Statistics& statistics, Streams& streams) {
  NumberTable table({"language", "rows", "of all", "segments", "characters", "words",
                     "forms", "once", "median", "95 %", "longest"});
  for (const LanguageFigures& language : statistics.languages)
    table.add({tag_of(language.language), grouped(language.rows),
               percent_text(language.rows, statistics.rows), grouped(language.segments),
               grouped(language.characters), grouped(language.vocabulary.words),
               grouped(language.vocabulary.forms), grouped(language.vocabulary.once),
               grouped(language.lengths.median), grouped(language.lengths.percentile_95),
               grouped(language.lengths.longest)});
  table.write(streams);
}

void write_coverage(const Statistics& statistics, Streams& streams) {
  constexpr std::size_t least = 3;  // with two, the pair's line tells
  if (statistics.languages.size() < least) return;
  std::vector<std::string> heads{"rows in both"};
  for (const LanguageFigures& language : statistics.languages)
    heads.push_back(tag_of(language.language));
  NumberTable table(std::move(heads));
  for (std::size_t at = 0; at < statistics.languages.size(); ++at) {
    std::vector<std::string> cells{tag_of(statistics.languages[at].language)};
    for (const std::uint64_t rows : statistics.in_both[at])
      cells.push_back(grouped(rows));
    table.add(std::move(cells));
  }
  table.write(streams);
}

void write_pairs(const Statistics& statistics, Streams& streams) {
  if (statistics.pairs.empty()) return;
  NumberTable table(
      {"pair", "rows", "repeated", "copied", "length ratio", "spread", "confidence"});
  for (const PairFigures& pair : statistics.pairs)
    table.add({pair_name(pair), grouped(pair.rows), grouped(pair.repeated),
               grouped(pair.copied), hundredths(pair.length_ratio),
               hundredths(pair.length_spread),
               pair.confidence.count == 0 ? "-" : hundredths(pair.confidence.mean)});
  table.write(streams);
}

void write_shapes(const Statistics& statistics, Streams& streams) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> all;
  for (const PairFigures& pair : statistics.pairs)
    for (const auto& [shape, count] : pair.shapes)
      all[shape] += count;
  if (all.empty()) return;
  std::vector<std::string> heads{"links"};
  for (const auto& [shape, count] : all)
    heads.push_back(std::to_string(shape.first) + '-' + std::to_string(shape.second));
  NumberTable table(std::move(heads));
  for (const PairFigures& pair : statistics.pairs) {
    std::vector<std::string> cells{pair_name(pair)};
    for (const auto& [shape, count] : all) {
      const auto own = pair.shapes.find(shape);
      cells.push_back(own == pair.shapes.end() ? "." : grouped(own->second));
    }
    table.add(std::move(cells));
  }
  table.write(streams);
}

void write_confidences(const Statistics& statistics, Streams& streams) {
  std::vector<std::string> heads{"confidence from"};
  for (std::size_t bin = 0; bin < confidence_bins; ++bin)
    heads.push_back("." + std::to_string(bin));
  NumberTable table(std::move(heads));
  std::uint64_t all = 0;
  for (const PairFigures& pair : statistics.pairs) {
    std::vector<std::string> cells{pair_name(pair)};
    for (const std::uint64_t count : pair.confidence.bins)
      cells.push_back(count == 0 ? "." : grouped(count));
    table.add(std::move(cells));
    all += pair.confidence.count;
  }
  if (all > 0) table.write(streams);
}

void write_words(const Statistics& statistics, Streams& streams) {
  for (const LanguageFigures& language : statistics.languages) {
    const VocabularyFigures& vocabulary = language.vocabulary;
    if (vocabulary.frequent.empty()) continue;
    streams.out << language.language.tag() << "  most frequent:";
    for (const auto& [form, count] : vocabulary.frequent)
      streams.out << "  " << form << ' ' << grouped(count);
    streams.out << '\n';
  }
}

}  // namespace

void write_statistics_text(std::string_view title, std::size_t works,
                           const Statistics& statistics, Streams& streams) {
  streams.out << title << ": " << counted(works, "work") << ", " << grouped(statistics.rows)
              << (statistics.rows == 1 ? " row" : " rows") << ", "
              << grouped(statistics.complete) << " in all languages, "
              << grouped(statistics.repeated) << " repeated, "
              << grouped(statistics.confirmed) << " confirmed, "
              << grouped(statistics.rejected) << " rejected\n\n";
  write_sizes(statistics, streams);
  write_coverage(statistics, streams);
  write_pairs(statistics, streams);
  write_shapes(statistics, streams);
  write_confidences(statistics, streams);
  write_words(statistics, streams);
}

}  // namespace hexapla::cli
