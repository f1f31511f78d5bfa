#include "exchange/awkward_xliff.hpp"
#include "exchange/trip.hpp"
#include "exchange/xliff/read_xliff.hpp"
#include "exchange/xliff/write_xliff.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// An editor's file: a default namespace of its own in the header, groups that look alike,
/// comments, quotation marks of both kinds, a paragraph of which one segment has no
/// translation, and one unit that nobody has touched.
const std::string editors_file =
    "<?xml version='1.0' encoding=\"utf-8\"?>\r\n<!-- kept -->\r\n<xliff "
    "xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\" "
    "xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file "
    "original='a.docx' source-language=\"en-US\" datatype=\"x\" "
    "target-language=\"fr-FR\"><header><file-info "
    "xmlns=\"http://sdl.com/FileTypes/SdlXliff/1.0\"><value "
    "key=\"k\">1</value></file-info></header><body>\r\n"
    "<group><sdl:cxts><sdl:cxt id=\"1\"/></sdl:cxts><trans-unit id='a'><source>The Council "
    "met. It rose.</source><seg-source><mrk mtype=\"seg\" mid=\"1\">The Council met.</mrk> "
    "<mrk mtype=\"seg\" mid=\"2\">It rose.</mrk></seg-source><target><mrk mtype=\"seg\" "
    "mid=\"1\">Le Conseil s&apos;est réuni.</mrk> <mrk mtype=\"seg\" mid=\"2\"/></target>"
    "</trans-unit></group>\r\n"
    "<group><sdl:cxts><sdl:cxt id=\"2\"/></sdl:cxts><trans-unit id=\"b\" "
    "translate=\"yes\"><source>Peace &#38; war</source></trans-unit></group>"
    "<group><trans-unit id=\"c\"><source>law</source><target state=\"new\"/></trans-unit>"
    "</group></body></file></xliff>\r\n";

using Replacement = std::pair<std::string_view, std::string_view>;

std::string with(std::string text, const std::vector<Replacement>& replacements) {
  for (const auto& [before, after] : replacements) {
    const std::size_t place = text.find(before);
    REQUIRE(place != std::string::npos);
    text.replace(place, before.size(), after);
  }
  return text;
}

Variant french(const std::string& text) {
  Variant variant;
  variant.language = Language("fr-FR");
  variant.text = text;
  return variant;
}

/// As written(), without counting.
std::string rewritten(const Trip& trip, Write write = xliff_1_writer) {
  std::ostringstream out;
  const auto writer = write(out, {trip.header, {}, "0.1.0"});
  for (const TranslationUnit& unit : trip.units)
    writer->add(unit);
  (void)writer->finish();
  return out.str();
}

}  // namespace

TEST_CASE("an editor's file that nobody changed comes back byte for byte", "[exchange]") {
  const Trip trip = read_all(editors_file, read_xliff);
  REQUIRE(trip.units.size() == 4);
  CHECK(rewritten(trip) == editors_file);
}

TEST_CASE("translations that have changed go back into the file, and nothing else does",
          "[exchange]") {
  Trip trip = read_all(editors_file, read_xliff);
  trip.units[0].variants.at(1).text = "Le Conseil <s'est> réuni hier.";
  trip.units[1].variants.push_back(french("Il a levé la séance."));
  CHECK(rewritten(trip) ==
        with(editors_file,
             {{"Le Conseil s&apos;est réuni.", "Le Conseil &lt;s'est&gt; réuni hier."},
              {"mid=\"2\"/></target>", "mid=\"2\">Il a levé la séance.</mrk></target>"}}));
}

TEST_CASE("a translation is added where there was no target, or an empty one",
          "[exchange]") {
  Trip trip = read_all(editors_file, read_xliff);
  trip.units[2].variants.push_back(french("Paix et guerre"));
  trip.units[3].variants.push_back(french("droit"));
  CHECK(rewritten(trip) ==
        with(editors_file,
             {{"Peace &#38; war</source>",
               "Peace &#38; war</source><target>Paix et guerre</target>"},
              {"<target state=\"new\"/>", "<target state=\"translated\">droit</target>"}}));
}

TEST_CASE("without some of its units a file is still whole", "[exchange]") {
  const Trip whole = read_all(editors_file, read_xliff);
  for (std::size_t kept = 0; kept < whole.units.size(); ++kept) {
    CAPTURE(kept);
    const Trip one{whole.header, {whole.units[kept]}};
    const Trip after = read_all(rewritten(one), read_xliff);
    // Segments of one trans-unit stay together.
    const std::string& text = whole.units[kept].variants.front().text;
    CHECK(std::ranges::any_of(after.units, [&](const TranslationUnit& unit) {
      return unit.variants.front().text == text;
    }));
  }
  const Trip none{whole.header, {}};
  CHECK(read_all(rewritten(none), read_xliff).units.empty());
}

TEST_CASE("a file whose own elements have a prefix keeps it in what is added",
          "[exchange]") {
  Trip trip = read_all(
      "<x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><x:file "
      "original=\"a\" source-language=\"en\" target-language=\"fr-FR\" "
      "datatype=\"x\"><x:body><x:trans-unit id=\"1\"><x:source>war <x:g "
      "id=\"1\">now</x:g></x:source></x:trans-unit></x:body></x:file></x:xliff>",
      read_xliff);
  REQUIRE(trip.units.size() == 1);
  Variant target = french("guerre maintenant");
  target.tags = trip.units[0].variants[0].tags;
  REQUIRE(target.tags.size() == 2);
  CHECK(target.tags[0].element == "g");
  target.tags[0].at = 7;
  target.tags[1].at = 17;
  trip.units[0].variants.push_back(target);
  CHECK_THAT(rewritten(trip), Catch::Contains("<x:target>guerre <x:g id=\"1\">maintenant"
                                              "</x:g></x:target></x:trans-unit>"));
}

TEST_CASE("segments of XLIFF 2 take their translations back", "[exchange]") {
  const std::string bytes = xliff_2(
      "<notes><note>n</note></notes><group id=\"g\"><unit id=\"u1\"><segment "
      "id=\"s1\"><source>One.</source><target>Раз.</target></segment><ignorable><source> "
      "</source></ignorable><segment id=\"s2\"><source>Two.</source></segment></unit>"
      "</group>");
  Trip trip = read_all(bytes, read_xliff);
  REQUIRE(trip.units.size() == 2);
  CHECK(rewritten(trip, xliff_2_writer) == bytes);
  trip.units[1].variants.push_back(french("Два."));
  CHECK(rewritten(trip, xliff_2_writer) ==
        with(bytes, {{"Two.</source>", "Two.</source><target>Два.</target>"}}));
}

}  // namespace hexapla
