// Checks units of two languages against a termbase and says how many a second, on one core,
// and how much memory that took. README.md beside it has figures.
//
//   bench_check SOURCE TARGET SOURCE_LANGUAGE TARGET_LANGUAGE TERMBASE [UNITS]
//
// The lines of the two files are taken again and again until there are UNITS of them.

#include "check/check.hpp"
#include "text/error.hpp"
#include "tools/shared/lines.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <sys/resource.h>

namespace hexapla {
namespace {

using Clock = std::chrono::steady_clock;

Cell cell_of(Language language, const std::string& line, std::size_t number) {
  return {language,
          line,
          {{static_cast<std::uint32_t>(number), {0, line.size()}, BlockKind::paragraph}},
          {}};
}

struct Corpus {
  Language source;
  Language target;
  std::vector<std::string> source_lines;
  std::vector<std::string> target_lines;

  [[nodiscard]] std::vector<AlignedUnit> units(std::size_t first, std::size_t last) const {
    const std::size_t lines = std::min(source_lines.size(), target_lines.size());
    std::vector<AlignedUnit> units;
    for (std::size_t number = first; number < last; ++number)
      units.push_back({static_cast<std::uint32_t>(number),
                       {cell_of(source, source_lines[number % lines], number),
                        cell_of(target, target_lines[number % lines], number)},
                       1});
    return units;
  }
};

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  constexpr double microseconds = 1e-6;
  return static_cast<double>(used.ru_utime.tv_sec) +
         static_cast<double>(used.ru_utime.tv_usec) * microseconds;
}

long peak_mebibytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  constexpr long kibibytes = 1024;
  return used.ru_maxrss / kibibytes;
}

void measure(const Corpus& corpus, const Termbase& termbase, std::size_t count) {
  constexpr std::size_t stretch = 16384;
  const auto start = Clock::now();
  const Checker checker(termbase, corpus.source, corpus.target);
  std::cout << "made ready in " << seconds_since(start) << " s\n";
  const double before = processor_seconds();
  const auto make_finding = Clock::now();
  DocumentUse use;
  // The first stretch is read once, as `hexapla check` does it.
  const std::vector<AlignedUnit> kept = corpus.units(0, std::min(stretch, count));
  Checker::Read read = checker.survey_and_keep(kept, use);
  for (std::size_t first = stretch; first < count; first += stretch)
    checker.survey(corpus.units(first, std::min(first + stretch, count)), use);
  use.learn();
  const double surveyed = processor_seconds() - before;
  std::size_t findings = checker.check(kept, use, std::move(read)).size();
  for (std::size_t first = stretch; first < count; first += stretch)
    findings +=
        checker.check(corpus.units(first, std::min(first + stretch, count)), use).size();
  const double processor = processor_seconds() - before;
  std::cout << count << " units, " << findings << " findings, "
            << static_cast<double>(count) / processor
            << " units a second of processor time (survey " << surveyed << " s of "
            << processor << " s; " << seconds_since(make_finding) << " s passed), "
            << peak_mebibytes() << " MiB at most\n";
}

}  // namespace
}  // namespace hexapla

int main(int count, char** words) {
  using namespace hexapla;
  const std::vector<std::string> arguments(words + 1, words + count);
  constexpr std::size_t needed = 5;
  if (arguments.size() < needed) {
    std::cerr << "bench_check SOURCE TARGET SOURCE_LANGUAGE TARGET_LANGUAGE TERMBASE "
                 "[UNITS]\n";
    return 64;
  }
  try {
    const Corpus corpus{Language(arguments[2]), Language(arguments[3]),
                        lines_of_file(arguments[0]), lines_of_file(arguments[1])};
    const Termbase termbase = read_termbase(bytes_of_file(arguments[4]), arguments[4]);
    measure(corpus, termbase,
            arguments.size() > needed ? std::stoul(arguments[needed]) : 1'000'000);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "bench_check: " << error.what() << '\n';
    return 2;
  }
}
