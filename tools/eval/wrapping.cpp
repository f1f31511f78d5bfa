// Measures how well wrapped lines are joined to paragraphs again:
//
//   wrapping [--seed N] [--columns N] [--errors TAG] FOLDER...
//   wrapping --labels FILE...
//
// sets the documents of each folder (one paragraph a line) at 30 to 90 columns in several
// shapes, reads them back, and prints the share of paragraphs that come back identical.
// --errors prints those of one language that don't. With --labels it reads JSON lines with
// "raw_text" and "is_hard_linebreak" and prints the share of line ends told rightly.
// core/document/README.md has the figures.
#include "document/read_text.hpp"
#include "gold_lines.hpp"
#include "text/error.hpp"
#include "tools/shared/program.hpp"
#include "typeset.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace hexapla::eval {
namespace {

constexpr std::uint32_t usual_seed = 20201017;
constexpr std::size_t narrowest = 30;  // columns
constexpr std::size_t widest = 90;
constexpr std::size_t column_step = 10;

struct NamedShape {
  Shape shape;
  const char* name;
};
constexpr std::array shapes{NamedShape{Shape::blank_line, "blank line"},
                            NamedShape{Shape::indent, "indent"},
                            NamedShape{Shape::double_spaced, "double-spaced"},
                            NamedShape{Shape::layout, "-layout"},
                            NamedShape{Shape::unmarked, "unmarked"},
                            NamedShape{Shape::one_line, "one line"}};

struct Share {
  std::size_t whole = 0;
  std::size_t all = 0;
  std::size_t hidden = 0;  ///< Lost, and with no mark between them and a neighbour.

  void add(const Share& other) {
    whole += other.whole;
    all += other.all;
    hidden += other.hidden;
  }
  [[nodiscard]] double percent() const {
    return all == 0 ? 0 : 100.0 * static_cast<double>(whole) / static_cast<double>(all);
  }
};

struct Task {
  std::uint32_t seed = usual_seed;
  std::string errors_of;
  std::size_t columns = 0;  ///< Only so many; 0 for all.
};

/// The lines of a document, white space inside them made single: a wrap can't keep it.
std::vector<std::string> paragraphs_of(const GoldText& gold) {
  std::vector<std::string> paragraphs;
  std::vector<std::size_t> ends = gold.borders;
  ends.push_back(gold.text.size());
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    std::string words;
    for (const char byte : gold.text.substr(begin, end - begin)) {
      const bool space = byte == ' ' || byte == '\t';
      if (!space) words += byte;
      if (space && !words.empty() && words.back() != ' ') words += ' ';
    }
    while (words.ends_with(' '))
      words.pop_back();
    if (!words.empty()) paragraphs.push_back(std::move(words));
    begin = end;
  }
  return paragraphs;
}

/// How many of `paragraphs` are a block of what is read back from `page`.
Share read_back(const std::vector<std::string>& paragraphs, const Typeset& page,
                Language language, bool tell_errors) {
  const Document document = read_text(page.text, "typeset", language);
  std::map<std::string, std::size_t, std::less<>> blocks;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::footnote) continue;
    // A signature keeps its lines, each of them a paragraph here.
    std::istringstream lines{std::string(block.range.of(document.text))};
    for (std::string line; std::getline(lines, line);)
      ++blocks[line];
  }
  Share share{0, paragraphs.size(), 0};
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string& paragraph = paragraphs[i];
    const auto found = blocks.find(nfc(paragraph));
    if (found != blocks.end() && found->second > 0) {
      --found->second;
      ++share.whole;
      continue;
    }
    if (page.hidden_end[i] || (i > 0 && page.hidden_end[i - 1])) ++share.hidden;
    if (tell_errors) std::cout << "  lost: " << paragraph << '\n';
  }
  if (tell_errors && share.whole < share.all)
    for (const auto& [words, count] : blocks)
      if (count > 0) std::cout << "  made: " << words << '\n';
  return share;
}

void measure_page(const GoldSet& gold, const Task& task, const Page& page, Share& share) {
  std::uint32_t seed = task.seed;
  for (const GoldText& text : gold.texts) {
    const std::vector<std::string> paragraphs = paragraphs_of(text);
    if (paragraphs.empty()) continue;
    const Typeset set = typeset(paragraphs, gold.language, page, ++seed);
    share.add(
        read_back(paragraphs, set, gold.language, task.errors_of == gold.language.tag()));
  }
}

