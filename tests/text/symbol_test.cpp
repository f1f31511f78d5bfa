#include "text/symbols.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Symbols = std::vector<std::string>;

}  // namespace

TEST_CASE("symbols_in finds the symbols of every kind of organ", "[text]") {
  const auto* const symbol = GENERATE(
      "A/75/574-S/2020/1083", "A/75/574–S/2020/1083", "S/RES/1325", "A/HRC/46/L.23/Rev.1",
      "E/CN.4/Sub.2/1999/1/Add.1", "CCPR/C/GC/36", "CEDAW/C/CHN/CO/7-8", "TD/B/C.I/MEM.3/2",
      "ST/SGB/2003/13", "UNEP/EA.4/Res.1", "A/C.3/75/L.23", "A/RES/73/3", "A/RES/3363(XXX)",
      "ECE/TRANS/WP.29/2020/1", "A/S-10/4", "A/ES-10/L.22", "A/CONF.232/2023/4",
      "S/PRST/2020/6", "A/75/6/Add.1/Corr.2", "S/PV.8767", "CRC/C/BGR/3-5",
      "DP/FPA/2021/8");
  CAPTURE(symbol);
  CHECK(symbols(symbol) == Symbols{symbol});
  CHECK(symbols("(see " + std::string(symbol) + ").") == Symbols{symbol});
}

TEST_CASE("symbols_in finds symbols between words of all six languages", "[text]") {
  CHECK(symbols("见A/75/1和S/2020/2号文件。") == Symbols{"A/75/1", "S/2020/2"});
  CHECK(symbols("Voir A/75/1, par. 3, et S/RES/2532 (2020).") ==
        Symbols{"A/75/1", "S/RES/2532"});
  CHECK(symbols("Véase el documento E/2020/12.") == Symbols{"E/2020/12"});
  CHECK(symbols("См. документ A/75/1/Add.1;") == Symbols{"A/75/1/Add.1"});
  CHECK(symbols("انظر الوثيقة A/75/1، الفقرة 3") == Symbols{"A/75/1"});
}

TEST_CASE("symbols_in takes nothing else with a slash for a symbol", "[text]") {
  const auto* const text =
      GENERATE("HIV/AIDS", "and/or", "24/7", "1/2", "EU/EEA", "km/h", "N/A", "A/B",
               "TCP/IP", "2019/2020", "https://undocs.org/A/75/574",
               "www.un.org/en/A/RES/75/1", "A/", "/75/1", "S/he", "");
  CAPTURE(text);
  CHECK(symbols(text).empty());
}

TEST_CASE("symbols_in reads a long text in one pass", "[text]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i)
    text += "A/A/";
  CHECK(symbols(text).empty());
}

}  // namespace hexapla
