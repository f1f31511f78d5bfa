#include "files.hpp"
#include "term/table/write_table.hpp"
#include "term/tbx/write_tbx.hpp"
#include "text/error.hpp"

#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// Everything that a termbase can hold, with what is hard to write.
Termbase made_up() {
  return {
      {{"1000001",
        "health & \"safety\"",
        {{languages::en,
          "World Health Organization",
          {},
          "proper_noun",
          "WHA, 1948",
          "n; m"},
         {languages::en, "WHO", TermStatus::admitted, "noun", "", "", true, true,
          "World Health Organization"},
         {languages::en, "World Health Organisation", TermStatus::forbidden, "", "", ""},
         {languages::ar, "منظمة الصحة العالمية", {}, "phrase", "", ""},
         {languages::zh, "世界卫生组织", {}, "", "", "<, tab"}},
        "the agency, in Geneva",
        "since \"1948\""},
       {"term.1.1",
        "",
        {{languages::ru, "ВОЗ СССР", TermStatus::obsolete, "interjection \"?>\"", "", ""},
         {languages::ru, "ВОЗ", TermStatus::deprecated, "adverb", "", "", false, false,
          "not in the concept"},
         {Language("pt-BR"), "saúde", TermStatus::admitted, "adjective", "", ""},
         {languages::ru, "здоровье", {}, "verb", "", ""}}},
       {"A/RES/75 _x0041_ é", "", {{languages::es, "salud", {}, "", "", ""}}}}};
}

Termbase core_terms() {
  return read_termbase(project_file("corpora/termbases/un-core.csv"), "un-core.csv");
}

std::string tbx(const Termbase& termbase, TbxStyle style) {
  std::ostringstream out;
  CHECK(write_tbx(out, termbase, style, {"Terms", "en", "hexapla"}) == 0);
  return std::move(out).str();
}

}  // namespace

TEST_CASE("a termbase written as TBX comes back as it was", "[export][term]") {
  const TbxStyle style = GENERATE(TbxStyle::v3_dca, TbxStyle::v3_dct, TbxStyle::v2);
  CHECK(read_termbase(tbx(made_up(), style), "t.tbx") == made_up());
  CHECK(read_termbase(tbx(core_terms(), style), "t.tbx") == core_terms());
}

TEST_CASE("a termbase written as a table comes back as it was", "[export][term]") {
  for (const Termbase& termbase : {made_up(), core_terms()}) {
    std::ostringstream csv;
    write_termbase_csv(csv, termbase);
    CHECK(read_termbase(csv.str(), "t.csv") == termbase);
    std::ostringstream tsv;
    write_termbase_tsv(tsv, termbase);
    CHECK(read_termbase(tsv.str(), "t.tsv") == termbase);
    CHECK(read_termbase(termbase_xlsx(termbase), "t.xlsx") == termbase);
  }
}

TEST_CASE("two runs write the same workbook", "[export][term]") {
  CHECK(termbase_xlsx(made_up()) == termbase_xlsx(made_up()));
}

TEST_CASE("the table of the core terms is written as it stands in the project",
          "[export][term]") {
  std::ostringstream csv;
  write_termbase_csv(csv, core_terms());
  std::string expected = project_file("corpora/termbases/un-core.csv");
  constexpr std::string_view no_break_space = "\u00A0";  // read as a plain one
  for (std::size_t at = 0; (at = expected.find(no_break_space, at)) != std::string::npos;)
    expected.replace(at, no_break_space.size(), " ");
  CHECK(lines_in(csv.str()) == lines_in(expected));
}

TEST_CASE("other programs see a forbidden term as deprecated", "[export][term]") {
  const std::string text = tbx(made_up(), TbxStyle::v3_dct);
  CHECK_THAT(text, Catch::Contains("<?hexapla status=\"forbidden\"?>\n"));
  CHECK_THAT(text, Catch::Contains("<min:administrativeStatus>deprecatedTerm-admn-sts"));
  CHECK_THAT(text, Catch::Contains("<basic:crossReference target=\"term.1.1\">"));
  CHECK_THAT(text, !Catch::Contains("forbiddenTerm"));
}

TEST_CASE("a text too long for a cell is refused", "[export][term][error]") {
  Termbase termbase = made_up();
  termbase.concepts[0].definition = std::string(40'000, 'x');
  CHECK_THROWS_WITH(termbase_xlsx(termbase), Catch::Contains("longer than a cell"));
}

}  // namespace hexapla
