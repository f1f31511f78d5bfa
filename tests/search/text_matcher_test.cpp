#include "search/text_matcher.hpp"

#include "text/error.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// The text with its hits in brackets; empty without one.
std::string marked_hits(std::string_view query, Language language, std::string text) {
  const auto found = TextMatcher(parse_query(query), language).find(text);
  if (!found) return {};
  for (auto range = found->rbegin(); range != found->rend(); ++range)
    text.insert(range->end, "]").insert(range->begin, "[");
  return text;
}

}  // namespace

TEST_CASE("words are found in all their forms unless one is asked for", "[search]") {
  CHECK(marked_hits("crime", languages::en, "War crimes and a Crime.") ==
        "War [crimes] and a [Crime].");
  CHECK(marked_hits("=crime", languages::en, "War crimes and a Crime.") ==
        "War crimes and a [Crime].");
  CHECK(marked_hits("=crime", languages::en, "War crimes").empty());
  CHECK(marked_hits("crim*", languages::fr, "criminel, crimes") == "[criminel], [crimes]");
  CHECK(marked_hits("список", languages::ru, "Нет списка.") == "Нет [списка].");
}

TEST_CASE("Arabic words are found behind particles and with vowels", "[search]") {
  CHECK(marked_hits("امن", languages::ar, "مجلس الأمن") == "مجلس [الأمن]");
  CHECK(marked_hits("الأمن", languages::ar, "وبالأمن") == "[وبالأمن]");
  CHECK(marked_hits("السلم", languages::ar, "السِّلْم") == "[السِّلْم]");
}

TEST_CASE("Chinese of any length is found in both of its scripts", "[search]") {
  CHECK(marked_hits("罪", languages::zh, "战争罪行") == "战争[罪]行");
  CHECK(marked_hits("战争", languages::zh, "戰爭罪和战争") == "[戰爭]罪和[战争]");
  CHECK(marked_hits("=战争", languages::zh, "戰爭罪和战争") == "戰爭罪和[战争]");
  CHECK(marked_hits("战争罪", languages::zh, "战争的罪").empty());
}

TEST_CASE("a phrase's words follow one another, other parts stand anywhere", "[search]") {
  CHECK(marked_hits("\"war crime\"", languages::en, "a crime of war, war-crimes") ==
        "a crime of war, [war-crimes]");
  CHECK(marked_hits("crime war", languages::en, "war and crime") == "[war] and [crime]");
  CHECK(marked_hits("crime peace", languages::en, "war and crime").empty());
}

TEST_CASE("regular expressions match the text as it is written", "[search]") {
  CHECK(marked_hits("/w[ao]r/", languages::en, "War, war") == "War, [war]");
  CHECK(marked_hits("/(?i)w[ao]r/ peace", languages::en, "War, peace") == "[War], [peace]");
  CHECK(marked_hits("/第.条/", languages::zh, "见第七条。") == "见[第七条]。");
  CHECK(marked_hits("/x*/", languages::en, "war").empty());
}

TEST_CASE("expressions that are none, or take too long, are errors", "[search][error]") {
  CHECK_THROWS_WITH(TextMatcher(parse_query("/a(b/"), languages::en),
                    Catch::Contains("a(b") && Catch::Contains("character"));
  const TextMatcher slow(parse_query("/(a+)+b/"), languages::en);
  CHECK_THROWS_WITH(static_cast<void>(slow.find(std::string(200, 'a'))),
                    Catch::Contains("too long"));
}

}  // namespace hexapla
