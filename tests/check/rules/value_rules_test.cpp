#include "check/make_unit.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Pair = std::tuple<Language, std::string, Language, std::string>;

/// Whether some finding of that rule points at `words` of the target.
const Finding* found_at(const std::vector<Finding>& findings, Rule rule,
                        const std::string& target, const std::string& words) {
  const std::size_t at = target.find(words);
  const auto hit = std::ranges::find_if(findings, [&](const Finding& finding) {
    return finding.rule == rule &&
           std::ranges::any_of(finding.target, [&](const Spot& spot) {
             return spot.range.begin < at + words.size() && at < spot.range.end;
           });
  });
  return hit == findings.end() ? nullptr : &*hit;
}

bool is_quiet(const std::vector<Finding>& findings) {
  return std::ranges::none_of(findings, [](const Finding& finding) {
    return finding.rule != Rule::length && finding.severity > Severity::note;
  });
}

}  // namespace

TEST_CASE("a wrong multiplier is an error", "[check][number]") {
  const auto [source, target, text, wrong] =
      GENERATE(std::tuple("拨款5.2万亿美元。", languages::en,
                          "An appropriation of $5.2 billion.", "5.2 billion"),
               std::tuple("拨款35亿美元。", languages::es,
                          "Una consignación de 3,5 millones de dólares.", "3,5 millones"),
               std::tuple("拨款35亿美元。", languages::fr,
                          "Un crédit de 3,5 millions de dollars.", "3,5 millions"),
               std::tuple("拨款35亿美元。", languages::ru,
                          "Ассигнования в размере 3,5 млн долл. США.", "3,5 млн"),
               std::tuple("拨款30亿美元。", languages::ar, "اعتماد قدره 3 ملايين دولار.",
                          "3 ملايين"));
  CAPTURE(text);
  const auto findings = findings_for(languages::zh, source, target, text);
  const Finding* finding = found_at(findings, Rule::number, text, wrong);
  REQUIRE(finding != nullptr);
  CHECK(finding->severity == Severity::error);
}

TEST_CASE("values that are said in another way are right", "[check][number]") {
  const auto [source, source_text, target, target_text] = GENERATE(
      Pair{languages::zh, "该国有2 000万人。", languages::es,
           "El país tiene veinte millones de habitantes."},
      Pair{languages::zh, "5.2万亿美元", languages::fr, "5 200 milliards de dollars"},
      Pair{languages::zh, "250万名儿童", languages::en, "two and a half million children"},
      Pair{languages::zh, "20世纪80年代", languages::ar, "ثمانينيات القرن الماضي"},
      Pair{languages::zh, "成立70周年", languages::en, "70 years after its founding"},
      Pair{languages::zh, "由四分之三的成员通过", languages::en,
           "adopted by three quarters of the members"},
      Pair{languages::zh, "五分之四的人", languages::en, "4 out of 5 people"},
      Pair{languages::zh, "十分之三的国家", languages::en, "30 per cent of the countries"},
      Pair{languages::zh, "根据《宪章》第六章", languages::fr,
           "en vertu du Chapitre VI de la Charte"},
      Pair{languages::zh, "200万至300万人", languages::en,
           "between 2 and 3 million people"},
      Pair{languages::zh, "2019冠状病毒病", languages::es, "la COVID-19"},
      Pair{languages::zh, "电话：+41 22 917 9000", languages::fr,
           "téléphone : +41 22 917 90 00"},
      Pair{languages::zh, "3公里", languages::en, "two miles"},
      Pair{languages::zh, "至少10天", languages::fr, "au moins 10 jours"},
      Pair{languages::zh, "至少10天", languages::es, "al menos 10 días"},
      Pair{languages::zh, "下午4时30分", languages::es, "a las 16.30 horas"},
      Pair{languages::zh, "2016年5月和6月", languages::en, "in May and June 2016"},
      Pair{languages::zh, "5月至7月", languages::ru, "с мая по июль"},
      Pair{languages::zh, "摄氏38度", languages::en, "38 degrees Celsius"},
      Pair{languages::zh, "5%至10%", languages::en, "5 to 10 per cent"});
  CAPTURE(source_text, target_text);
  CHECK(is_quiet(findings_for(source, source_text, target, target_text)));
}

