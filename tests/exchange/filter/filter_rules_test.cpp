#include "exchange/filter/arrange.hpp"
#include "exchange/filter/filter_rule.hpp"
#include "exchange/filter/quality_table.hpp"
#include "exchange/unit_filter.hpp"

#include <random>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

TranslationUnit unit_with(Language first, const std::string& source, Language second,
                          const std::string& target) {
  TranslationUnit unit;
  unit.variants.resize(2);
  unit.variants[0].language = first;
  unit.variants[0].text = source;
  unit.variants[1].language = second;
  unit.variants[1].text = target;
  return unit;
}

TranslationUnit english_chinese(const std::string& english, const std::string& chinese) {
  return unit_with(languages::en, english, languages::zh, chinese);
}

/// Whether a filter of one line keeps a unit.
bool keeps(const std::string& line, const TranslationUnit& unit) {
  const FilterPlan plan = read_filter_plan(line, "one.filter");
  return rule_of(plan.filters.at(0))->keeps(unit);
}

/// How many of these English texts, one after the other, a filter keeps.
std::size_t kept_of(const std::string& line, const std::vector<std::string>& texts) {
  const FilterPlan plan = read_filter_plan(line, "one.filter");
  const auto rule = rule_of(plan.filters.at(0));
  std::size_t kept = 0;
  for (const std::string& text : texts)
    kept += static_cast<std::size_t>(rule->keeps(english_chinese(text, "会议")));
  return kept;
}

}  // namespace

TEST_CASE("lengths are counted in characters or in words, of which Han are each one",
          "[exchange]") {
  const auto unit = english_chinese("The Council met.", "安理会开会。");
  for (const char* const passed : {"length max=16", "length min=3 max=5 in=words",
                                   "ratio max=1.7 in=words", "ratio"}) {
    CAPTURE(passed);
    CHECK(keeps(passed, unit));
  }
  for (const char* const failed : {"length max=15", "length min=4 in=words",
                                   "ratio max=1.6 in=words", "long-word max=6"}) {
    CAPTURE(failed);
    CHECK_FALSE(keeps(failed, unit));
  }
}

TEST_CASE("a text in the letters of another script is found", "[exchange]") {
  CHECK(keeps("script", english_chinese("UN-Habitat", "联合国人居署 (UN)")));
  CHECK_FALSE(keeps("script", english_chinese("UN-Habitat", "United Nations")));
  CHECK(keeps("script", unit_with(languages::ru, "Устав", languages::ar, "الميثاق")));
  CHECK_FALSE(
      keeps("script", unit_with(languages::ru, "Charter", languages::ar, "الميثاق")));
  CHECK_FALSE(keeps("language", english_chinese("安全理事会今天上午举行了会议。", "会议")));
}

TEST_CASE("numbers match by what they are, in digits of any script and in Chinese",
          "[exchange]") {
  CHECK(keeps("numbers", english_chinese("It cost 1,774 dollars.", "费用为1 774美元。")));
  CHECK(keeps("numbers",
              unit_with(languages::en, "1,774 people", languages::ar, "١٧٧٤ شخصا")));
  CHECK(
      keeps("numbers", english_chinese("The third of 25 meetings.", "25次会议的第三次。")));
  CHECK_FALSE(keeps("numbers", english_chinese("In 2018 and 2019.", "2018年和2020年。")));
  CHECK(
      keeps("numbers least=.5", english_chinese("In 2018 and 2019.", "2018年和2020年。")));
  CHECK(keeps("numbers", english_chinese("No number.", "没有数字。")));
}

TEST_CASE("marks, ends, repetitions and copies are looked at", "[exchange]") {
  CHECK_FALSE(keeps("punctuation", english_chinese("-- *** --a", "会议")));
  CHECK(keeps("end-marks", english_chinese("Why (again)?", "为什么？”")));
  CHECK_FALSE(keeps("end-marks", english_chinese("Why?", "因为。")));
  CHECK(keeps("end-marks", english_chinese("He said: “Yes.”", "他说：“是。”")));
  CHECK(keeps("repetition", english_chinese("no no no", "常常")));
  CHECK_FALSE(keeps("repetition", english_chinese("No no, no no", "常常")));
  CHECK_FALSE(
      keeps("repetition max=2", english_chinese("of the of the of the meeting", "会议")));
  CHECK_FALSE(keeps("same-text", english_chinese("A/RES/73/3", "a/res/73/3.")));
  CHECK(keeps("same-text", english_chinese("1,774", "2")));
  CHECK_FALSE(keeps("broken-characters", english_chinese("caf\xEF\xBF\xBD", "会议")));
  CHECK_FALSE(keeps("empty", english_chinese(" \n", "会议")));
}

TEST_CASE("a pattern drops or keeps, in one language or in any", "[exchange]") {
  const auto unit = english_chinese("Page 3 of 5", "第3页");
  CHECK_FALSE(keeps("regex drop pattern=^Page \\d", unit));
  CHECK(keeps("regex drop in=zh pattern=^Page \\d", unit));
  CHECK(keeps("regex keep in=en pattern=Page", unit));
  CHECK_FALSE(keeps("regex keep in=zh pattern=Page", unit));
}

