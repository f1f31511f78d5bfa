#include "corpus/index/language_postings.hpp"

#include <algorithm>
#include <map>
#include <random>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Places = std::vector<std::pair<std::int64_t, std::uint32_t>>;

/// The places of each form, read back from its pieces.
std::map<std::string, Places> places_in(LanguagePostings& postings) {
  std::map<std::string, Places> all;
  const LanguageLists lists = postings.take_lists();
  CHECK(std::ranges::is_sorted(lists.forms));
  for (const LanguageLists::Piece& piece : lists.pieces) {
    PostingReader reader(piece.first, std::string(lists.data_of(piece)));
    while (reader.next())
      for (const std::uint32_t word : reader.words())
        all[lists.forms[piece.form]].emplace_back(reader.row(), word);
  }
  return all;
}

}  // namespace

TEST_CASE("each form's places are told in the order of forms and rows", "[corpus]") {
  LanguagePostings postings(languages::fr);
  postings.add(4, "Le Conseil de sécurité, le CONSEIL");
  postings.add(9, "conseil — 15 membres");
  const auto places = places_in(postings);
  CHECK(places.at("conseil") == Places{{4, 1}, {4, 5}, {9, 0}});
  CHECK(places.at("le") == Places{{4, 0}, {4, 4}});
  CHECK(places.at("15") == Places{{9, 1}});
  CHECK(places.size() == 6);
}

TEST_CASE("Chinese characters stand with the one that follows, in the simplified script",
          "[corpus]") {
  LanguagePostings postings(languages::zh);
  postings.add(1, "停火，戰爭罪 2020");
  const auto places = places_in(postings);
  CHECK(places.at("停火") == Places{{1, 0}});
  CHECK(places.at("火战") == Places{{1, 1}});
  CHECK(places.at("战争") == Places{{1, 2}});
  CHECK(places.at("罪") == Places{{1, 4}});  // none follows
  CHECK(places.at("2020") == Places{{1, 5}});
}

TEST_CASE("many rows keep every place", "[corpus][property]") {
  std::mt19937 random(11);
  LanguagePostings postings(languages::en);
  std::map<std::string, Places> expected;
  std::int64_t row = 0;
  for (int i = 0; i < 3000; ++i) {
    row += 1 + static_cast<std::int64_t>(random() % 300);
    std::string text;
    const auto words = random() % 40;
    for (std::uint32_t word = 0; word < words; ++word) {
      const std::string form = "w" + std::string(random() % 5, 'a') + "x";
      text += form + ' ';
      expected[form].emplace_back(row, word);
    }
    postings.add(row, text);
  }
  CHECK(places_in(postings) == expected);
}

}  // namespace hexapla
