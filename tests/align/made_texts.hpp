#pragma once

#include "align/aligner.hpp"

#include <random>
#include <string>
#include <vector>

namespace hexapla {

/// Sentences of made-up words, and the same in words that are spelt otherwise.
struct MadeTexts {
  std::vector<std::string> source;
  std::vector<std::string> target;
};

inline MadeTexts made_sentences(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  MadeTexts made;
  for (std::size_t sentence = 0; sentence < count; ++sentence) {
    std::string source;
    std::string target;
    const auto words = 3 + random() % 12;
    for (std::size_t word = 0; word < words; ++word) {
      const auto number = random() % 400;
      std::string key;
      for (auto rest = number + 400; rest > 0; rest /= 20)
        key += static_cast<char>('a' + rest % 20);
      source += "s" + key + " ";
      target += key + "t ";
    }
    // Now and then a number, as in any report.
    const auto number =
        random() % 4 == 0 ? std::to_string(1000 + random() % 9000) : std::string();
    made.source.push_back(source + number + ".");
    made.target.push_back(target + number + ".");
  }
  return made;
}

inline std::vector<std::string_view> views_of(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

}  // namespace hexapla