TEST_CASE("ordinals, shares and signs that differ are found", "[check][number]") {
  const auto [source, target, text, wrong] = GENERATE(
      std::tuple("第六次会议", languages::en, "5th meeting", "5th"),
      std::tuple("第二季度", languages::fr, "au troisième trimestre", "troisième"),
      std::tuple("第1373(2001)号决议", languages::en, "resolution 1337 (2001)", "1337"),
      std::tuple("《宪章》第六章", languages::en, "Chapter VII of the Charter", "VII"),
      std::tuple("见附件二", languages::es, "véase el anexo III", "III"),
      std::tuple("三分之二多数", languages::ru, "большинством в одну треть", "одну треть"),
      std::tuple("零下20摄氏度", languages::fr, "20 degrés Celsius", "20"));
  CAPTURE(text);
  const auto findings = findings_for(languages::zh, source, target, text);
  const Finding* finding = found_at(findings, Rule::number, text, wrong);
  REQUIRE(finding != nullptr);
  CHECK(finding->severity > Severity::note);
}

TEST_CASE("one and two in words never stand against other numbers", "[check][number]") {
  CHECK(is_quiet(findings_for(languages::zh, "一项重要的倡议", languages::en,
                              "an important initiative launched in 2019")));
  CHECK(is_quiet(findings_for(languages::zh, "一个战略", languages::en,
                              "a strategy with four goals")));
}

TEST_CASE("numbers of a vote in another order are found", "[check][number]") {
  const std::string text = "Par 12 voix contre 3, avec 140 abstentions";
  const auto findings =
      findings_for(languages::zh, "140票赞成、3票反对、12票弃权", languages::fr, text);
  const Finding* finding = found_at(findings, Rule::number, text, "140");
  REQUIRE(finding != nullptr);
  CHECK(finding->severity == Severity::error);
  CHECK(is_quiet(findings_for(languages::zh, "140票赞成、3票反对、12票弃权", languages::fr,
                              "Par 140 voix contre 3, avec 12 abstentions")));
}

TEST_CASE("times, weekdays and months that differ are found", "[check][date]") {
  const auto [source, target, text, wrong] = GENERATE(
      std::tuple("会议下午3时30分开始", languages::en, "began at 4.30 p.m.", "4.30"),
      std::tuple("会议下午3时30分开始", languages::fr, "a commencé à 15 h 40", "15 h 40"),
      std::tuple("会议上午10时开始", languages::es, "empezó a las 22 horas", "22 horas"),
      std::tuple("2021年9月21日星期二", languages::en, "Wednesday, 21 September 2021",
                 "Wednesday"),
      std::tuple("2021年9月21日星期二", languages::ru, "среда, 21 сентября 2021 года",
                 "среда"),
      std::tuple("5月下旬", languages::en, "late June", "June"),
      std::tuple("5月下旬", languages::ar, "أواخر حزيران/يونيه", "يونيه"));
  CAPTURE(text);
  const auto findings = findings_for(languages::zh, source, target, text);
  const Finding* finding = found_at(findings, Rule::date, text, wrong);
  REQUIRE(finding != nullptr);
  CHECK(finding->severity == Severity::error);
}

TEST_CASE("a weekday that the calendar denies is found without one in the source",
          "[check][date]") {
  const std::string text = "On Monday, 21 September 2021";
  const auto findings = findings_for(languages::zh, "2021年9月21日", languages::en, text);
  const Finding* finding = found_at(findings, Rule::date, text, "Monday");
  REQUIRE(finding != nullptr);
  CHECK(finding->suggestion == "Tuesday");
}

TEST_CASE("units that are lost, exchanged or wrongly converted are found",
          "[check][unit]") {
  const auto [source, target, text, wrong, rule] =
      GENERATE(std::tuple("占8.5%", languages::fr, "soit 8,5 du total", "8,5", Rule::unit),
               std::tuple("占8.5%", languages::ru, "составило 8,5 от общего объема", "8,5",
                          Rule::unit),
               std::tuple("35公里", languages::ru, "35 м", "м", Rule::unit),
               std::tuple("200万瑞士法郎", languages::en, "2 million dollars", "dollars",
                          Rule::unit),
               std::tuple("8公里", languages::en, "7 miles", "7", Rule::number));
  CAPTURE(text);
  CHECK(found_at(findings_for(languages::zh, source, target, text), rule, text, wrong) !=
        nullptr);
}

}  // namespace hexapla
