// Measures how sentences are cut, against texts that have one sentence a line:
//
//   eval_segmentation [--errors TAG] [--srx FILE] FOLDER...
//
// joins each document to one run of text per language, cuts it, and compares the borders;
// prints a line a set and language for our rules, one for plain ICU, and one for the rules
// in FILE. core/segment/README.md says what the columns mean. --errors prints each border
// of one language that was wrong or missed, by the rules in FILE if there are, else by
// ours.
#include "border_score.hpp"
#include "segment/read_srx.hpp"
#include "segment/segmenter.hpp"
#include "segment/srx_segmenter.hpp"
#include "tools/shared/program.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <span>
#include <string>

namespace hexapla::eval {
namespace {

struct Options {
  std::string errors_of;
  std::string srx_file;
  std::vector<std::string> folders;
};

Borders borders_by(const SentenceCutter& cutter, std::string_view text) {
  Borders borders;
  for (const ByteRange sentence : cutter.cut(text))
    borders.push_back(sentence.end);
  if (!borders.empty()) borders.pop_back();
  return borders;
}

/// Megabytes of text cut in a second of processor time.
double speed_of(const GoldSet& gold, const FindBorders& find_borders) {
  constexpr double enough = 0.3;  // seconds
  const std::clock_t start = std::clock();
  double spent = 0;
  std::size_t bytes = 0;
  while (spent < enough) {
    for (const GoldText& text : gold.texts) {
      bytes += text.text.size();
      (void)find_borders(text.text);
    }
    spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
  return static_cast<double>(bytes) / 1e6 / spent;
}

void print_heading() {
  std::printf(
      "lang by   borders unmarked colon number |  prec.  recall     F1 ceiling wrong "
      "missed |"
      " inner blind | visible F1 errors |  MB/s\n");
}

/// One line of the table.
class Line {
 public:
  Line(const GoldSet& gold, const char* by, const FindBorders& find_borders)
      : gold_(gold), by_(by), find_borders_(find_borders) {}

  void print(std::ostream* errors) const {
    const GoldCounts counts = count_gold(gold_);
    const Score found = score(gold_, find_borders_, errors);
    const Score visible = found.visible();
    std::printf("%-4s %-4s %7zu %8zu %5zu %6zu | ",
                std::string(gold_.language.tag()).c_str(), by_, counts.borders,
                counts.unmarked, counts.colon, counts.numbers);
    std::printf("%6.4f  %6.4f %6.4f  %6.4f %5zu %6zu | %5zu %5zu | ", found.precision(),
                found.recall(), found.f1(), found.ceiling().f1(), found.wrong, found.missed,
                found.inner_ends, found.missed_blind);
    std::printf("    %6.4f %6zu | %5.0f\n", visible.f1(), visible.errors(),
                speed_of(gold_, find_borders_));
    std::fflush(stdout);
  }

 private:
  const GoldSet& gold_;
  const char* by_;
  const FindBorders& find_borders_;
};

std::optional<Srx> srx_in(const std::string& file) {
  if (file.empty()) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  return read_srx(std::string(std::istreambuf_iterator<char>(in), {}), file).rules;
}

void measure(const std::string& folder, const Options& options) {
  std::printf("%s\n", folder.c_str());
  print_heading();
  const std::optional<Srx> srx = srx_in(options.srx_file);
  for (const GoldSet& gold : read_gold(folder)) {
    const bool wanted = gold.language.tag() == options.errors_of;
    std::ostream* const errors = wanted ? &std::cout : nullptr;
    const Segmenter own_rules(gold.language);
    const FindBorders ours = [&](std::string_view text) {
      return borders_by(own_rules, text);
    };
    Line(gold, "ours", ours).print(srx ? nullptr : errors);
    const FindBorders icus = [&](std::string_view text) {
      return plain_icu_borders(text, gold.language);
    };
    Line(gold, "ICU", icus).print(nullptr);
    if (!srx) continue;
    const SrxSegmenter srx_rules(*srx, gold.language, options.srx_file);
    const FindBorders theirs = [&](std::string_view text) {
      return borders_by(srx_rules, text);
    };
    Line(gold, "SRX", theirs).print(errors);
  }
}

int run(std::span<char*> words) {
  Options options;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const bool last = i + 1 == words.size();
    if (word == "--errors" && !last)
      options.errors_of = words[++i];
    else if (word == "--srx" && !last)
      options.srx_file = words[++i];
    else
      options.folders.emplace_back(word);
  }
  if (options.folders.empty()) {
    std::cerr << "usage: eval_segmentation [--errors TAG] [--srx FILE] FOLDER...\n";
    return EXIT_FAILURE;
  }
  for (const std::string& folder : options.folders)
    measure(folder, options);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace hexapla::eval

int main(int count, char** words) {
  return hexapla::run_program("eval_segmentation", count, words, hexapla::eval::run);
}
