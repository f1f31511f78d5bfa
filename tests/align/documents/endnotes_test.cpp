#include "align/documents/endnotes.hpp"

#include "align/made_documents.hpp"

#include <catch2/catch.hpp>

namespace hexapla::endnotes_test {
namespace {

SegmentedDocument notes_below_pages() {
  return made_document(languages::en, {{paragraph, "The Council met in March."},
                                       {paragraph, "It adopted a resolution."},
                                       {footnote, "1 S/PV.8990.", "1"},
                                       {footnote, "2 Resolution 2625 (2022).", "2"}});
}

Numbers notes_in(const SegmentedDocument& version, const SegmentedDocument& other) {
  Streams streams = streams_of(version);
  Streams others = streams_of(other);
  find_endnotes(version, streams, other, others);
  CHECK(streams.body.size() + streams.footnotes.size() == version.segments.size());
  return streams.footnotes;
}

}  // namespace

TEST_CASE("notes at the end of one version are footnotes beside those of the other",
          "[align]") {
  const auto [language, heading, first, second] =
      GENERATE(table<Language, std::string, std::string, std::string>(
          {{languages::fr, "Notes", "1. S/PV.8990.", "2. Résolution 2625 (2022)."},
           {languages::ru, "Примечания", "¹ S/PV.8990.", "² Резолюция 2625 (2022)."},
           {languages::ar, "الحواشي", "(١) S/PV.8990.", "(٢) القرار 2625 (2022)."},
           {languages::zh, "注", "1 S/PV.8990。", "2 第2625（2022）号决议。"},
           {languages::es, "Notas", "(1) S/PV.8990.", "(2) Resolución 2625 (2022)."}}));
  CAPTURE(language.tag());
  const auto version = made_document(language, {{paragraph, "1 2 3."},
                                                {paragraph, "4 5 6."},
                                                {paragraph, heading},
                                                {paragraph, first},
                                                {paragraph, second}});
  CHECK(notes_in(version, notes_below_pages()) == Numbers{2, 3, 4});
}

TEST_CASE("a note of two paragraphs stays together", "[align]") {
  const auto version = made_document(languages::fr, {{paragraph, "Le Conseil a siégé."},
                                                     {paragraph, "S/PV.8990.", "1"},
                                                     {paragraph, "Voir aussi S/PV.8991."},
                                                     {paragraph, "Ibid.", "2"},
                                                     {paragraph, "La séance est levée."}});
  CHECK(notes_in(version, notes_below_pages()) == Numbers{1, 2, 3});
}

TEST_CASE("numbered paragraphs that both versions have are no notes", "[align][edge]") {
  const auto source = made_document(languages::en, {{paragraph, "Decides to meet.", "1."},
                                                    {paragraph, "Requests a report.", "2."},
                                                    {footnote, "S/PV.8990.", "1"}});
  const auto target = made_document(
      languages::es,
      {{paragraph, "Decide reunirse.", "1."}, {paragraph, "Solicita un informe.", "2."}});
  CHECK(notes_in(target, source).empty());
}

TEST_CASE("where both versions have footnotes, or neither, nothing is looked for",
          "[align][edge]") {
  const auto plain = made_document(languages::fr, {{paragraph, "Ibid.", "1"}});
  CHECK(notes_in(plain, plain).empty());
  CHECK(notes_in(notes_below_pages(), notes_below_pages()) == Numbers{2, 3});
}

}  // namespace hexapla::endnotes_test
