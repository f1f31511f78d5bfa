#include "cli/run.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli::convert_test {
namespace {

constexpr auto memory =
    "<tmx version=\"1.4\"><header creationtool=\"t\" "
    "srclang=\"en\"><note>n</note></header><body>"
    "<tu tuid=\"a\"><tuv xml:lang=\"en\"><seg>The <hi>Security</hi> "
    "Council</seg></tuv><tuv "
    "xml:lang=\"fr\"><seg>Le Conseil de sécurité</seg></tuv><tuv "
    "xml:lang=\"zh\"><seg>安全理事会"
    "</seg></tuv></tu>"
    "<tu tuid=\"b\"><tuv xml:lang=\"en\"><seg>the Security Council.</seg></tuv><tuv "
    "xml:lang=\"fr\"><seg>le conseil de sécurité.</seg></tuv></tu>"
    "<tu tuid=\"c\"><prop type=\"x-confidence\">0.25</prop><tuv "
    "xml:lang=\"en\"><seg>Vote</seg>"
    "</tuv><tuv xml:lang=\"fr\"><seg> </seg></tuv></tu></body></tmx>";

}  // namespace

TEST_CASE("a memory goes through every compression and back to the same bytes", "[cli]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  const std::string packed = folder.path(GENERATE("b.tmx", "b.tmx.gz", "b.tmx.zst"));
  REQUIRE(run({"convert", tmx, packed}).exit == Exit::done);
  REQUIRE(run({"convert", packed, folder.path("c.tmx")}).exit == Exit::done);
  REQUIRE(run({"convert", folder.path("c.tmx"), folder.path("d.tmx")}).exit == Exit::done);
  CHECK(folder.read("c.tmx") == folder.read("d.tmx"));
  CHECK_THAT(folder.read("c.tmx"), Catch::Contains("The <hi>Security</hi> Council"));
}

TEST_CASE("each filter says how many units it dropped", "[cli]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  const Outcome outcome = run({"convert", tmx, folder.path("b.tsv"), "--languages", "en,fr",
                               "--no-empty", "--no-near-duplicates", "--report", "json"});
  REQUIRE(outcome.exit == Exit::done);
  const auto report = nlohmann::json::parse(outcome.err);
  CHECK(report["written"] == 1);
  CHECK(report["dropped"]["empty_side"] == 1);
  CHECK(report["dropped"]["near_duplicate"] == 1);
  CHECK(folder.read("b.tsv") ==
        "unit\tconfidence\ten\tfr\na\t1.000000\tThe Security Council\tLe Conseil de "
        "sécurité\n");
  CHECK_THAT(run({"convert", tmx, folder.path("c.tsv"), "--min-confidence", "0.5",
                  "--languages", "en,zh"})
                 .err,
             Catch::Contains("2 without all the languages"));
}

TEST_CASE("tables for a spreadsheet hold no formulas where that is asked for", "[cli]") {
  const Folder folder;
  const std::string rows =
      folder.write("a.tsv", "en\tzh\n=SUM(A1)\t＝1+1\nThe Council\t安全理事会\n");
  REQUIRE(run({"convert", rows, folder.path("b.tsv"), "--safe-cells"}).exit == Exit::done);
  const std::string safe = folder.read("b.tsv");
  CHECK_THAT(safe, Catch::Contains("\t'=SUM(A1)\t'＝1+1\n"));
  CHECK_THAT(safe, Catch::Contains("\tThe Council\t安全理事会\n"));
  REQUIRE(run({"convert", rows, folder.path("c.tsv")}).exit == Exit::done);
  CHECK_THAT(folder.read("c.tsv"), Catch::Contains("\t=SUM(A1)\t"));
}

TEST_CASE(
    "what fills a cell instead of the language asked for, and what has no place, is told",
    "[cli]") {
  const Folder folder;
  const std::string rows = folder.write(
      "a.jsonl",
      R"({"cells":{"en":{"text":"Council"},"zh-Hans":{"text":"安全"},"zh-TW":{"text":"安全"}}})"
      "\n"
      R"({"cells":{"en":[{"text":"veto"},{"text":"a veto"}],"zh-TW":{"text":"否決"}}})"
      "\n");
  const Outcome outcome =
      run({"convert", rows, folder.path("b.tsv"), "--languages", "en,zh"});
  CHECK_THAT(outcome.err, Catch::Contains("zh is filled by zh-Hans in 1 unit\n"));
  CHECK_THAT(outcome.err, Catch::Contains("zh is filled by zh-TW in 1 unit\n"));
  CHECK_THAT(outcome.err, Catch::Contains("1 further text in a language that a unit had"));
  CHECK_THAT(run({"convert", rows, folder.path("b.tmx"), "--languages", "en,zh"}).err,
             !Catch::Contains("further") && !Catch::Contains("filled"));
}

