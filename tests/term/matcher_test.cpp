#include "term/matcher.hpp"

#include "cases.hpp"

#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

Termbase termbase_of(Language language, const std::vector<std::string>& terms) {
  Termbase termbase;
  for (const std::string& term : terms)
    termbase.concepts.push_back(
        {std::to_string(termbase.concepts.size()), "", {{language, term, {}, "", "", ""}}});
  return termbase;
}

std::vector<std::string> found(const Termbase& termbase, Language language,
                               std::string_view text) {
  std::vector<std::string> result;
  for (const TermHit& hit : TermMatcher(termbase, language).find(text))
    result.emplace_back(hit.range.of(text));
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a term is found in any inflection", "[term][matcher]") {
  const auto [tag, term, text, hit] =
      GENERATE(from_range(cases_in<4>("term/matcher_test.tsv")));
  const Language language(tag);
  CAPTURE(term, text);
  CHECK(found(termbase_of(language, {term}), language, text) == Texts{hit});
}

TEST_CASE("a term is not found across punctuation or in parts of words",
          "[term][matcher]") {
  const Termbase english = termbase_of(languages::en, {"war crime", "art"});
  CHECK(found(english, languages::en, "the war; crime fell").empty());
  CHECK(found(english, languages::en, "part of the party").empty());
  CHECK(found(english, languages::fr, "war crime").empty());
  CHECK(found(english, languages::en, "").empty());
}

TEST_CASE("words of one stem that are no forms of one word are told apart",
          "[term][matcher]") {
  const auto [tag, term, text] = GENERATE(from_range(cases_in<3>("term/matcher_test.tsv")));
  const Language language(tag);
  CAPTURE(term, text);
  CHECK(found(termbase_of(language, {term}), language, text).empty());
}

TEST_CASE("of overlapping terms the longest is found", "[term][matcher]") {
  const Termbase chinese =
      termbase_of(languages::zh, {"国际人道法", "人道法", "国际", "法治", "人道"});
  CHECK(found(chinese, languages::zh, "国际人道法治国") == Texts{"国际人道法"});
  CHECK(found(chinese, languages::zh, "人道法与法治") == Texts{"人道法", "法治"});
  const TermMatcher matcher(chinese, languages::zh);
  CHECK(matcher.find_all("国际人道法").size() == 4);
}

TEST_CASE("several concepts on one range are all given, each once", "[term][matcher]") {
  const Termbase termbase{
      {{"1",
        "",
        {{languages::en, "strike", TermStatus::admitted, "verb", "", ""},
         {languages::en, "strikes", TermStatus::preferred, "noun", "", ""}}},
       {"2", "", {{languages::en, "strike", TermStatus::preferred, "noun", "", ""}}}}};
  const auto hits = TermMatcher(termbase, languages::en).find("a strike");
  // The term that is there letter by letter goes before a better one.
  CHECK(hits == std::vector<TermHit>{{0, 0, {2, 8}}, {1, 0, {2, 8}}});
  CHECK(TermMatcher(termbase, languages::en).find("strikes")[0] == TermHit{0, 1, {0, 7}});
}

TEST_CASE("an empty termbase finds nothing", "[term][matcher][edge]") {
  CHECK(TermMatcher({}, languages::ru).find("Совет Безопасности").empty());
}

TEST_CASE("traditional and simplified characters are one", "[term][matcher]") {
  CHECK(found(termbase_of(languages::zh, {"战争罪"}), languages::zh, "犯下戰爭罪的人") ==
        Texts{"戰爭罪"});
  CHECK(found(termbase_of(languages::zh, {"國際法"}), languages::zh, "按照国际法") ==
        Texts{"国际法"});
}

TEST_CASE("English words are one joined, hyphened or apart", "[term][matcher]") {
  for (const std::string_view text : {"a cease-fire", "a cease fire", "a ceasefire"})
    CHECK(found(termbase_of(languages::en, {"cease-fire"}), languages::en, text).size() ==
          1);
}

TEST_CASE("an acronym stands in capitals", "[term][matcher]") {
  const Termbase termbase = termbase_of(languages::en, {"AIDS", "war crime"});
  CHECK(found(termbase, languages::en, "This aids everybody.").empty());
  CHECK(found(termbase, languages::en, "the fight against AIDS") == Texts{"AIDS"});
  // Where all terms are in capitals, capitals say nothing.
  CHECK(found(termbase_of(languages::en, {"AID", "WAR CRIMES"}), languages::en, "aid") ==
        Texts{"aid"});
}

TEST_CASE("a case-sensitive term has its capitals, in any inflection", "[term][matcher]") {
  Termbase termbase = termbase_of(languages::en, {"Member State", "WHO"});
  for (Concept& entry : termbase.concepts)
    entry.terms[0].case_sensitive = true;
  CHECK(found(termbase, languages::en, "all Member States") == Texts{"Member States"});
  CHECK(found(termbase, languages::en, "a member state, who is").empty());
  CHECK(found(termbase, languages::en, "the WHO's guidance").size() == 1);
}

TEST_CASE("a term with an exact form has no endings", "[term][matcher]") {
  Termbase termbase = termbase_of(languages::ru, {"стороны"});
  CHECK(found(termbase, languages::ru, "сторонами").size() == 1);
  termbase.concepts[0].terms[0].exact_form = true;
  CHECK(found(termbase, languages::ru, "сторонами").empty());
  CHECK(found(termbase, languages::ru, "Стороны договорились") == Texts{"Стороны"});
}

TEST_CASE("a finder gives what its matcher gives, text after text", "[term][matcher]") {
  const Termbase termbase = termbase_of(languages::ru, {"военное преступление", "мир"});
  const TermMatcher matcher(termbase, languages::ru);
  TermFinder finder(matcher);
  for (const std::string_view text :
       {"военных преступлений", "о мире", "", "военных преступлений и мира"})
    CHECK(finder.find_all(text, words_of(text)) == matcher.find_all(text));
}

TEST_CASE("a capital without its accent, and a pronoun's suffix, hide no term",
          "[term][matcher]") {
  const auto [tag, term, text, hit] =
      GENERATE(from_range(cases_in<4>("term/matcher_test.tsv")));
  const Language language(tag);
  CAPTURE(term, text);
  CHECK(found(termbase_of(language, {term}), language, text) == Texts{hit});
}

}  // namespace hexapla
