#include "align/search/march.hpp"

#include "align/alignment_constraints.hpp"
#include "align/batch.hpp"
#include "align/made_texts.hpp"

#include <catch2/catch.hpp>

namespace hexapla::march_test {
namespace {

using Texts = std::vector<std::string>;

/// Sentences of few words, without the numbers that would show the way by themselves.
MadeTexts chapter(std::size_t sentences, unsigned seed) {
  MadeTexts made = made_sentences(sentences, seed);
  for (Texts* const texts : {&made.source, &made.target})
    for (std::string& text : *texts)
      std::erase_if(text, [](char letter) { return letter >= '0' && letter <= '9'; });
  return made;
}

/// Two versions of a book, and which segments say the same.
struct Book {
  Texts source;
  Texts target;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;

  void add(const MadeTexts& made) {
    for (std::size_t segment = 0; segment < made.source.size(); ++segment)
      pairs.emplace_back(source.size() + segment, target.size() + segment);
    add_to_source(made.source);
    add_to_target(made.target);
  }
  void add_to_source(const Texts& texts) {
    source.insert(source.end(), texts.begin(), texts.end());
  }
  void add_to_target(const Texts& texts) {
    target.insert(target.end(), texts.begin(), texts.end());
  }
};

double share_found(const Book& book, const std::vector<Bead>& beads) {
  std::vector<std::int64_t> partners(book.source.size(), -1);
  for (const Bead& bead : beads)
    if (bead.source.size() == 1 && bead.target.size() == 1)
      partners[bead.source.first] = bead.target.first;
  std::size_t right = 0;
  for (const auto& [source, target] : book.pairs)
    if (partners[source] == std::int64_t{target}) ++right;
  return static_cast<double>(right) / static_cast<double>(book.pairs.size());
}

Way way_of(const Book& book, std::vector<Bead> fixed = {}) {
  const AlignmentSide source{languages::en, views_of(book.source), {}};
  const AlignmentSide target{languages::fr, views_of(book.target), {}};
  const AlignSettings settings;
  const ModelSettings model;
  const TextPair texts(source, target, settings, model);
  const Guides guides{{fixed, texts.source().size(), texts.target().size()}, {}};
  Way way = way_through(texts, guides, settings, model);
  REQUIRE(tiles(way.beads, texts.source().size(), texts.target().size()));
  return way;
}

std::vector<Bead> marched(const Book& book, std::vector<Bead> fixed = {}) {
  return way_of(book, std::move(fixed)).beads;
}

}  // namespace

TEST_CASE("the way goes through a text of many windows", "[align]") {
  Book book;
  book.add(chapter(3000, 1));
  REQUIRE(book.source.size() > 2 * 1200);  // segments of a window
  CHECK(share_found(book, marched(book)) > 0.99);
}

TEST_CASE("the way keeps what a person has fixed", "[align]") {
  Book book;
  book.add(chapter(2400, 1));
  const Bead fixed{{2000, 2001}, {2001, 2002}};
  const auto beads = marched(book, {fixed});
  CHECK(std::ranges::any_of(beads, [&](const Bead& bead) {
    return bead.source == fixed.source && bead.target == fixed.target;
  }));
}

TEST_CASE("a chapter that was put into one version does not move the rest", "[align]") {
  Book book;
  book.add(chapter(1400, 3));
  book.add_to_target(chapter(400, 4).source);  // in no words of that language
  book.add(chapter(1400, 5));
  CHECK(share_found(book, marched(book)) > 0.97);
}

TEST_CASE("chapters that are missing on either side leave the others in place", "[align]") {
  Book book;
  book.add(chapter(1300, 6));
  book.add_to_source(chapter(300, 7).source);
  book.add(chapter(1300, 8));
  book.add_to_target(chapter(300, 9).target);
  book.add(chapter(1300, 10));
  CHECK(share_found(book, marched(book)) > 0.95);
}

TEST_CASE("a chapter that is printed twice is paired once", "[align]") {
  const MadeTexts twice = chapter(300, 11);
  Book book;
  book.add(chapter(1300, 12));
  book.add(twice);
  book.add_to_target(twice.target);
  book.add(chapter(1300, 13));
  // Either copy may be the one that is paired.
  CHECK(share_found(book, marched(book)) > 0.85);
}

TEST_CASE("a way that knows where it is says nothing of being lost", "[align]") {
  Book book;
  book.add(chapter(2400, 14));
  CHECK(way_of(book).lost.empty());
}

TEST_CASE("a way through what has nothing in common says that it is lost", "[align]") {
  const Book book{chapter(60, 15).source, chapter(60, 16).target, {}};
  const Way way = way_of(book);
  REQUIRE(way.lost.size() == 1);
  CHECK(way.lost.front() == Passage{{0, 60}, {0, 60}});
}

TEST_CASE("long texts give the same beads on any number of threads", "[align]") {
  Book book;
  book.add(chapter(1300, 17));
  const MadeTexts other = chapter(1250, 18);
  const std::vector<BatchPair> pairs{{{languages::en, views_of(book.source), {}},
                                      {languages::fr, views_of(book.target), {}}},
                                     {{languages::en, views_of(other.source), {}},
                                      {languages::fr, views_of(other.target), {}}}};
  CHECK(align_batch(pairs, {}, 1) == align_batch(pairs, {}, 2));
}

}  // namespace hexapla::march_test
