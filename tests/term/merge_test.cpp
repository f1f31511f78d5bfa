#include "term/merge.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

const Concept peace{"c1",
                    "law",
                    {{languages::en, "peace", {}, "noun", "", ""},
                     {languages::fr, "paix", {}, "", "", ""}}};

Term term(Language language, const std::string& text, TermStatus status = {}) {
  return {language, text, status, "", "", ""};
}

}  // namespace

TEST_CASE("a termbase merged with itself is itself", "[term]") {
  const MergedTermbase result = merged({{peace}}, {{peace}}, MergePreference::mine);
  CHECK(result.termbase == Termbase{{peace}});
  CHECK(result.notes.empty());
}

TEST_CASE("concepts with terms in common in two languages become one", "[term]") {
  const Concept theirs{
      "x9",
      "",
      {term(languages::en, "Peace"), term(languages::fr, "paix"),
       term(languages::zh, "和平"), term(languages::fr, "concorde", TermStatus::admitted)}};
  const MergedTermbase result = merged({{peace}}, {{theirs}}, MergePreference::mine);
  REQUIRE(result.termbase.concepts.size() == 1);
  CHECK(result.termbase.concepts[0].terms ==
        std::vector<Term>{{languages::en, "peace", {}, "noun", "", ""},
                          term(languages::fr, "paix"),
                          term(languages::fr, "concorde", TermStatus::admitted),
                          term(languages::zh, "和平")});
  CHECK(
      result.notes ==
      std::vector<MergeNote>{
          {MergeOutcome::conflict, "c1", languages::en, "peace", "term", "peace", "Peace"},
          {MergeOutcome::added_term, "c1", languages::zh, "和平", "", "", ""},
          {MergeOutcome::added_term, "c1", languages::fr, "concorde", "", "", ""}});
}

TEST_CASE("a term in common in one language alone does not join concepts", "[term]") {
  const Concept theirs{"c1", "", {term(languages::es, "paz")}};
  const MergedTermbase result = merged({{peace}}, {{theirs}}, MergePreference::mine);
  REQUIRE(result.termbase.concepts.size() == 2);
  CHECK(result.termbase.concepts[1].id == "c1-2");
  CHECK(result.notes.at(0).outcome == MergeOutcome::added_concept);
}

TEST_CASE("of a conflict the preferred side is kept, and both are told", "[term]") {
  Concept theirs = peace;
  theirs.subject = "politics";
  theirs.terms[1].status = TermStatus::forbidden;
  theirs.terms.push_back(term(languages::en, "concord"));
  const auto preference = GENERATE(MergePreference::mine, MergePreference::theirs);
  const bool mine = preference == MergePreference::mine;
  const MergedTermbase result = merged({{peace}}, {{theirs}}, preference);
  const Concept& entry = result.termbase.concepts.at(0);
  CHECK(entry.subject == (mine ? "law" : "politics"));
  CHECK(entry.terms.at(0).status == (mine ? TermStatus::preferred : TermStatus::admitted));
  CHECK(entry.terms.at(1).status == (mine ? TermStatus::admitted : TermStatus::preferred));
  CHECK(entry.terms.at(2).status == (mine ? TermStatus::preferred : TermStatus::forbidden));
  CHECK(result.notes ==
        std::vector<MergeNote>{
            {MergeOutcome::conflict, "c1", Language(), "", "subject", "law", "politics"},
            {MergeOutcome::conflict, "c1", languages::fr, "paix", "status", "preferred",
             "forbidden"},
            {MergeOutcome::conflict, "c1", languages::en, "concord", "preferred", "peace",
             "concord"},
            {MergeOutcome::added_term, "c1", languages::en, "concord", "", "", ""}});
}

TEST_CASE("a concept that fits several of mine is added and told", "[term]") {
  Concept other = peace;
  other.id = "c2";
  Concept theirs = peace;
  theirs.id = "c3";
  const MergedTermbase result = merged({{peace, other}}, {{theirs}}, MergePreference::mine);
  CHECK(result.termbase.concepts.size() == 3);
  CHECK(result.notes.at(0).outcome == MergeOutcome::ambiguous);
  CHECK(result.notes.at(0).mine == "c1, c2");
}

}  // namespace hexapla
