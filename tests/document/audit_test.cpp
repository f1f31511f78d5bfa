#include "document/audit.hpp"

#include "document/read_text.hpp"
#include "files.hpp"

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("every byte of the letter is accounted for", "[document]") {
  const auto tag = GENERATE(values<std::string>({"ar", "en", "es", "fr", "ru", "zh"}));
  const auto folder =
      GENERATE(values<std::string>({"corpora/letter/", "corpora/letter/flawed/"}));
  const std::string name = folder + "letter." + tag + ".txt";
  const std::string bytes = project_file(name);
  if (bytes.empty()) return;  // there is no flawed Chinese version
  CAPTURE(name);
  const Audit result = audit(read_text(bytes, name, Language(tag)), bytes);
  CHECK(result.unaccounted.empty());
  CHECK(result.body + result.footnotes + result.furniture + result.layout + result.mended ==
        bytes.size());
}

TEST_CASE("a document that lost a word is found out", "[document]") {
  const std::string bytes = "The Security Council met. It adopted a resolution.";
  Document document = read_text(bytes, "t", languages::en);
  document.blocks.front().range.end -= 12;
  const Audit result = audit(document, bytes);
  REQUIRE(result.unaccounted.size() == 1);
  CHECK(result.unaccounted.front().of(bytes) == "resolution.");
}

TEST_CASE("the byte-order mark is layout, a mended hyphen is not lost", "[document]") {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "The Council reaffirmed its resolutions on the protection of the civil-\n"
      "ian population in times of armed conflict and urged all parties to respect them.\n";
  const Document document = read_text(bytes, "t", languages::en);
  const Audit result = audit(document, bytes);
  CHECK(document.text.find("civilian population") != std::string::npos);
  CHECK(result.mended == 1);
  CHECK(result.unaccounted.empty());
}

TEST_CASE("the share of each kind is told, and notes that hold too much", "[document]") {
  const std::string text =
      "The Assembly met.1\n\n________\n1 A/RES/73/8, which it had adopted at its last "
      "session.\n";
  const Document document = read_text(text, "t", languages::en);
  const std::vector<KindShare> shares = kind_shares(document);
  REQUIRE(shares.size() == 3);
  CHECK(shares[0].kind == BlockKind::paragraph);
  CHECK(shares[0].characters == 18);
  CHECK(shares[1].kind == BlockKind::footnote);
  CHECK(shares[1].characters == 55);
  CHECK(shares[2].kind == BlockKind::furniture);
  CHECK(shares[0].share + shares[1].share + shares[2].share == Approx(1));
  CHECK(unusual_note_share(document) == Approx(55. / 81));
  CHECK_FALSE(unusual_note_share(read_text("The Assembly met.", "t", languages::en)));
}

}  // namespace hexapla
