#include "align/documents/stretches.hpp"

#include "align/made_documents.hpp"

#include <catch2/catch.hpp>

namespace hexapla::stretches_test {
namespace {

SegmentedDocument two_letters() {
  return made_document(languages::en, {{paragraph, "First letter."},
                                       {signature, "(Signed) Yashar Aliyev"},
                                       {signature, "Ambassador"},
                                       {paragraph, "Second letter."},
                                       {signature, "(Signed) Sergiy Kyslytsya"}});
}

}  // namespace

TEST_CASE("a run of States is a list of names, fewer are named in passing", "[align]") {
  const auto listed =
      streams_of(made_document(languages::fr, {{paragraph, "Ont voté :"},
                                               {paragraph, "Algérie"},
                                               {paragraph, "Égypte"},
                                               {paragraph, "Fédération de Russie"},
                                               {paragraph, "Viet Nam"},
                                               {paragraph, "La séance est levée."}}));
  CHECK(listed.body == Numbers{0, 5});
  REQUIRE(listed.stretches.size() == 1);
  CHECK(listed.stretches[0].order == Order::of_names);
  CHECK(listed.stretches[0].numbers == Numbers{1, 2, 3, 4});
  const auto passing = streams_of(
      made_document(languages::fr, {{paragraph, "Algérie"}, {paragraph, "Viet Nam"}}));
  CHECK(passing.stretches.empty());
}

TEST_CASE("each signature is paired with its own", "[align]") {
  const auto source = two_letters();
  const auto target = made_document(languages::ru, {{paragraph, "Второе письмо."},
                                                    {signature, "(Подпись) Сергей Кислица"},
                                                    {paragraph, "Конец."}});
  Streams sources = streams_of(source);
  Streams targets = streams_of(target);
  const auto pairs = paired_stretches(source, sources, target, targets);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].source == Numbers{4});
  CHECK(pairs[0].target == Numbers{1});
  CHECK(sources.body == Numbers{0, 1, 2, 3});
}

TEST_CASE("as many signatures are paired in their order", "[align]") {
  const auto source = two_letters();
  Streams sources = streams_of(source);
  Streams targets = sources;
  const auto pairs = paired_stretches(source, sources, source, targets);
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].target == Numbers{1, 2});
  CHECK(pairs[1].target == Numbers{4});
}

TEST_CASE("lists of different States are no versions of each other", "[align][edge]") {
  const auto source = made_document(languages::en, {{paragraph, "Algeria"},
                                                    {paragraph, "Egypt"},
                                                    {paragraph, "France"},
                                                    {paragraph, "Japan"}});
  const auto target = made_document(languages::ru, {{paragraph, "Бразилия"},
                                                    {paragraph, "Китай"},
                                                    {paragraph, "Куба"},
                                                    {paragraph, "Мексика"}});
  Streams sources = streams_of(source);
  Streams targets = streams_of(target);
  CHECK(paired_stretches(source, sources, target, targets).empty());
  CHECK(sources.body.size() == 4);
  CHECK(targets.body.size() == 4);
}

}  // namespace hexapla::stretches_test