TEST_CASE("near duplicates are found by their letters, their pieces, or what is changed",
          "[exchange]") {
  const std::string said =
      "The Security Council decided to remain seized of the matter until further notice";
  const std::vector<std::string> texts{
      said,
      "THE SECURITY COUNCIL decided to remain seized of the matter, until further "
      "notice!",
      "The Security Council decides to remain seized of the matter until further notice",
      "The General Assembly took note of the report of the Secretary-General"};
  CHECK(kept_of("near-duplicates", texts) == 3);
  CHECK(kept_of("near-duplicates by=minhash least=.7", texts) == 2);
  CHECK(kept_of("near-duplicates by=edit least=.95", texts) == 2);
  CHECK(kept_of("near-duplicates by=edit least=1", texts) == 3);
}

TEST_CASE("the edit distance of near duplicates is the one of the whole table",
          "[exchange][property]") {
  std::mt19937 random(7);
  const std::string base = "abcabdabeabfabgabhabiabjabkablabmabnaboabpabqabrabsabtabu";
  for (int round = 0; round < 200; ++round) {
    std::string changed = base;
    const std::size_t changes = random() % 12;
    for (std::size_t change = 0; change < changes; ++change) {
      const std::size_t at = random() % changed.size();
      if (random() % 3 == 0) {
        changed.erase(at, 1);
      } else if (random() % 2 == 0) {
        changed.insert(at, 1, 'z');
      } else {
        changed[at] = 'y';
      }
    }
    // The whole table, as Wagner and Fischer have it, of what the filter compares.
    const std::string one = base + "\n会议\n";
    const std::string other = changed + "\n会议\n";
    std::vector<std::vector<std::size_t>> table(one.size() + 1,
                                                std::vector<std::size_t>(other.size() + 1));
    for (std::size_t i = 0; i <= one.size(); ++i)
      for (std::size_t j = 0; j <= other.size(); ++j)
        table[i][j] =
            i == 0 ? j
            : j == 0
                ? i
                : std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                            table[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)});
    const std::size_t characters = std::max(base.size(), changed.size()) + 4;
    const double likeness =
        1 - static_cast<double>(table.back().back()) / static_cast<double>(characters);
    CAPTURE(changed, likeness);
    // Where a band finds them at all, which is a matter of chance with many changes.
    if (changes <= 1) {
      CHECK(kept_of("near-duplicates by=edit least=" + std::to_string(likeness - .001),
                    {base, changed}) == 1);
    }
    if (likeness < 1) {
      CHECK(kept_of("near-duplicates by=edit least=" + std::to_string(likeness + .001),
                    {base, changed}) == 2);
    }
  }
}

TEST_CASE("a filter counts by line what it drops, in their order", "[exchange]") {
  UnitFilterSettings settings;
  settings.plan = read_filter_plan("length max=12\nnumbers\n", "two.filter");
  UnitFilter filter(settings);
  auto kept = english_chinese("Meeting 3", "第3次会议");
  auto odd = english_chinese("Meeting 3", "第4次会议");
  auto both = english_chinese("The meeting of 3 days", "第4次会议");
  CHECK(filter.keeps(kept));
  CHECK_FALSE(filter.keeps(odd));
  CHECK(filter.last_reason() == "numbers");
  CHECK_FALSE(filter.keeps(both));
  CHECK(filter.last_reason() == "length max=12");
  CHECK(filter.dropped_by_plan() == std::vector<std::pair<std::string, std::size_t>>{
                                        {"length max=12", 1}, {"numbers", 1}});
}

TEST_CASE("a sample is the same each time, and about as large as asked", "[exchange]") {
  UnitFilterSettings settings;
  settings.plan = read_filter_plan("sample share=.25 seed=3", "s.filter");
  UnitFilter filter(settings);
  UnitFilter again(settings);
  settings.plan.sample->seed = 4;
  UnitFilter other(settings);
  std::size_t same = 0;
  std::vector<KeptUnit> units;
  for (int number = 0; number < 1000; ++number) {
    auto unit = english_chinese("Meeting " + std::to_string(number), "会议");
    units.push_back({unit, "W"});
    const bool is_kept = filter.keeps(unit);
    CHECK(again.keeps(unit) == is_kept);
    same += static_cast<std::size_t>(other.keeps(unit) == is_kept);
  }
  CHECK(filter.kept() > 200);
  CHECK(filter.kept() < 300);
  CHECK(same < 800);
  FilterPlan plan = read_filter_plan("sample units=100\nsort by=length", "s.filter");
  arrange(units, plan);
  REQUIRE(units.size() == 100);
  CHECK(units.front().unit.variants[0].text.size() <=
        units.back().unit.variants[0].text.size());
  // Of the same length, the order is the one that they came in.
  CHECK(std::stoi(units[98].unit.variants[0].text.substr(8)) <
        std::stoi(units[99].unit.variants[0].text.substr(8)));
}

TEST_CASE("a table says of each document what its units are worth", "[exchange]") {
  QualityTable table;
  const auto good = english_chinese("In 2018", "2018年");
  const auto bad = english_chinese("In 2018", "");
  table.look("B", good);
  table.count("B", "");
  table.look("A", good);
  table.count("A", "");
  table.look("A", bad);
  table.count("A", "numbers");
  std::ostringstream out;
  table.write(out);
  CHECK(out.str() ==
        "document\tunits\tkept\tconfidence\tlength_ratio\tshared_numbers\tother_language"
        "\tempty_side\tnumbers\n"
        "A\t2\t1\t1.000\t5.500\t0.500\t0.000\t0.500\t1\n"
        "B\t1\t1\t1.000\t1.000\t1.000\t0.000\t0.000\t0\n");
}

}  // namespace hexapla
