#include "align/judgement/doubted_language.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace hexapla::doubted_language_test {
namespace {

const std::vector<std::string_view> english{
    "The General Assembly, recalling its resolution on the protection of the civilian "
    "population,",
    "Decides that the Committee will meet again in the spring, and requests the "
    "Secretary-General to report to it on what has been done since then.",
    "All human beings are born free and equal in dignity and rights, and they are endowed "
    "with reason."};
const std::vector<std::string_view> chinese{
    "大会回顾其关于保护平民的决议，决定委员会将在春季再次举行会议，并请秘书长向其报告此后所做的"
    "工作。",
    "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。"
    "人人有资格享有本宣言所载的一切权利和自由。"};

TEST_CASE("a text in another official language than was said is doubted", "[text]") {
  CHECK(doubted_language(english, languages::fr) == languages::en);
  CHECK(doubted_language(chinese, languages::ru) == languages::zh);
  CHECK(doubted_language(english, Language("ja")) == languages::en);
}

TEST_CASE("a text in the language that was said is not doubted", "[text]") {
  CHECK(doubted_language(english, languages::en) == std::nullopt);
  CHECK(doubted_language(english, Language("en-GB")) == std::nullopt);
  CHECK(doubted_language(chinese, Language("zh-Hant")) == std::nullopt);
}

TEST_CASE("languages that share a script with what a text seems to be are not doubted",
          "[text][edge]") {
  CHECK(doubted_language(english, Language("sco")) == std::nullopt);
  CHECK(doubted_language(chinese, Language("yue")) == std::nullopt);
  CHECK(doubted_language(english, Language()) == std::nullopt);
}

TEST_CASE("a text of a few words is not doubted", "[text][edge]") {
  const std::vector<std::string_view> few{"Introduction", "The report of the Committee"};
  CHECK(doubted_language(few, languages::ru) == std::nullopt);
}

}  // namespace
}  // namespace hexapla::doubted_language_test
