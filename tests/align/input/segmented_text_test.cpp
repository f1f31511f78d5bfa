#include "align/input/segmented_text.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

using Segments = std::vector<std::string_view>;

TEST_CASE("segmented text has a segment a line, whatever ends its lines",
          "[align][segmented]") {
  const auto* const bytes =
      GENERATE("un\ndeux\n", "un\r\ndeux\r\n", "un\rdeux", "un\ndeux");
  CAPTURE(bytes);
  CHECK(segments_of(admit_segments(bytes, "t.fr")) == Segments{"un", "deux"});
}

TEST_CASE("a carriage return by itself splits no line of a text with line feeds",
          "[align][segmented][edge]") {
  CHECK(segments_of(admit_segments("La\rCommission\nprend note\r\n", "t.fr")) ==
        Segments{"La Commission", "prend note"});
}

TEST_CASE("empty lines of segmented text are segments, at its end too",
          "[align][segmented][edge]") {
  CHECK(segments_of(admit_segments("一\n\n二\n\n", "t.zh")) ==
        Segments{"一", "", "二", ""});
}

TEST_CASE("segmented subtitles have a segment a cue", "[align][segmented]") {
  CHECK(segments_of(admit_segments("1\n00:00:01,000 --> 00:00:02,000\nمرحبا\nبكم\n\n2\n"
                                   "00:00:03,000 --> 00:00:04,000\nشكرا\n",
                                   "t.srt")) == Segments{"مرحبا بكم", "شكرا"});
}

}  // namespace
}  // namespace hexapla