TEST_CASE("line texts go both ways", "[cli]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  REQUIRE(run({"convert", tmx, folder.path("m"), "--to", "moses", "--languages", "en,fr"})
              .exit == Exit::done);
  CHECK(folder.read("m.en") == "The Security Council\nthe Security Council.\n");
  const Outcome back =
      run({"convert", folder.path("m.en"), folder.path("m.fr"), folder.path("b.jsonl"),
           "--from", "moses", "--languages", "en,fr"});
  CHECK(back.exit == Exit::done);
  CHECK_THAT(folder.read("b.jsonl"), Catch::Contains("Le Conseil de sécurité"));
}

TEST_CASE("an alignment goes out with its documents and comes back", "[cli]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  REQUIRE(
      run({"convert", tmx, folder.path("x.xml"), "--to", "xces", "--languages", "en,fr"})
          .exit == Exit::done);
  check_done(run({"convert", folder.path("x.xml"), folder.path("b.tsv"), "--from", "xces",
                  "--languages", "en,fr"}));
  CHECK_THAT(folder.read("b.tsv"), Catch::Contains("The Security Council\tLe Conseil"));
}

TEST_CASE("links go out with their texts and come back", "[cli]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  REQUIRE(run({"convert", tmx, folder.path("l"), "--to", "links", "--languages", "en,zh"})
              .exit == Exit::done);
  check_done(run({"convert", folder.path("l"), folder.path("l.en"), folder.path("l.zh"),
                  folder.path("b.tsv"), "--from", "links", "--languages", "en,zh"}));
  CHECK_THAT(folder.read("b.tsv"), Catch::Contains("The Security Council\t安全理事会"));
}

TEST_CASE("a data set has its parts and a card", "[cli]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  REQUIRE(run({"convert", tmx, folder.path("set") + "/", "--split-by", "text", "--split",
               "0.4,0.4"})
              .exit == Exit::done);
  std::size_t lines = 0;
  for (const std::string part : {"train", "dev", "test"})
    for (const char byte : folder.read("set/" + part + ".jsonl"))
      lines += byte == '\n' ? 1 : 0;
  CHECK(lines == 3);
  CHECK_THAT(folder.read("set/README.md"),
             Catch::StartsWith("---\nlanguage:\n- en\n- fr\n- zh\n"));
}

TEST_CASE("wrong use of convert is told, and nothing is written", "[cli][error]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  const auto check = [&](const std::vector<std::string>& words, const std::string& said,
                         Exit exit = Exit::misused) {
    std::vector<std::string> all{"convert"};
    all.insert(all.end(), words.begin(), words.end());
    const Outcome outcome = run(all);
    CHECK(outcome.exit == exit);
    CHECK_THAT(outcome.err, Catch::Contains(said));
    CHECK(folder.names() == std::vector<std::string>{"a.tmx"});
  };
  check({tmx}, "name what is to be read");
  check({tmx, folder.path("b.abc")}, "tells no format");
  check({tmx, folder.path("b"), "--to", "vecalign"}, "these can: tmx, xliff");
  check({tmx, folder.path("b.xlf")}, "--languages en,fr");
  check({tmx, folder.path("b.tsv"), "--max-length-ratio", "0"}, "number from 1 to 1000");
  check({tmx, folder.path("b.tmx"), "--split", "1,1"}, "as in 0.05,0.05");
  check({folder.path("none.tmx"), folder.path("b.tsv")}, "no such file", Exit::failed);
}

TEST_CASE("what is not ready goes out with its state, or not at all and counted", "[cli]") {
  const Folder folder;
  const std::string po = folder.write(
      "a.po",
      "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\n#, fuzzy\nmsgid \"war\"\nmsgstr "
      "\"paix\"\n\nmsgid \"law\"\nmsgstr \"droit\"\n\nmsgid \"rule\"\nmsgstr \"\"\n\n#~ "
      "msgid \"gone\"\n#~ msgstr \"parti\"\n");
  const std::string tsv = folder.path("a.tsv");
  const Outcome table = run({"convert", po, tsv, "--languages", "en,fr"});
  REQUIRE(table.exit == Exit::done);
  CHECK_THAT(folder.read("a.tsv"),
             Catch::Contains("law\tdroit") && Catch::Contains("rule\t") &&
                 !Catch::Contains("paix") && !Catch::Contains("parti"));
  CHECK_THAT(table.err, Catch::Contains("1 whose translation is not ready") &&
                            Catch::Contains("1 that are obsolete"));
  REQUIRE(run({"convert", po, tsv, "--languages", "en,fr", "--min-state", "draft"}).exit ==
          Exit::done);
  CHECK_THAT(folder.read("a.tsv"), Catch::Contains("paix"));
  REQUIRE(run({"convert", po, folder.path("a.xlf")}).exit == Exit::done);
  CHECK_THAT(folder.read("a.xlf"), !Catch::Contains("parti"));
  CHECK_THAT(folder.read("a.xlf"),
             Catch::Contains("<target state=\"needs-review-translation\">paix</target>"));
  REQUIRE(run({"convert", folder.path("a.xlf"), folder.path("b.po")}).exit == Exit::done);
  CHECK_THAT(folder.read("b.po"),
             Catch::Contains("#, fuzzy\nmsgctxt \"1\"\nmsgid \"war\""));
}

