// Plants errors of every kind into aligned clean text, and writes down where. README.md
// beside it tells how to use it.

#include "planting.hpp"
#include "text/error.hpp"
#include "text/table.hpp"
#include "tools/shared/lines.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <numeric>

namespace hexapla::plant {
namespace {

constexpr std::array all_kinds{
    // The rarest ground first, so that commoner kinds leave it to them.
    Kind{"term_deprecated", plant_deprecated_term},
    Kind{"term_inconsistent", plant_inconsistent_term},
    Kind{"date", plant_date},
    Kind{"unit", plant_unit},
    Kind{"name", plant_name},
    Kind{"quotation", plant_quotation},
    Kind{"bracket", plant_bracket},
    Kind{"number", plant_number},
    Kind{"negation", plant_negation},
    Kind{"term_missing", plant_missing_term},
    Kind{"length", plant_length},
    Kind{"repeated_word", plant_repeated_word},
    Kind{"untranslated", plant_untranslated},
    Kind{"empty_side", plant_empty_side},
    Kind{"symbol", plant_symbol, carry_symbol},
    Kind{"url", plant_url, carry_url},
    Kind{"footnote_mark", plant_footnote, carry_footnote},
    Kind{"list_number", plant_list_number, carry_list_number}};

// Further errors of the same rules, as are saying_kinds: planted only where --kinds names
// them, one kind a run, since the figures are by rule.
constexpr std::array further_kinds{Kind{"conversion", plant_conversion, carry_conversion},
                                   Kind{"lost_percent", plant_lost_percent},
                                   Kind{"swap", plant_swap},
                                   Kind{"added_negation", plant_added_negation}};

struct Options {
  std::string source_file;
  std::string target_file;
  std::string source_language;
  std::string target_language;
  std::string out;
  std::string termbase;
  std::string kinds;  ///< Comma separated; empty for all usual ones.
  std::size_t each = 60;
  std::uint64_t seed = 1;
};

[[noreturn]] void complain(const std::string& words) {
  std::cerr << "plant: " << words
            << "\nplant SOURCE TARGET SOURCE_LANGUAGE TARGET_LANGUAGE OUT_DIR "
               "[--termbase FILE] [--kinds A,B] [--each N] [--seed N]\n";
  std::exit(64);  // NOLINT(concurrency-mt-unsafe): there is one thread
}

Options parse(std::span<char*> words) {
  Options options;
  std::vector<std::string> plain;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string word = words[at];
    if (!word.starts_with("--")) {
      plain.push_back(word);
      continue;
    }
    if (++at == words.size()) complain(word + " needs a value");
    const std::string value = words[at];
    if (word == "--termbase") {
      options.termbase = value;
    } else if (word == "--kinds") {
      options.kinds = value;
    } else if (word == "--each") {
      options.each = std::stoul(value);
    } else if (word == "--seed") {
      options.seed = std::stoull(value);
    } else {
      complain("no option " + word);
    }
  }
  if (plain.size() != 5) complain("five words are needed");
  options.source_file = plain[0];
  options.target_file = plain[1];
  options.source_language = plain[2];
  options.target_language = plain[3];
  options.out = plain[4];
  return options;
}

Language language_of(const std::string& tag) {
  if (const auto language = Language::from(tag)) return *language;
  complain("'" + tag + "' is no language tag");
}

std::vector<LinePair> pairs_of(const Options& options) {
  const auto source = lines_of_file(options.source_file);
  const auto target = lines_of_file(options.target_file);
  if (source.size() != target.size()) complain("the two files differ in their lines");
  std::vector<LinePair> pairs;
  for (std::size_t line = 0; line < source.size(); ++line)
    pairs.push_back({source[line], target[line]});
  return pairs;
}

std::vector<std::size_t> shuffled(std::size_t count, Dice& dice) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t last = count; last > 1; --last)
    std::swap(order[last - 1], order[dice.below(last)]);
  return order;
}

using Truth = std::map<std::size_t, Planted>;

/// Plants up to `each` errors of one kind into lines that have none yet.
void plant_kind(const Kind& kind, std::vector<LinePair>& lines, const Setting& setting,
                std::size_t each, Truth& truth, Dice& dice) {
  std::size_t planted = 0;
  std::size_t carried = 0;
  for (const std::size_t line : shuffled(lines.size(), dice)) {
    if (truth.contains(line) || lines[line].source.empty() || lines[line].target.empty())
      continue;
    if (planted < each) {
      if (auto error = kind.plant(lines[line], setting, dice)) {
        truth.emplace(line, std::move(*error));
        ++planted;
      }
    } else if (kind.carry != nullptr && carried < each) {
      kind.carry(lines[line], setting, dice);
      ++carried;
    }
  }
  std::cerr << kind.name << ' ' << planted << '\n';
}

void write(const Options& options, const std::vector<LinePair>& lines, const Truth& truth) {
  const std::filesystem::path folder(options.out);
  std::filesystem::create_directories(folder);
  std::ofstream source(folder / ("source." + options.source_language));
  std::ofstream target(folder / ("target." + options.target_language));
  for (const LinePair& pair : lines) {
    source << pair.source << '\n';
    target << pair.target << '\n';
  }
  std::ofstream table(folder / "truth.tsv");
  table << "segment\trule\tbegin\tend\tcorrect\tplanted\n";
  for (const auto& [line, error] : truth)
    table << line << '\t' << error.rule << '\t' << error.range.begin << '\t'
          << error.range.end << '\t' << error.correct << '\t' << error.planted << '\n';
  if (!source.flush() || !target.flush() || !table.flush())
    throw Error(Fault::unwritable, {options.out, 0}, "can't be written");
}

/// The kinds that --kinds names, or the usual ones.
std::vector<Kind> kinds_of(const Options& options) {
  if (options.kinds.empty()) return {all_kinds.begin(), all_kinds.end()};
  std::vector<Kind> known(all_kinds.begin(), all_kinds.end());
  known.insert(known.end(), saying_kinds.begin(), saying_kinds.end());
  known.insert(known.end(), further_kinds.begin(), further_kinds.end());
  std::vector<Kind> kinds;
  for (const std::string_view name : parts_of(options.kinds, ',')) {
    const auto found = std::ranges::find(known, name, &Kind::name);
    if (found == known.end()) complain("no kind '" + std::string(name) + "'");
    kinds.push_back(*found);
  }
  return kinds;
}

void run(const Options& options) {
  Setting setting{
      language_of(options.source_language), language_of(options.target_language), {}};
  if (!options.termbase.empty())
    setting.termbase = read_termbase(bytes_of_file(options.termbase), options.termbase);
  std::vector<LinePair> lines = pairs_of(options);
  Dice dice(options.seed);
  Truth truth;
  for (const Kind& kind : kinds_of(options))
    plant_kind(kind, lines, setting, options.each, truth, dice);
  write(options, lines, truth);
}

}  // namespace
}  // namespace hexapla::plant

int main(int count, char** words) {
  try {
    hexapla::plant::run(
        hexapla::plant::parse({words + 1, words + (count > 0 ? count : 1)}));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "plant: " << error.what() << '\n';
    return 2;
  }
}
