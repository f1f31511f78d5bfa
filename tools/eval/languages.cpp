// Measures how well a text's language is told:
//
//   languages [--errors] FILE...
//
// reads UTF-8 texts named after their languages (letter.zh.txt, culture.raw.en; any other
// tag than the six, "other.txt", stands for all other languages), cuts them into pieces,
// and counts the pieces whose language `guess_language` names rightly, leaves open, and
// names wrongly. For another language than the six, to leave it open is right.
// core/document/README.md has the figures.
#include "document/read_text.hpp"
#include "pieces.hpp"
#include "text/error.hpp"
#include "text/guess_language.hpp"
#include "tools/shared/program.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>
#include <span>
#include <string>

namespace hexapla::eval {
namespace {

constexpr std::array<std::size_t, 3> piece_sizes{100, 300, 1000};  // code points

struct Counts {
  std::size_t right = 0;
  std::size_t open = 0;
  std::size_t wrong = 0;
};
using Table = std::map<std::string, std::map<std::size_t, Counts>>;

void add(Table& table, const std::string& file, const std::string& text, bool tell) {
  const std::string tag = tag_of(file);
  const bool official = std::ranges::find(languages::official, tag, &Language::tag) !=
                        languages::official.end();
  for (const std::size_t size : piece_sizes)
    for (const std::string_view piece : pieces_of(text, size)) {
      const auto guess = guess_language(piece);
      Counts& counts = table[official ? tag : "other"][size];
      const bool right = official ? guess && guess->tag() == tag : !guess;
      ++(right ? counts.right : guess ? counts.wrong : counts.open);
      if (tell && !right)
        std::cout << (guess ? guess->tag() : "?") << ' ' << size << ' ' << file << ": "
                  << piece << '\n';
    }
}

int run(std::span<char*> words) {
  const bool tell = words.size() > 1 && words[1] == std::string_view("--errors");
  Table table;
  for (char* const file : words.subspan(tell ? 2 : 1))
    add(table, file, read_utf8(file), tell);
  std::printf("right / left open / wrong\n%-6s", "");
  for (const std::size_t size : piece_sizes)
    std::printf(" %20s", (std::to_string(size) + " characters").c_str());
  std::printf("\n");
  for (const auto& [name, by_size] : table) {
    std::printf("%-6s", name.c_str());
    for (const auto& [size, counts] : by_size)
      std::printf(" %8zu/%5zu/%5zu", counts.right, counts.open, counts.wrong);
    std::printf("\n");
  }
  return 0;
}

}  // namespace
}  // namespace hexapla::eval

int main(int count, char** words) {
  return hexapla::run_program("eval_languages", count, words, hexapla::eval::run);
}
