#include "align/documents/footnotes.hpp"

#include "align/made_documents.hpp"

#include <catch2/catch.hpp>

namespace hexapla::footnotes_test {
namespace {

std::vector<std::pair<Numbers, Numbers>> pairs(const SegmentedDocument& source,
                                               const SegmentedDocument& target) {
  std::vector<std::pair<Numbers, Numbers>> result;
  for (const auto& [from, to] : footnote_pairs(source, streams_of(source).footnotes, target,
                                               streams_of(target).footnotes))
    result.emplace_back(from, to);
  return result;
}

using Pairs = std::vector<std::pair<Numbers, Numbers>>;

}  // namespace

TEST_CASE("footnotes belong together by their labels, in whatever figures", "[align]") {
  const auto source = made_document(
      languages::en, {{footnote, "See A/75/1.", "1"}, {footnote, "Ibid.", "2"}});
  const auto target = made_document(languages::ar, {{footnote, "المرجع نفسه.", "(٢)"},
                                                    {footnote, "انظر A/75/1.", "(١)"},
                                                    {footnote, "انظر A/75/3.", "(٣)"}});
  CHECK(pairs(source, target) == Pairs{{{0}, {1}}, {{1}, {0}}, {{}, {2}}});
}

TEST_CASE("a label that comes again belongs to the one that comes again", "[align][edge]") {
  const auto source = made_document(
      languages::en, {{footnote, "Annex I.", "1"}, {footnote, "Annex II.", "1"}});
  const auto target = made_document(
      languages::fr, {{footnote, "Annexe I.", "1"}, {footnote, "Annexe II.", "1"}});
  CHECK(pairs(source, target) == Pairs{{{0}, {0}}, {{1}, {1}}});
}

TEST_CASE("footnotes with no label in common are aligned in their order", "[align][edge]") {
  const auto source = made_document(languages::en, {{footnote, "Reissued.", "*"}});
  const auto target = made_document(languages::fr, {{footnote, "Nouveau tirage.", "1"}});
  CHECK(pairs(source, target) == Pairs{{{0}, {0}}});
}

TEST_CASE("notes numbered anew on each page face those numbered through", "[align]") {
  const auto source = made_document(
      languages::en,
      {{footnote, "A/75/1.", "1"}, {footnote, "A/75/2.", "2"}, {footnote, "A/75/3.", "1"}});
  const auto target = made_document(
      languages::fr,
      {{footnote, "A/75/1.", "1"}, {footnote, "A/75/2.", "2"}, {footnote, "A/75/3.", "3"}});
  CHECK(pairs(source, target) == Pairs{{{0, 1, 2}, {0, 1, 2}}});
}

TEST_CASE("a note's label is read off its text where its block has none", "[align]") {
  const auto label = [](std::string text) {
    const auto version = made_document(languages::fr, {{paragraph, text}});
    return note_label(version, version.segments[0]);
  };
  CHECK(label("1 Voir A/75/1.") == "1");
  CHECK(label("¹² Voir A/75/1.") == "12");
  CHECK(label("(3) Ibid.") == "3");
  CHECK(label("4. Ibid.") == "4");
  CHECK(label("La séance est levée.").empty());
  CHECK(label("2022").empty());
  CHECK(label("").empty());
}

}  // namespace hexapla::footnotes_test
