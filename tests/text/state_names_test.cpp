#include "text/state_names.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("is_state_name knows States as the United Nations write them", "[text]") {
  const auto* const name = GENERATE(
      "Afghanistan", "Bolivia (Plurinational State of)", "Côte d'Ivoire", "Côte d’Ivoire,",
      "Lao People's Democratic Republic", "Viet Nam", "FRANCE",
      "Iran (Islamic Republic of)*", "Allemagne", "République-Unie de Tanzanie",
      "Venezuela (République bolivarienne du)", "España", "Alemania;",
      "República Árabe Siria", "Российская Федерация", "Азербайджан",
      "Венесуэла (Боливарианская Республика)", "مصر", "المملكة العربية السعودية",
      "الاتحاد الروسي", "阿尔及利亚", "俄罗斯联邦", "伊朗(伊斯兰共和国)", "中国。");
  CAPTURE(name);
  CHECK(is_state_name(name));
}

TEST_CASE("is_state_name takes nothing else for a State", "[text]") {
  const auto* const name = GENERATE("", " ", ",", "Europe", "General Assembly",
                                    "the Council", "(Signed)", "大会", "Women and children",
                                    "France has replied", "(France)", "Совет", "2020");
  CAPTURE(name);
  CHECK(!is_state_name(name));
}

}  // namespace hexapla
