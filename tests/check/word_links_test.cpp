#include "check/word_links.hpp"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Words = std::vector<std::pair<std::string, std::string>>;

/// A document in which each subject meets each predicate, so that their words can be told
/// apart.
WordLinks learnt() {
  const Words subjects{{"停火协定", "ceasefire"},   {"难民营", "camp"},
                       {"制裁委员会", "sanctions"}, {"边界", "border"},
                       {"代表团", "delegation"},    {"选举", "elections"}};
  const Words predicates{
      {"已经生效", "entered into force"}, {"受到袭击", "was attacked"},
      {"需要帮助", "needs support"},      {"得到承认", "was recognised"},
      {"没有改变", "did not change"},     {"引起关注", "raised concern"}};
  WordLinks links;
  for (const auto& [subject, in_english] : subjects)
    for (const auto& [predicate, predicate_in_english] : predicates)
      links.add(languages::zh, languages::en, subject + predicate,
                "The " + in_english + " " + predicate_in_english, 1);
  links.learn();
  return links;
}

}  // namespace

TEST_CASE("a word that renders nothing of the source is not accounted for",
          "[check][links]") {
  const WordLinks links = learnt();
  LinkReader reader(links);
  const double right = reader.unaccounted_for("ceasefire", "停火协定已经生效");
  const double wrong = reader.unaccounted_for("sanctions", "停火协定已经生效");
  CHECK(right == Approx(0).margin(0.5));
  CHECK(wrong > right + 1);
}

TEST_CASE("words that no text has taught say nothing", "[check][links]") {
  const WordLinks links = learnt();
  LinkReader reader(links);
  CHECK(reader.unaccounted_for("armistice", "停火协定已经生效") == 0);
  CHECK(reader.unaccounted_for("", "停火协定已经生效") == 0);
}

TEST_CASE("before anything is learnt nothing is said", "[check][links][edge]") {
  WordLinks links;
  CHECK(LinkReader(links).unaccounted_for("sanctions", "停火") == 0);
  links.learn();
  CHECK(LinkReader(links).unaccounted_for("sanctions", "停火") == 0);
}

}  // namespace hexapla
