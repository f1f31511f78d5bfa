#include "document/subtitles/cues.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

std::vector<std::string> shown(std::string_view text) {
  std::vector<std::string> result;
  for (const Cue& cue : cues_in(text))
    result.push_back(text_of(text, cue));
  return result;
}

TEST_CASE("cues of SubRip are what is shown, without counters, times and tags",
          "[document][subtitles]") {
  const std::string_view text =
      "1\r\n00:00:01,000 --> 00:00:03,500\r\n<i>The General Assembly</i>\r\nhas decided."
      "\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\n{\\an8}1945\r\n\r\n";
  REQUIRE(is_subtitles(text));
  CHECK(shown(text) ==
        std::vector<std::string>{"The General Assembly has decided.", "1945"});
}

TEST_CASE("cues without a blank line between them don't swallow the next one's counter",
          "[document][subtitles][edge]") {
  CHECK(shown("1\n00:00:01,000 --> 00:00:02,000\n大会决定\n2\n00:00:03,000 --> "
              "00:00:04,000\n延长任期\n") ==
        std::vector<std::string>{"大会决定", "延长任期"});
}

TEST_CASE("header, notes and style sheets of WebVTT are no text", "[document][subtitles]") {
  const std::string_view text =
      "WEBVTT - Security Council\n\nSTYLE\n::cue { color: white }\n\nNOTE translated by\n"
      "the Secretariat\n\nintro\n00:01.000 --> 00:02.500 align:start\n<v Chair>I give the "
      "floor to 2 < 3 delegations.\n";
  REQUIRE(is_subtitles(text));
  CHECK(shown(text) == std::vector<std::string>{"I give the floor to 2 < 3 delegations."});
}

TEST_CASE("ordinary text is not taken for subtitles", "[document][subtitles][edge]") {
  const auto* const text =
      GENERATE("1\nIntroduction\n", "2024\n\n1. The Council met.\n", "",
               "The arrow --> stands here.\n", "WEBVTTX\n", "10:30\n");
  CAPTURE(text);
  CHECK_FALSE(is_subtitles(text));
}

}  // namespace
}  // namespace hexapla