Share measure_shape(const GoldSet& gold, const Task& task, Shape shape, bool hyphenate,
                    bool paginate) {
  Share share;
  for (std::size_t columns = narrowest; columns <= widest; columns += column_step) {
    if (task.columns != 0 && task.columns != columns) continue;
    if (task.errors_of == gold.language.tag())
      std::cout << "columns " << columns << (hyphenate ? " hyphenated" : "")
                << (paginate ? " paged" : "") << " shape " << static_cast<int>(shape)
                << '\n';
    measure_page(gold, task, {shape, columns, hyphenate, paginate}, share);
  }
  return share;
}

void print_total(const std::string& of, const Share& share) {
  std::printf("%s: %.3f%% of %zu paragraphs; %zu of the %zu lost have no visible border\n",
              of.c_str(), share.percent(), share.all, share.hidden,
              share.all - share.whole);
}

Share measure(const std::string& folder, const Task& task) {
  std::printf("%s\n%-4s %-14s %10s %10s %10s %10s\n", folder.c_str(), "lang", "shape",
              "plain", "hyphens", "pages", "both");
  Share total;
  for (const GoldSet& gold : read_gold(folder)) {
    const std::string tag(gold.language.tag());
    Share of_language;
    for (const auto& [shape, name] : shapes) {
      std::printf("%-4s %-14s", tag.c_str(), name);
      for (const bool paginate : {false, true})
        for (const bool hyphenate : {false, true}) {
          const Share share = measure_shape(gold, task, shape, hyphenate, paginate);
          std::printf(" %9.3f%%", share.percent());
          std::fflush(stdout);
          of_language.add(share);
        }
      std::printf("\n");
    }
    print_total(tag, of_language);
    total.add(of_language);
  }
  return total;
}

/// For each byte of the source, the block that it went to; none is `nowhere`.
std::vector<std::size_t> blocks_by_source(const Document& document, std::size_t size) {
  constexpr std::size_t nowhere = ~std::size_t{0};
  std::vector<std::size_t> blocks(size, nowhere);
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    for (const ByteRange range : document.origin.source_of(document.blocks[i].range))
      std::fill(blocks.begin() + static_cast<std::ptrdiff_t>(range.begin),
                blocks.begin() + static_cast<std::ptrdiff_t>(range.end), i);
  return blocks;
}

/// A line end is hard where a block ends; two lines of furniture are two.
Share labels_told(const nlohmann::json& row) {
  const auto text = row.at("raw_text").get<std::string>();
  const auto hard = row.at("is_hard_linebreak").get<std::vector<bool>>();
  const Document document = read_text(text, "labels", languages::en);
  const std::vector<std::size_t> blocks = blocks_by_source(document, text.size());
  Share share;
  std::size_t end = text.find('\n');
  for (std::size_t i = 0; i < hard.size() && end != std::string::npos; ++i) {
    const bool told =
        end == 0 || end + 1 >= text.size() || blocks[end - 1] != blocks[end + 1];
    ++share.all;
    if (told == hard[i]) ++share.whole;
    if (told != hard[i]) {
      const std::size_t begin = end == 0 ? 0 : text.rfind('\n', end - 1) + 1;
      std::cout << (hard[i] ? "  hard: " : "  soft: ") << text.substr(begin, end - begin)
                << '\n';
    }
    end = text.find('\n', end + 1);
  }
  return share;
}

void measure_labels(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw Error(Fault::unreadable, {file, 0}, "can't be read");
  Share share;
  for (std::string line; std::getline(in, line);)
    share.add(labels_told(nlohmann::json::parse(line)));
  std::printf("%s: %zu of %zu line ends told rightly (%.1f%%)\n", file.c_str(), share.whole,
              share.all, share.percent());
}

int run(std::span<char*> words) {
  Task task;
  bool labels = false;
  Share total;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string word = words[i];
    if (word == "--seed" && i + 1 < words.size()) {
      task.seed = static_cast<std::uint32_t>(std::stoul(words[++i]));
    } else if (word == "--errors" && i + 1 < words.size()) {
      task.errors_of = words[++i];
    } else if (word == "--columns" && i + 1 < words.size()) {
      task.columns = std::stoul(words[++i]);
    } else if (word == "--labels") {
      labels = true;
    } else if (labels) {
      measure_labels(word);
    } else {
      total.add(measure(word, task));
    }
  }
  if (!labels) print_total("all", total);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace hexapla::eval

int main(int count, char** words) {
  return hexapla::run_program("eval_wrapping", count, words, hexapla::eval::run);
}