TEST_CASE("what a reader passes over is told by its line, and refused by --strict",
          "[cli]") {
  const Folder folder;
  const std::string po =
      folder.write("a.po", "msgid \"law\"\n\nmsgid \"war\"\nmsgstr \"guerre\"\n");
  const std::string out = folder.path("a.tmx");
  const Outcome lenient = run({"convert", po, out, "--languages", "en,fr"});
  CHECK(lenient.exit == Exit::done);
  CHECK_THAT(lenient.err, Catch::Contains("a.po:1: warning: an entry without a msgstr"));
  check_refused(run({"convert", po, out, "--languages", "en,fr", "--strict"}), Exit::failed,
                "a.po:1");
}

TEST_CASE("more languages than a format has room for are refused by name", "[cli][error]") {
  const Folder folder;
  const std::string jsonl = folder.write(
      "a.jsonl", "{\"en\":\"war\",\"fr\":\"guerre\"}\n{\"en\":\"law\",\"ru\":\"право\"}\n");
  const Outcome mixed = run({"convert", jsonl, folder.path("a.xlf")});
  CHECK(mixed.exit == Exit::misused);
  CHECK_THAT(mixed.err, Catch::Contains("3 languages (en, fr, ru)"));
  const Outcome three =
      run({"convert", jsonl, folder.path("a.xlf"), "--languages", "en,fr,ru"});
  CHECK(three.exit == Exit::misused);
  CHECK(folder.names() == std::vector<std::string>{"a.jsonl"});
}

TEST_CASE("a memory is checked, shown and reported as documents are", "[cli]") {
  const Folder folder;
  const std::string jsonl = folder.write(
      "a.jsonl",
      "{\"en\":\"Of the 14 members, 9 voted.\",\"fr\":\"Sur les 15 membres, 9 ont "
      "voté.\"}\n{\"en\":\"Security Council\"}\n");
  const std::string store = folder.path("m.hexapla");
  REQUIRE(run({"import", jsonl, "--into", store}).exit == Exit::done);
  const Outcome checked = run({"check", store, "--format", "jsonl"});
  CHECK(checked.exit == Exit::findings);
  CHECK_THAT(checked.out, Catch::Contains("\"rule\":\"number\""));
  CHECK_THAT(run({"show", store}).out,
             Catch::Contains("14 members") && Catch::Contains("Security Council"));
  const Outcome page = run({"report", store});
  CHECK(page.exit == Exit::done);
  CHECK_THAT(page.out, Catch::Contains("membres"));
}

TEST_CASE("a broken memory leaves no file behind", "[cli][error]") {
  const Folder folder;
  const std::string broken = folder.write("a.tmx", std::string(memory).substr(0, 500));
  const Outcome outcome = run({"convert", broken, folder.path("b.tmx.gz")});
  CHECK(outcome.exit == Exit::failed);
  CHECK_THAT(outcome.err, Catch::Contains("a.tmx:1"));
  CHECK(folder.names() == std::vector<std::string>{"a.tmx"});
}

TEST_CASE("memories are imported, and go out as they came in", "[cli]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  const std::string po = folder.write(
      "b.po",
      "msgid \"\"\nmsgstr \"Language: ru\\n\"\n\n#, fuzzy\nmsgctxt \"m\"\nmsgid "
      "\"vote\"\nmsgid_plural \"votes\"\nmsgstr[0] \"голос\"\nmsgstr[1] \"голоса\"\n");
  const std::string store = folder.path("s.hexapla");
  REQUIRE(run({"import", tmx, po, "--into", store}).exit == Exit::done);
  REQUIRE(run({"convert", tmx, folder.path("c.tmx")}).exit == Exit::done);
  CHECK(run({"export", store, "--format", "tmx", "--work", "a.tmx"}).out ==
        folder.read("c.tmx"));
  REQUIRE(run({"convert", po, folder.path("c.po")}).exit == Exit::done);
  CHECK(run({"export", store, "--format", "po", "--work", "b.po"}).out ==
        folder.read("c.po"));
  const Outcome all = run({"export", store, "--format", "tmx"});
  CHECK_THAT(all.out, Catch::Contains("<prop type=\"x-document\">b.po</prop>"));
  CHECK_THAT(all.err, Catch::Contains("5 units written"));
}

TEST_CASE("an import that fails leaves the corpus as it was", "[cli][error]") {
  const Folder folder;
  const std::string tmx = folder.write("a.tmx", memory);
  const std::string broken = folder.write("b.tmx", std::string(memory).substr(0, 500));
  const std::string store = folder.path("s.hexapla");
  CHECK(run({"import", broken, "--into", store}).exit == Exit::failed);
  CHECK(folder.names() == std::vector<std::string>{"a.tmx", "b.tmx"});
  REQUIRE(run({"import", tmx, "--into", store}).exit == Exit::done);
  CHECK(run({"import", broken, "--into", store}).exit == Exit::failed);
  CHECK_THAT(run({"import", tmx, "--into", store}).err, Catch::Contains("a.tmx"));
  CHECK_THAT(run({"export", store, "--format", "tmx"}).err,
             Catch::Contains("3 units written"));
}

}  // namespace hexapla::cli::convert_test
