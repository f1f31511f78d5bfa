#include "exchange/dataset/dataset_row.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a row of a data set says where it is from, and null where there is nothing",
          "[exchange]") {
  DatasetRow row{"A/75/574#all-3", "A/75/574", "A/75/574", "", 3, 0.5, "CC-BY-4.0", {}};
  row.unit.confidence = 0.25;
  row.unit.variants = {{languages::zh, {}, "你好", {}, {}, {}, {}}};
  CHECK(dataset_line(row, std::vector{languages::zh, languages::en}) ==
        R"({"id":"A/75/574#all-3","document":"A/75/574","symbol":"A/75/574","date":null,)"
        R"("position":3,"confidence":0.25,"agreement":0.5,"licence":"CC-BY-4.0",)"
        R"("translation":{"zh":"你好","en":null}})");
}

}  // namespace hexapla
