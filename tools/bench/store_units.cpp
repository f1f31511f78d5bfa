// How fast units of six languages go into a corpus file and come out of it, and how big it
// is.
//
//   build/release/tools/bench/store_units FILE UNITS
//
// The units are made up: six texts of about 170 bytes from a few words of each language,
// numbered so that none is like another; one thread.

#include "corpus/store.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <sys/resource.h>

namespace {

using namespace hexapla;

const std::array<std::vector<std::string>, 6> words{{
    {"مجلس", "الأمن", "قرار", "الدولي", "السلام", "وإذ", "يؤكد", "جميع"},
    {"council", "security", "resolution", "international", "peace", "recalling", "all"},
    {"consejo", "seguridad", "resolución", "internacional", "paz", "recordando", "todos"},
    {"conseil", "sécurité", "résolution", "international", "paix", "rappelant", "tous"},
    {"совет", "безопасность", "резолюция", "международный", "мир", "ссылаясь", "все"},
    {"安全", "理事会", "决议", "国际", "和平", "回顾", "所有", "会员国"},
}};

std::string text_of(std::size_t language, std::size_t number, std::mt19937& random) {
  constexpr std::size_t bytes = 170;  // a sentence of the United Nations
  std::string text = std::to_string(number);
  while (text.size() < bytes) {
    if (language != 5) text += ' ';
    text += words.at(language)[random() % words.at(language).size()];
  }
  return text;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "store_units FILE UNITS\n";
    return 64;
  }
  const std::filesystem::path file = argv[1];
  const std::size_t units = std::stoul(argv[2]);
  std::mt19937 random(1);
  TranslationUnit unit;
  for (const Language language : languages::official)
    unit.variants.push_back({language, "", "", {}, {}, {}, {}});
  double writing = 0;
  std::size_t raw = 0;
  {
    Store store = Store::create(file, "store_units");
    MemoryWriter writer = store.add_memory({"bench", "", ""}, {});
    for (std::size_t number = 0; number < units; ++number) {
      for (std::size_t i = 0; i < unit.variants.size(); ++i) {
        unit.variants[i].text = text_of(i, number, random);
        raw += unit.variants[i].text.size();
      }
      const auto start = std::chrono::steady_clock::now();
      writer.add(unit);
      writing += seconds_since(start);
    }
    const auto start = std::chrono::steady_clock::now();
    writer.finish();
    { const MemoryWriter closed = std::move(writer); }
    store.publish();
    writing += seconds_since(start);
  }
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto opening = std::chrono::steady_clock::now();
  const Store store = Store::open(file);
  const double open = seconds_since(opening);
  const auto reading = std::chrono::steady_clock::now();
  std::size_t read = 0;
  store.each_unit({}, [&](const StoredUnit& stored) {
    read += stored.unit.variants.size();
    return true;
  });
  std::cout << units << " units, " << raw / 1'000'000 << " MB of text\n"
            << static_cast<double>(units) / writing << " units/s written\n"
            << static_cast<double>(units) / seconds_since(reading) << " units/s read\n"
            << static_cast<double>(std::filesystem::file_size(file)) /
                   static_cast<double>(raw)
            << " times the text on disk\n"
            << static_cast<double>(usage.ru_maxrss) / 1024 << " MiB at most\n"
            << open * 1000 << " ms to open\n";
  return read == units * unit.variants.size() ? 0 : 1;
}
