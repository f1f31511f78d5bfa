#include "document/name_hints.hpp"

#include <tuple>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("names of the library and the document system hint at symbols and jobs",
          "[document]") {
  using Case =
      std::tuple<std::string, std::optional<std::string>, std::optional<std::string>>;
  const auto [name, symbol, job] = GENERATE(values<Case>({
      {"A_RES_73_3-EN.pdf", "A/RES/73/3", std::nullopt},
      {"A_C.3_80_L.24.pdf", "A/C.3/80/L.24", std::nullopt},
      {"A_75_574-S_2020_1083-RU.pdf", "A/75/574-S/2020/1083", std::nullopt},
      {"A_80_604_Add.1_zh.docx", "A/80/604/Add.1", std::nullopt},
      {"N2034567.pdf", std::nullopt, "20-34567"},
      {"G2012345.pdf", std::nullopt, "GE.20-12345"},
      {"K2512345.pdf", std::nullopt, "K2512345"},
      {"A_RES_73_3-EN (1).pdf", "A/RES/73/3", std::nullopt},
      {"A_RES_73_3 [E].pdf", "A/RES/73/3", std::nullopt},
      {"A_RES_73_3-English.pdf", "A/RES/73/3", std::nullopt},
      {"A%2FRES%2F73%2F3-EN.pdf", "A/RES/73/3", std::nullopt},
      {"E_ESCAP_76_14-E.pdf", "E/ESCAP/76/14", std::nullopt},
      {"S_RES_1325(2000)-EN.pdf", "S/RES/1325 (2000)", std::nullopt},
      {"S_RES_1325_(2000)-FR.pdf", "S/RES/1325 (2000)", std::nullopt},
      {"A_RES_2758(XXVI)-EN.pdf", "A/RES/2758(XXVI)", std::nullopt},
      {"A_75_6_(Sect.13)-EN.pdf", "A/75/6 (Sect. 13)", std::nullopt},
      {"A_75_6_(Sect._13)-AR.pdf", "A/75/6 (Sect. 13)", std::nullopt},
      {"S_2020_1083--A_75_574-EN.pdf", "S/2020/1083-A/75/574", std::nullopt},
      {"A_80_604_Add1.pdf", "A/80/604/Add.1", std::nullopt},
      {"A_75_574_Add.2_Rev.1-ES.pdf", "A/75/574/Add.2/Rev.1", std::nullopt},
      {"n2034567e.pdf", std::nullopt, "20-34567"},
      {"N2034567 (1).pdf", std::nullopt, "20-34567"},
      {"report (final).txt", std::nullopt, std::nullopt},
      {"letter.zh.txt", std::nullopt, std::nullopt},
      {"2034567.pdf", std::nullopt, std::nullopt},
      {"notes_on_A_RES_73_3.txt", std::nullopt, std::nullopt},
      {"", std::nullopt, std::nullopt},
  }));
  CAPTURE(name);
  CHECK(name_hints(name).symbol == symbol);
  CHECK(name_hints(name).job_number == job);
}

}  // namespace hexapla
