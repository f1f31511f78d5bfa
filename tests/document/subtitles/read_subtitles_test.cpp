#include "document/audit.hpp"
#include "document/read_text.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

TEST_CASE("subtitles are read as documents, a paragraph a cue", "[document][subtitles]") {
  const std::string bytes =
      "1\n00:00:01,000 --> 00:00:03,000\nЯ был на\nвокзале\n\n2\n00:00:04,000 --> "
      "00:00:05,000\n<b>и ждал поезда.</b>\n";
  const Document document = read_text(bytes, "film.srt", languages::ru);
  CHECK(document.format == "subtitles");
  CHECK(document.text == "Я был на вокзале\nи ждал поезда.");
  CHECK(document.blocks.size() == 2);
  CHECK(document.origin.hull_of({0, 2}).of(bytes) == "Я");
  CHECK(audit(document, bytes).unaccounted.empty());
}

}  // namespace
}  // namespace hexapla
