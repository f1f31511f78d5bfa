#include "text/state_codes.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("state_code knows a State by each of its names", "[text]") {
  const auto [name, code] = GENERATE(table<const char*, const char*>(
      {{"Venezuela (Bolivarian Republic of)", "VE"},
       {"委内瑞拉(玻利瓦尔共和国)", "VE"},
       {"Венесуэла (Боливарианская Республика)", "VE"},
       {"فنزويلا (جمهورية - البوليفارية)", "VE"},
       {"Iran (République islamique d’)", "IR"},
       {"伊朗（伊斯兰共和国）", "IR"},
       {"Côte d'Ivoire,", "CI"},
       {"Nigéria", "NG"},
       {"EGYPT*", "EG"},
       {"the Netherlands", "NL"},
       {"12. 俄罗斯联邦", "RU"},
       {"Türkiye;", "TR"},
       {"الجمهورية العربية السورية", "SY"},
       {"Reino Unido de Gran Bretaña e Irlanda del Norte", "GB"},
       {"Корейская Народно-Демократическая Республика", "KP"},
       {"Republic of Korea", "KR"},
       {"刚果", "CG"},
       {"刚果民主共和国", "CD"}}));
  CAPTURE(name);
  CHECK(state_code(name) == code);
}

TEST_CASE("state_code knows States as the United Nations write them", "[text]") {
  const auto* const name = GENERATE(
      "Afghanistan", "Bolivia (Plurinational State of)", "Côte d'Ivoire", "Côte d’Ivoire,",
      "Lao People's Democratic Republic", "Viet Nam", "FRANCE",
      "Iran (Islamic Republic of)*", "Allemagne", "République-Unie de Tanzanie",
      "Venezuela (République bolivarienne du)", "España", "Alemania;",
      "República Árabe Siria", "Российская Федерация", "Азербайджан",
      "Венесуэла (Боливарианская Республика)", "مصر", "المملكة العربية السعودية",
      "الاتحاد الروسي", "阿尔及利亚", "俄罗斯联邦", "伊朗(伊斯兰共和国)", "中国。");
  CAPTURE(name);
  CHECK(state_code(name));
}

TEST_CASE("state_code knows nothing else", "[text][edge]") {
  const auto* const text =
      GENERATE("", " ", ",", "1.", "2020", "(Signed)", "(France)", "Europe",
               "General Assembly", "the Council", "Women and children",
               "France has replied", "大会", "Совет", "الأمم المتحدة");
  CAPTURE(text);
  CHECK(!state_code(text));
}

}  // namespace hexapla
