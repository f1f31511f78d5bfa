#include "cli/run.hpp"
#include "exchange/awkward_tmx.hpp"
#include "exchange/awkward_xliff.hpp"
#include "exchange/tmx/read_tmx.hpp"
#include "exchange/tmx/write_tmx.hpp"
#include "exchange/trip.hpp"
#include "exchange/xliff/read_xliff.hpp"
#include "exchange/xliff/write_xliff.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli::memory_trip_test {
namespace {

/// Takes a file into a corpus and out again in the same format.
/// Returns: the bytes that came out.
std::string through_a_corpus(const std::string& bytes, const std::string& ending,
                             const std::string& format) {
  const Folder folder;
  const std::string in = folder.write("in" + ending, bytes);
  const std::string corpus = folder.path("c.hexapla");
  const Outcome imported = run({"import", in, "--into", corpus});
  CAPTURE(imported.err);
  REQUIRE(imported.exit == Exit::done);
  REQUIRE(run({"corpus", "check", corpus}).exit == Exit::done);
  const std::string out = folder.path("out" + ending);
  const Outcome exported = run({"export", corpus, "--format", format, "--out", out});
  CAPTURE(exported.err);
  REQUIRE(exported.exit == Exit::done);
  // What doesn't pass through a corpus is the measure: no byte may differ from it.
  const std::string converted = folder.path("converted" + ending);
  REQUIRE(run({"convert", in, converted, "--to", format}).exit == Exit::done);
  CHECK(folder.read("out" + ending) == folder.read("converted" + ending));
  return folder.read("out" + ending);
}

/// Older versions of a format go out as its newest, and what that demands is filled in.
void check_same_header(const MemoryHeader& before, const MemoryHeader& after) {
  CHECK(after.format.substr(0, after.format.find('.')) ==
        before.format.substr(0, before.format.find('.')));
  CHECK(after.source == before.source);
  CHECK(after.notes == before.notes);
  REQUIRE(after.properties.size() == before.properties.size());
  for (std::size_t at = 0; at < before.properties.size(); ++at) {
    CHECK(after.properties[at].name == before.properties[at].name);
    if (before.properties[at].name != "xml:file")
      CHECK(after.properties[at].value == before.properties[at].value);
  }
}

std::string xliff_format(const MemoryHeader& header) {
  return header.format.starts_with("xliff 1") ? "xliff" : "xliff2";
}

}  // namespace

TEST_CASE("units made at random come back from a corpus as TMX brought them",
          "[cli][property]") {
  const Trip before = made_tmx(GENERATE(11U, 12U, 13U));
  const Trip after =
      read_all(through_a_corpus(written(before, tmx_writer), ".tmx", "tmx"), read_tmx);
  check_same(before, after);
}

TEST_CASE("units made at random come back from a corpus as XLIFF brought them",
          "[cli][property]") {
  const unsigned seed = GENERATE(11U, 12U, 13U);
  const std::string version = GENERATE("1.2", "2.1");
  CAPTURE(version);
  const Trip made = made_xliff(seed, version);
  const Write write = version == "1.2" ? xliff_1_writer : xliff_2_writer;
  const std::string bytes = written(made, write);
  const Trip before = read_all(bytes, read_xliff);
  const Trip after =
      read_all(through_a_corpus(bytes, ".xlf", xliff_format(before.header)), read_xliff);
  check_same(before, after);
}

TEST_CASE("awkward memories keep everything on their way through a corpus", "[cli]") {
  for (const AwkwardFile& file : awkward_tmx()) {
    CAPTURE(file.what);
    const Trip before = read_all(file.bytes, read_tmx);
    const Trip after = read_all(through_a_corpus(file.bytes, ".tmx", "tmx"), read_tmx);
    check_same(before, after);
    check_same_header(before.header, after.header);
  }
}

TEST_CASE("awkward XLIFF files keep everything on their way through a corpus", "[cli]") {
  for (const AwkwardFile& file : awkward_xliff()) {
    CAPTURE(file.what);
    const Trip before = read_all(file.bytes, read_xliff);
    const Trip after = read_all(
        through_a_corpus(file.bytes, ".xlf", xliff_format(before.header)), read_xliff);
    check_same(before, after);
    check_same_header(before.header, after.header);
  }
}

TEST_CASE("a file with entities of its own comes into no corpus, and opens no other file",
          "[cli][error]") {
  const Folder folder;
  const std::string secret = folder.write("secret.txt", "机密");
  const std::string unit =
      "<tu><tuv xml:lang=\"en\"><seg>&e;</seg></tuv><tuv xml:lang=\"fr\"><seg>é</seg>"
      "</tuv></tu>";
  const std::string bomb =
      "<!DOCTYPE tmx [<!ENTITY e SYSTEM \"" + secret + "\">]>" + tmx_with(tu("a") + unit);
  const std::string corpus = folder.path("c.hexapla");
  REQUIRE(
      run({"import", folder.write("a.tmx", tmx_with(tu("a"))), "--into", corpus}).exit ==
      Exit::done);
  const std::string before = run({"export", corpus, "--format", "tmx"}).out;
  const Outcome outcome = run({"import", folder.write("b.tmx", bomb), "--into", corpus});
  CHECK(outcome.exit == Exit::failed);
  CHECK_THAT(outcome.err, Catch::Contains("b.tmx") && Catch::Contains("entit"));
  CHECK(run({"export", corpus, "--format", "tmx"}).out == before);
  CHECK(run({"corpus", "check", corpus}).exit == Exit::done);
}

}  // namespace hexapla::cli::memory_trip_test
