#include "exchange/termbase/termbase_units.hpp"

#include "exchange/shared_names.hpp"
#include "exchange/tmx/read_tmx.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "exchange/trip.hpp"
#include "files.hpp"
#include "term/tbx/write_tbx.hpp"

#include <catch2/catch.hpp>

namespace hexapla::termbase_units_test {
namespace {

std::string tbx_of(const Termbase& termbase) {
  std::ostringstream out;
  write_tbx(out, termbase, TbxStyle::v3_dca, {"", "en", "test"});
  return out.str();
}

/// What becomes of a termbase through a TMX and back.
Termbase through_tmx(const Termbase& termbase) {
  const std::string tmx =
      written(read_all(tbx_of(termbase), read_termbase_units), tmx_writer);
  Termbase back;
  const auto writer = termbase_writer(
      [&](const Termbase& made) {
        back = made;
        return std::size_t{0};
      },
      {});
  for (const TranslationUnit& unit : read_all(tmx, read_tmx).units)
    writer->add(unit);
  CHECK(writer->finish().written == termbase.concepts.size());
  return back;
}

}  // namespace

TEST_CASE("the core termbase comes back from a TMX as it was", "[exchange]") {
  const std::string bytes = project_file("corpora/termbases/un-core.tbx");
  Termbase before = read_termbase(bytes, "un-core.tbx");
  Termbase after = through_tmx(before);
  // Terms that no text may hold come last in their language.
  for (Termbase* const termbase : {&before, &after})
    for (Concept& entry : termbase->concepts)
      std::ranges::stable_sort(entry.terms, {}, [](const Term& term) {
        return std::pair(term.language, !is_usable(term.status));
      });
  REQUIRE(after.concepts.size() == before.concepts.size());
  for (std::size_t at = 0; at < before.concepts.size(); ++at) {
    CAPTURE(before.concepts[at].id);
    const Concept& one = before.concepts[at];
    const Concept& other = after.concepts[at];
    CHECK(other.id == one.id);
    CHECK(other.subject == one.subject);
    CHECK(other.definition == one.definition);
    CHECK(other.note == one.note);
    REQUIRE(other.terms.size() == one.terms.size());
    for (std::size_t term = 0; term < one.terms.size(); ++term) {
      CHECK(other.terms[term].text == one.terms[term].text);
      CHECK(other.terms[term].status == one.terms[term].status);
      if (is_usable(one.terms[term].status)) CHECK(other.terms[term] == one.terms[term]);
    }
  }
}

TEST_CASE("a term that no text may hold is nobody's translation", "[exchange]") {
  Termbase termbase;
  termbase.concepts.push_back({"ceasefire", "", {}});
  auto& terms = termbase.concepts[0].terms;
  terms.push_back({Language("en"), "armistice", TermStatus::forbidden, {}, {}, {}});
  terms.push_back({Language("en"), "cease-fire", TermStatus::admitted, {}, {}, {}});
  terms.push_back({Language("en"), "ceasefire", TermStatus::preferred, {}, {}, {}});
  terms.push_back({Language("fr"), "cessez-le-feu", TermStatus::obsolete, {}, {}, {}});
  termbase.concepts.push_back({"gone", "", {}});
  termbase.concepts[1].terms.push_back(
      {Language("en"), "gone", TermStatus::deprecated, {}, {}, {}});
  std::istringstream in(tbx_of(termbase));
  const auto reader = read_termbase_units(in, "un.tbx");
  TranslationUnit unit;
  REQUIRE(reader->next(unit));
  REQUIRE(unit.variants.size() == 2);
  CHECK(unit.variants[0].text == "ceasefire");
  CHECK(unit.variants[1].text == "cease-fire");
  CHECK(value_of(unit.properties, "x-term:fr:obsolete") != nullptr);
  CHECK_FALSE(reader->next(unit));
  REQUIRE(reader->warnings().count == 1);
  CHECK_THAT(reader->warnings().first[0].what,
             Catch::Contains("the concept gone has only"));
}

TEST_CASE("a memory becomes a termbase with one preferred term a language", "[exchange]") {
  TranslationUnit unit;
  for (const auto& [tag, text] :
       {std::pair("en", " General  Assembly"), std::pair("en", "the Assembly"),
        std::pair("en", "the Assembly"), std::pair("fr", "")}) {
    unit.variants.emplace_back();
    unit.variants.back().language = Language(tag);
    unit.variants.back().text = text;
  }
  Termbase made;
  const auto writer = termbase_writer(
      [&](const Termbase& termbase) {
        made = termbase;
        return std::size_t{0};
      },
      {});
  writer->add(unit);
  unit.variants.resize(1);
  unit.variants[0].text = std::string(3000, 'a');
  writer->add(unit);
  const Exported exported = writer->finish();
  CHECK(exported.written == 1);
  CHECK(exported.skipped == 1);
  REQUIRE(made.concepts.size() == 1);
  REQUIRE(made.concepts[0].terms.size() == 2);
  CHECK(made.concepts[0].terms[0].text == "General Assembly");
  CHECK(made.concepts[0].terms[0].status == TermStatus::preferred);
  CHECK(made.concepts[0].terms[1].status == TermStatus::admitted);
}

}  // namespace hexapla::termbase_units_test
