#include "cli/run.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli {

TEST_CASE("a termbase grows from nothing by add, and find shows it", "[cli][term]") {
  const Folder folder;
  const std::string file = folder.path("terms.csv");
  CHECK(run({"term", "add", file, "--concept", "c1", "--language", "en", "--term",
             "World Health Organization", "--subject", "bodies"})
            .exit == Exit::done);
  CHECK(run({"term", "add", file, "--concept", "c1", "--language", "en", "--term", "WHO",
             "--status", "admitted", "--full-form", "World Health Organization",
             "--case-sensitive"})
            .exit == Exit::done);
  CHECK(run({"term", "add", file, "--language", "zh", "--term", "和平"}).err ==
        "added to the concept 2\n");
  CHECK(folder.read(file) ==
        "concept,subject,language,term,status,part_of_speech,source,note,case_sensitive,"
        "full_form\n"
        "c1,bodies,en,World Health Organization,preferred,,,,,\n"
        "c1,bodies,en,WHO,admitted,,,,yes,World Health Organization\n"
        "2,,zh,和平,preferred,,,,,\n");
  const Outcome found = run({"term", "find", file, "world", "health"});
  CHECK(found.exit == Exit::done);
  CHECK(found.out ==
        "c1  bodies\n"
        "  > en  World Health Organization\n"
        "    en  WHO  (admitted)  = World Health Organization\n\n");
  CHECK(run({"term", "find", file, "war"}).exit == Exit::findings);
  check_refused(
      run({"term", "add", file, "--concept", "c1", "--language", "en", "--term", "WHO"}),
      Exit::misused, "has “WHO” already");
}

TEST_CASE("a table of others is imported, and a second import shows conflicts",
          "[cli][term]") {
  const Folder folder;
  const std::string theirs = folder.write(
      "theirs.csv", "Nr,English term,Chinese,Usage\n9,ceasefire;truce,停火,\n");
  const std::string base = folder.path("base.tbx");
  const std::vector<std::string> import{
      "term",
      "import",
      theirs,
      "--into",
      base,
      "--columns",
      "concept=Nr,en=English term,zh=Chinese,status=Usage",
      "--between-terms",
      ";"};
  CHECK(run(import).err ==
        "1 concepts and 0 terms added, 0 conflicts, 0 ambiguous concepts\n");
  CHECK(run({"term", "export", base, "--format", "tsv"}).out ==
        "concept\tsubject\tlanguage\tterm\tstatus\tpart_of_speech\tsource\tnote\n"
        "9\t\ten\tceasefire\tpreferred\t\t\t\n"
        "9\t\ten\ttruce\tadmitted\t\t\t\n"
        "9\t\tzh\t停火\tpreferred\t\t\t\n");
  (void)folder.write("theirs.csv",
                     "Nr,English term,Chinese,Usage\n9,ceasefire,停火,forbidden\n");
  const std::string before = folder.read("base.tbx");
  std::vector<std::string> dry_run = import;
  dry_run.emplace_back("--prefer");
  dry_run.emplace_back("theirs");
  dry_run.emplace_back("--dry-run");
  CHECK(run(dry_run).exit == Exit::findings);
  CHECK(folder.read("base.tbx") == before);
  const Outcome second = run(import);
  CHECK(second.exit == Exit::findings);
  CHECK_THAT(second.out, Catch::Contains("conflict  9  en ceasefire\n    status: mine "
                                         "“preferred”, theirs “forbidden”"));
}

TEST_CASE("lint names the line, the rule and what to do, and fails on errors",
          "[cli][term]") {
  const Folder folder;
  const std::string file = folder.write(
      "t.csv", "concept,language,term,status\nc1,en,peace,banned\nc1,en,Мoсква,\n");
  const Outcome text = run({"term", "lint", file});
  CHECK(text.exit == Exit::findings);
  CHECK_THAT(text.out, Catch::Contains("t.csv:2: error unreadable-value: “banned”"));
  CHECK_THAT(text.out, Catch::Contains("t.csv:3: warning mixed-scripts: c1 en “Мoсква”"));
  const Outcome lines = run({"term", "lint", file, "--format", "jsonl"});
  const auto first = nlohmann::json::parse(lines.out.substr(0, lines.out.find('\n')));
  CHECK(first["line"] == 2);
  CHECK(first["severity"] == "error");
  CHECK(run({"term", "lint", in_project("corpora/termbases/un-core.csv")}).exit ==
        Exit::done);
}

TEST_CASE("candidates are extracted from two files and can be imported", "[cli][term]") {
  const Folder folder;
  const std::string source =
      "安全理事会在日内瓦开会。\n日内瓦很大。\n纽约投票前，安全理事会休会。\n"
      "在维也纳，安全理事会商谈停火。\n投票通过。\n各国请安全理事会审议。\n";
  const std::string target =
      "The Security Council met in Geneva.\nGeneva is large.\nBefore the vote in New York, "
      "the Security Council adjourned.\nIn Vienna, the Security Council discussed a "
      "ceasefire.\nThe vote passed.\nStates asked the Security Council to consider it.\n";
  const std::string zh = folder.write("zh.txt", source);
  const std::string en = folder.write("en.txt", target);
  const Outcome shown = run({"term", "extract", zh, en, "--languages", "zh,en"});
  CHECK(shown.exit == Exit::done);
  CHECK_THAT(shown.out, Catch::StartsWith("安全理事会"));
  const std::string out = folder.path("candidates.xlsx");
  CHECK(run({"term", "extract", zh, en, "--languages", "zh,en", "--out", out}).exit ==
        Exit::done);
  CHECK(run({"term", "find", out, "Security"}).exit == Exit::done);
  const std::string shorter = folder.write("short.txt", "one line\n");
  CHECK_THAT(run({"term", "extract", zh, shorter, "--languages", "zh,en"}).err,
             Catch::Contains("has 1 lines"));
}

TEST_CASE("a wrong word to term is misuse, with what there is", "[cli][term]") {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"term"},
           {"term", "burn"},
           {"term", "find", "x.csv"},
           {"term", "export", "x.csv", "--format", "doc"},
           {"term", "add", "x.doc", "--language", "en", "--term", "a"},
           {"term", "add", "x.csv", "--language", "en", "--term", "a", "--status", "bad"},
           {"term", "lint", "x.csv", "--fail-on", "all"},
           {"term", "extract", "--languages", "zh,en"},
           {"term", "extract", "x.hexapla", "--languages", "zh"},
           {"term", "extract", "x.hexapla", "--languages", "zh,en", "--confidence",
            "high"}})
    CHECK(run(words).exit == Exit::misused);
  CHECK_THAT(run({"term", "--help"}).out, Catch::Contains("hexapla term lint"));
}

}  // namespace hexapla::cli
