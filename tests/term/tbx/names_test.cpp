#include "term/tbx/names.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("ids of concepts become XML names and come back", "[term]") {
  const auto [own, tbx] = GENERATE(table<std::string, std::string>({
      {"un-0001", "un-0001"},
      {"1000001", "_x0031_000001"},
      {"A/75 (b)", "A_x002F_75_x0020__x0028_b_x0029_"},
      {"term.1", "_x0074_erm.1"},
      {"_x0041_", "_x005F_x0041_"},
      {"право", "право"},
      {"第1条", "_x7B2C_1_x6761_"},
      {"😀", "_x1F600_"},
  }));
  CHECK(tbx_id_from(own) == tbx);
  CHECK(concept_id_from(tbx) == own);
}

TEST_CASE("what only looks like an escape is left alone", "[term]") {
  for (const std::string id : {"_x", "_xZZZZ_", "_x00_", "_xD800_", "_x110000_", "a_x0041"})
    CHECK(concept_id_from(id) == id);
}

TEST_CASE("an instruction holds any text", "[term]") {
  const TbxExtras extras{{"status", "forbidden"}, {"full-form", "a \"b\" ?> 100% <&> é"}};
  const std::string instruction = instruction_from(extras);
  CHECK(instruction.find("?>") == std::string::npos);
  CHECK(extras_from(instruction) == extras);
  CHECK(extras_from("broken=\"x") == TbxExtras{});
}

}  // namespace hexapla
