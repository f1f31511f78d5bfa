#include "align/documents/signature_lines.hpp"

#include "align/evidence/name_similarity.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<std::uint32_t> partners(const std::vector<std::string_view>& source,
                                    Language target_language,
                                    const std::vector<std::string_view>& target) {
  const auto beads =
      align_signature_lines({languages::zh, source, {}}, {target_language, target, {}});
  REQUIRE(tiles(beads, static_cast<std::uint32_t>(source.size()),
                static_cast<std::uint32_t>(target.size())));
  std::vector<std::uint32_t> result;
  for (const Bead& bead : beads)
    result.push_back(bead.target.first);
  return result;
}

}  // namespace

TEST_CASE("signature lines find their partners whatever their order", "[align]") {
  const std::vector<std::string_view> chinese{"常驻代表", "大使", "谢尔盖·基斯利察(签名)"};
  CHECK(partners(chinese, languages::en,
                 {"(Signed) Sergiy Kyslytsya", "Ambassador", "Permanent Representative"}) ==
        std::vector<std::uint32_t>{2, 1, 0});
  CHECK(partners(chinese, languages::fr,
                 {"L’Ambassadeur,", "Représentant permanent",
                  "(Signé) Sergiy Kyslytsya"}) == std::vector<std::uint32_t>{1, 0, 2});
  CHECK(partners(chinese, languages::ru,
                 {"(Подпись) Сергей Кислица", "Посол", "Постоянный представитель"}) ==
        std::vector<std::uint32_t>{2, 1, 0});
}

TEST_CASE("two signatures are told apart by their names", "[align]") {
  CHECK(partners({"阿利耶夫(签名)", "戈兰博伊(签名)"}, languages::en,
                 {"(Signed) Goranboy", "(Signed) Aliyev"}) ==
        std::vector<std::uint32_t>{1, 0});
}

TEST_CASE("titles on one line and on two are one bead beside the signature",
          "[align][edge]") {
  const std::vector<std::string_view> chinese{"常驻代表大使", "阿利耶夫(签名)"};
  const std::vector<std::string_view> english{"(Signed) Aliyev", "Ambassador",
                                              "Permanent Representative"};
  auto beads =
      align_signature_lines({languages::zh, chinese, {}}, {languages::en, english, {}});
  std::ranges::sort(beads, {}, [](const Bead& bead) { return bead.source.first; });
  REQUIRE(beads.size() == 2);
  CHECK(beads[0].target == SegmentRun{1, 3});
  CHECK(beads[1].target == SegmentRun{0, 1});
}

TEST_CASE("a signature that one side lacks has no partner", "[align][edge]") {
  const auto beads = align_signature_lines({languages::en, {"(Signed) Aliyev"}, {}},
                                           {languages::fr, {}, {}});
  REQUIRE(beads.size() == 1);
  CHECK(beads[0].target.empty());
}

TEST_CASE("name similarity is one for equal skeletons and falls with each change",
          "[align]") {
  CHECK(name_similarity("KNS", "KNS") == 1);
  CHECK(name_similarity("SLLB", "SLB") == 0.75);
  CHECK(name_similarity("KNS", "") == 0);
  CHECK(name_similarity("", "") == 0);
}

}  // namespace hexapla
