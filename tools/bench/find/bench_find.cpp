// Measures searches in a corpus of many rows made from line files that say the same line by
// line: size, time to write, time to open, and 1,000 seeded queries of four kinds, of which
// hits are compared with those of a scan.
//
//   bench_find OUT.hexapla ROWS en=en.txt zh=zh.txt ar=ar.txt ...
//
// A corpus OUT.hexapla that is there is used as it is.

#include "corpus/store.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "search/text_form.hpp"
#include "search/text_matcher.hpp"
#include "text/code_point.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <sys/resource.h>

namespace hexapla {
namespace {

namespace fs = std::filesystem;

using Random = std::mt19937_64;
using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct LineFile {
  Language language;
  std::vector<std::string> lines;
};

LineFile read_line_file(const std::string& word) {
  const std::size_t equals = word.find('=');
  const auto language = Language::from(word.substr(0, equals));
  if (equals == std::string::npos || !language)
    throw Error(Fault::unsupported, {word, 0}, "is not LANGUAGE=FILE");
  LineFile file{*language, {}};
  std::ifstream in(word.substr(equals + 1));
  for (std::string line; std::getline(in, line);)
    file.lines.push_back(line);
  if (file.lines.empty()) throw Error(Fault::unreadable, {word, 0}, "has no lines");
  return file;
}

/// A run of words (of characters in Chinese) of `text`, at a random place.
ByteRange random_run(Random& random, const std::string& text) {
  const std::vector<TextForm> forms = text_forms(text);
  if (forms.empty()) return {0, 0};
  const std::size_t first = random() % forms.size();
  const std::size_t last = std::min(forms.size() - 1, first + random() % 3);
  return {forms[first].range.begin, forms[last].range.end};
}

/// Line `number` with some of its words replaced by those of another line: each of two
/// places, so that repeated lines differ and words keep their frequencies.
std::string varied(Random& random, const LineFile& file, std::size_t number) {
  std::string text = file.lines[number];
  for (int i = 0; i < 2; ++i) {
    const std::string& other = file.lines[random() % file.lines.size()];
    const ByteRange from = random_run(random, other);
    const ByteRange to = random_run(random, text);
    text.replace(to.begin, to.size(), from.of(other));
  }
  return text;
}

TranslationUnit made_unit(Random& random, const std::vector<LineFile>& files,
                          std::size_t row) {
  TranslationUnit unit;
  const std::size_t number = row % files.front().lines.size();
  for (const LineFile& file : files)
    unit.variants.push_back(
        {file.language,
         "",
         row < file.lines.size() ? file.lines[number] : varied(random, file, number),
         {},
         {},
         {},
         {}});
  return unit;
}

constexpr std::uint64_t seed = 6;

void write_corpus(const fs::path& out, std::size_t rows,
                  const std::vector<LineFile>& files) {
  Random random(seed);
  std::uint64_t raw = 0;
  double writing = 0;
  Store store = Store::create(out, "bench");
  MemoryWriter writer = store.add_memory({"bench", "", ""}, {});
  for (std::size_t row = 0; row < rows; ++row) {
    const TranslationUnit unit = made_unit(random, files, row);
    for (const Variant& variant : unit.variants)
      raw += variant.text.size();
    const auto start = Clock::now();
    writer.add(unit);
    writing += milliseconds_since(start);
  }
  const auto start = Clock::now();
  writer.finish();
  store.publish();
  writing += milliseconds_since(start);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto size = static_cast<double>(fs::file_size(out));
  std::cout << "rows " << rows << ", raw text " << raw / 1'000'000 << " MB, store "
            << size / 1e6 << " MB, ratio " << size / static_cast<double>(raw) << '\n'
            << "written with its index in " << writing / 1000
            << " s: " << static_cast<double>(rows) / writing * 1000 << " rows/s, "
            << static_cast<double>(rows * files.size()) / writing * 1000
            << " variants/s; most memory " << usage.ru_maxrss / 1024 << " MiB\n";
}

struct BenchQuery {
  std::string kind;
  Language language;
  std::string text;
};

/// A run of `words` words of a random line, as a phrase.
std::string random_phrase(Random& random, const LineFile& file, std::size_t words) {
  for (;;) {
    const std::string& line = file.lines[random() % file.lines.size()];
    const std::vector<TextForm> forms = text_forms(line);
    if (forms.size() < words) continue;
    const std::size_t first = random() % (forms.size() - words + 1);
    std::string text;
    for (std::size_t i = first; i < first + words; ++i)
      text.append(text.empty() ? "" : " ").append(forms[i].range.of(line));
    return text;
  }
}

std::vector<BenchQuery> made_queries(const std::vector<LineFile>& files) {
  constexpr std::size_t each = 250;
  Random random(seed);
  std::vector<BenchQuery> queries;
  const auto file_of = [&](Language language) -> const LineFile& {
    const auto found = std::ranges::find(files, language, &LineFile::language);
    return found == files.end() ? files.front() : *found;
  };
  const std::vector<Language> spaced{languages::en, languages::es, languages::fr,
                                     languages::ru};
  for (std::size_t i = 0; i < each; ++i) {
    const LineFile& file = file_of(spaced[i % spaced.size()]);
    const LineFile& other = file_of(languages::official[i % languages::official.size()]);
    queries.push_back({"word", file.language, random_phrase(random, file, 1)});
    queries.push_back(
        {"phrase", other.language, '"' + random_phrase(random, other, 2 + i % 3) + '"'});
    std::string pair = random_phrase(random, file_of(languages::zh), 2);
    queries.push_back({"zh", languages::zh, '"' + pair + '"'});
    queries.push_back(
        {"ar", languages::ar, random_phrase(random, file_of(languages::ar), 1)});
  }
  return queries;
}

Search search_of(const BenchQuery& query) {
  Search search;
  search.query = parse_query(query.text);
  search.language = query.language;
  return search;
}

constexpr std::size_t wanted = 50;  // hits

std::vector<std::int64_t> hits_of(const Store& store, const BenchQuery& query) {
  std::vector<std::int64_t> rows;
  store.search(search_of(query), [&](const SearchHit& hit) {
    rows.push_back(hit.stored.row);
    return rows.size() < wanted;
  });
  return rows;
}

void print_times(std::string_view kind, std::vector<double> times) {
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::cout << std::fixed << std::setprecision(2) << std::setw(8) << kind << "  median "
            << at(.5) << " ms, 95th percentile " << at(.95) << " ms, most " << at(1)
            << " ms\n";
}

std::vector<std::vector<std::int64_t>> measure(const Store& store,
                                               const std::vector<BenchQuery>& queries) {
  std::vector<std::vector<std::int64_t>> hits;
  std::map<std::string, std::vector<double>> times;
  double slowest = 0;
  std::string slowest_text;
  for (const BenchQuery& query : queries) {
    const auto start = Clock::now();
    hits.push_back(hits_of(store, query));
    const double took = milliseconds_since(start);
    times[query.kind].push_back(took);
    times["all"].push_back(took);
    if (took > slowest) {
      slowest = took;
      slowest_text = query.text;
    }
  }
  for (const auto& [kind, of_kind] : times)
    print_times(kind, of_kind);
  std::cout << "slowest: " << slowest_text << std::endl;
  return hits;
}

/// One reading of all rows, each asked for every query that has not its hits yet.
std::size_t count_differences(const Store& store, const std::vector<BenchQuery>& queries,
                              const std::vector<std::vector<std::int64_t>>& hits) {
  std::vector<std::vector<std::int64_t>> scanned(queries.size());
  std::vector<TextMatcher> matchers;
  for (const BenchQuery& query : queries)
    matchers.emplace_back(parse_query(query.text), query.language);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < queries.size(); ++i)
    open.push_back(i);
  store.each_unit({}, [&](const StoredUnit& stored) {
    for (const Variant& variant : stored.unit.variants) {
      const std::vector<TextForm> forms = text_forms(variant.text);
      for (const std::size_t i : open)
        if (variant.language == queries[i].language &&
            matchers[i].find(variant.text, forms))
          scanned[i].push_back(stored.row);
    }
    std::erase_if(open, [&](std::size_t i) { return scanned[i].size() == wanted; });
    return !open.empty();
  });
  std::size_t different = 0;
  for (std::size_t i = 0; i < queries.size(); ++i)
    if (scanned[i] != hits[i]) {
      ++different;
      std::cout << "different: " << queries[i].text << '\n';
    }
  return different;
}

int run(const std::vector<std::string>& words) {
  if (words.size() < 3) {
    std::cerr << "usage: bench_find OUT.hexapla ROWS LANGUAGE=FILE...\n";
    return 64;
  }
  std::vector<LineFile> files;
  for (std::size_t i = 2; i < words.size(); ++i)
    files.push_back(read_line_file(words[i]));
  if (!fs::exists(words[0])) write_corpus(words[0], std::stoul(words[1]), files);
  const auto start = Clock::now();
  const Store store = Store::open(words[0]);
  std::cout << "opened in " << milliseconds_since(start) << " ms\n";
  const std::vector<BenchQuery> queries = made_queries(files);
  std::cout << "cold:\n";
  measure(store, queries);
  std::cout << "again:\n";
  const auto hits = measure(store, queries);
  const std::size_t different = count_differences(store, queries, hits);
  std::cout << queries.size() << " queries, " << different
            << " with other hits than a scan\n";
  return different == 0 ? 0 : 1;
}

}  // namespace
}  // namespace hexapla

int main(int count, char** words) try {
  return hexapla::run({words + 1, words + count});
} catch (const hexapla::Error& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
