#include "corpus/index/portion_queue.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla::portion_queue_test {
namespace {

constexpr std::size_t small_portion = 200'000;  // bytes, so that many end

std::vector<TextBatch> batches() {
  std::mt19937 random(5);
  std::vector<TextBatch> batches;
  std::int64_t row = 0;
  for (int batch = 0; batch < 30; ++batch) {
    batches.emplace_back();
    for (int i = 0; i < 100; ++i) {
      std::string text;
      for (auto words = random() % 30; words > 0; --words)
        text += "w" + std::to_string(random() % 3000) + ' ';
      ++row;
      batches.back().add(row, 1, languages::en, text);
      batches.back().add(row, 2, languages::zh, "安全理事会" + text);
    }
  }
  return batches;
}

/// Where a portion came, and all that is in it.
std::string words_for(const PortionLists& portion) {
  std::string words =
      std::to_string(portion.first) + '-' + std::to_string(portion.last) + ':';
  for (const LanguageLists& lists : portion.languages) {
    for (const LanguageLists::Piece& piece : lists.pieces)
      words += lists.forms[piece.form] + std::to_string(piece.first) + ' ' +
               std::to_string(piece.places) + std::string(lists.data_of(piece));
    for (const auto& [stem, form] : lists.stems)
      words += stem + form;
  }
  return words;
}

std::vector<std::string> made_on(unsigned threads) {
  PortionQueue queue(threads, small_portion);
  std::vector<std::string> made;
  const auto note = [&](const std::vector<PortionLists>& portions) {
    made.emplace_back("put");
    for (const PortionLists& portion : portions)
      made.push_back(words_for(portion));
  };
  for (auto& batch : batches())
    note(queue.put(std::move(batch)));
  note(queue.finish());
  return made;
}

}  // namespace

TEST_CASE("portions come at the same batches with the same lists on one thread or two",
          "[corpus][property]") {
  const std::vector<std::string> alone = made_on(1);
  CHECK(alone.size() > 35);  // several portions ended on the way
  CHECK((made_on(2) == alone));
}

TEST_CASE("a queue that nobody finishes ends its thread", "[corpus][edge]") {
  PortionQueue queue(2, small_portion);
  for (auto& batch : batches())
    (void)queue.put(std::move(batch));
}

}  // namespace hexapla::portion_queue_test
