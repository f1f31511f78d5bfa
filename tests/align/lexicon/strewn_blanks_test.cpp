#include "align/lexicon/strewn_blanks.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

using Texts = std::vector<std::string>;

TEST_CASE("blanks after every character or word of a Chinese text are no part of it",
          "[align]") {
  CHECK(without_strewn_blanks({languages::zh,
                               {"大 会 第 七 十 五 届 会 议", "2 0 2 2 年 3 月 ， 通 过"},
                               {}}) == Texts{"大会第七十五届会议", "2022年3月，通过"});
  CHECK(without_strewn_blanks(
            {languages::zh, {"安全 理事会 听取 了 Le Monde 和 WHO 的 报告 。"}, {}}) ==
        Texts{"安全理事会听取了Le Monde和WHO的报告。"});
}

TEST_CASE("a blank that parts one name from another is kept", "[align][edge]") {
  CHECK(without_strewn_blanks(
            {languages::zh,
             {"粮农组织 联合国粮食及农业组织", "世卫组织 世界卫生组织", "会议由主席主持"},
             {}})
            .empty());
}

TEST_CASE("blanks between words of other languages are as they are", "[align][edge]") {
  CHECK(without_strewn_blanks({languages::fr, {"La séance est levée ."}, {}}).empty());
  CHECK(without_strewn_blanks({languages::zh, {}, {}}).empty());
  CHECK(without_strewn_blanks({languages::zh, {"", " ", "。"}, {}}).empty());
}

}  // namespace hexapla
