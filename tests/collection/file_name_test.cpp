#include "collection/file_name.hpp"

#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a name tells the language in the ways that the United Nations write it",
          "[collection]") {
  const auto [path, language, key] = GENERATE(table<std::string, std::string, std::string>({
      {"A_RES_73_3-EN.pdf", "en", "a_res_73_3"},
      {"A_RES_73_3_F.docx", "fr", "a_res_73_3"},
      {"2034567C.docx", "zh", "2034567"},
      {"N2034567_R.pdf", "ru", "n_2034567"},
      {"letter.french.txt", "fr", "letter"},
      {"letter.french", "fr", "letter"},
      {"fr/A_75_574.pdf", "fr", "a_75_574"},
      {"2019/Español/report.html", "es", "2019/report"},
      {"es_A_75_574.txt", "es", "a_75_574"},
      {"doc 7/中文.txt", "zh", "doc_7/"},
      {"письмо русский.txt", "ru", "письмо"},
      {"letter.zh-Hans.txt", "zh", "letter"},
      {"letter_es-419.txt", "es", "letter"},
  }));
  CAPTURE(path);
  const FileName name = read_file_name(path);
  REQUIRE(name.language);
  CHECK(name.language->tag() == language);
  CHECK(name.key == key);
}

TEST_CASE("what is part of a symbol is no language", "[collection][edge]") {
  const auto path =
      GENERATE(as<std::string>(), "A_C.1_80_L.29.pdf", "A_80_604_Add1.pdf", "A_ES-10_1.txt",
               "N2034567.pdf", "A_75_574.txt", "E_CN.4_2000_3.txt", "report.txt");
  CAPTURE(path);
  CHECK_FALSE(read_file_name(path).language);
}

TEST_CASE("a name that writes a symbol is known by it", "[collection]") {
  CHECK(read_file_name("A_RES_73_3-EN.pdf").symbol == "A/RES/73/3");
  CHECK(read_file_name("A_C.1_80_L.29.pdf").symbol == "A/C.1/80/L.29");
  CHECK(read_file_name("fr/S-RES-1325.txt").symbol == "S/RES/1325");
  CHECK(read_file_name("letter.fr.txt").symbol.empty());
}

TEST_CASE("symbols and names are alike under one key", "[collection]") {
  CHECK(name_key("A/80/604/Add.1") == name_key("A_80_604_Add1"));
  CHECK(name_key("A/C.1/80/L.29") == name_key("A_C1_80_L29"));
  CHECK(name_key("A/80/604") != name_key("A/80/605"));
}

TEST_CASE("a template of one's own is followed, and refused without its parts",
          "[collection]") {
  const NameTemplate pattern("{language}/{work}-v*.txt");
  const auto name = pattern.read("fr/annual/report-v3.txt");
  REQUIRE(name);
  CHECK(name->language == languages::fr);
  CHECK(name->work == "annual/report");
  CHECK_FALSE(pattern.read("xx9/annual-v3.txt"));
  CHECK_FALSE(pattern.read("fr/annual.txt"));
  CHECK_THROWS_AS(NameTemplate("{work}.txt"), Error);
}

}  // namespace hexapla
