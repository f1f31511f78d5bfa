#include "cli/run.hpp"

#include <filesystem>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

/// Works of two languages in one corpus: by name, the English and the French text.
std::string corpus_of(const Folder& folder, const std::string& name,
                      const std::vector<std::array<std::string, 3>>& works) {
  std::string table = "work\tlanguage\tpath\n";
  for (const auto& [work, english, french] : works)
    for (const auto& [tag, text] :
         {std::pair(std::string("en"), english), std::pair(std::string("fr"), french)}) {
      std::string file = name + work + "." + tag;
      std::ranges::replace(file, '/', '_');
      file = folder.write(file, text);
      table.append(work).append("\t").append(tag).append("\t").append(file).append("\n");
    }
  const std::string list = folder.write(name + ".tsv", table);
  // Texts are too short to tell whether they belong together, which is a problem told.
  const Outcome made = run({"batch", list, "--out", folder.path(name)});
  CAPTURE(made.err);
  REQUIRE(made.exit <= Exit::findings);
  return folder.path(name + "/corpus.hexapla");
}

const std::string met =
    "The Security Council met on 3 March 2019.\nIt adopted resolution 2456 on the "
    "situation "
    "in Yemen.\nThe members thanked the Secretary-General for his report.\n";
const std::string met_in_french =
    "Le Conseil de sécurité s'est réuni le 3 mars 2019.\nIl a adopté la résolution 2456 "
    "sur "
    "la situation au Yémen.\nLes membres ont remercié le Secrétaire général de son "
    "rapport.\n";

}  // namespace

TEST_CASE("diff tells which translation did not follow a new revision", "[cli]") {
  const Folder folder;
  const std::string older = corpus_of(folder, "old", {{"W", met, met_in_french}});
  std::string changed = met;
  changed.replace(changed.find("2456"), 4, "2457");
  const std::string newer = corpus_of(folder, "new", {{"W", changed, met_in_french}});
  const Outcome outcome = run({"diff", older, newer, "--source", "en"});
  CHECK(outcome.exit == Exit::findings);
  CHECK_THAT(outcome.out, Catch::Contains("row 1 -> 1  not followed: fr\n"));
  CHECK_THAT(outcome.out, Catch::Contains("  en + It adopted resolution 2457"));
  CHECK_THAT(outcome.err, Catch::Contains("1 row changed, in 1 of them"));
  const auto object = nlohmann::json::parse(
      run({"diff", older, newer, "--source", "en", "--format", "jsonl"}).out);
  CHECK(object["work"] == "W");
  CHECK(object["not_followed"] == std::vector<std::string>{"fr"});
  CHECK(object["cells"]["en"]["change"] == "words");
  check_done(run({"diff", older, older}));
  check_refused(run({"diff", older, newer, "--source", "ru"}), Exit::failed,
                "no version in ru");
}

TEST_CASE("drift shows the terms of each year, as text, table, objects and a page",
          "[cli]") {
  const Folder folder;
  const std::string termbase =
      folder.write("terms.csv",
                   "concept,subject,language,term,status,part_of_speech\n"
                   "1,organs,en,Security Council,preferred,noun\n"
                   "1,organs,fr,Conseil de sécurité,preferred,noun\n");
  const std::string corpus = corpus_of(folder, "c", {{"W", met, met_in_french}});
  const Outcome text = run({"drift", corpus, "--termbase", termbase});
  CAPTURE(text.err, text.out);
  CHECK(text.exit == Exit::done);
  CHECK_THAT(text.out, Catch::Contains("1  Security Council\n  en\n    undated  Security "
                                       "Council 1\n  fr\n"));
  CHECK_THAT(
      run({"drift", corpus, "--termbase", termbase, "--format", "tsv", "--languages", "fr"})
          .out,
      Catch::Contains("1\tSecurity Council\tfr\t\t\tConseil de sécurité\t1\n"));
  CHECK_THAT(run({"drift", corpus, "--termbase", termbase, "--format", "jsonl"}).out,
             Catch::Contains("\"changes\":[]"));
  CHECK_THAT(run({"drift", corpus, "--termbase", termbase, "--format", "html"}).out,
             Catch::Contains("<td lang=\"fr\" dir=\"ltr\">Conseil de sécurité 1"));
  CHECK_THAT(run({"drift", corpus}).err, Catch::Contains("name it with --termbase"));
}

TEST_CASE("all pairs go out in one call, with their documents and the borders of these",
          "[cli]") {
  const Folder folder;
  const std::string corpus =
      corpus_of(folder, "c", {{"A/1", met, met_in_french}, {"B", met, met_in_french}});
  check_done(run({"export", corpus, "--format", "moses", "--out", folder.path("m/"),
                  "--document-borders"}));
  CHECK(folder.read("m/en-fr.en") == met + "\n" + met + "\n");
  CHECK(folder.read("m/en-fr.ids") ==
        "A/1\t0\t0\nA/1\t1\t1\nA/1\t2\t2\n\nB\t0\t0\nB\t1\t1\nB\t2\t2\n\n");
  check_done(run({"export", corpus, "--format", "xces", "--out", folder.path("x/")}));
  CHECK_THAT(folder.read("x/en-fr.xml"),
             Catch::Contains("fromDoc=\"en/A_1.xml\" toDoc=\"fr/A_1.xml\"") &&
                 Catch::Contains("xtargets=\"2;2\""));
  CHECK_THAT(folder.read("x/fr/B.xml"), Catch::Contains("<s id=\"3\">Les membres"));
  // And comes back.
  check_done(run(
      {"convert", folder.path("x/en-fr.xml"), folder.path("back.tsv"), "--from", "xces"}));
  CHECK_THAT(folder.read("back.tsv"), Catch::Contains("It adopted resolution 2456"));
  check_refused(run({"export", corpus, "--format", "tmx", "--out", folder.path("t.tmx"),
                     "--document-borders"}),
                Exit::misused, "--document-borders");
}

TEST_CASE("every row of a corpus is found again in its source", "[cli]") {
  const Folder folder;
  const std::string corpus = corpus_of(folder, "c", {{"A", met, met_in_french}});
  const Outcome sound = run({"corpus", "check", corpus, "--sources", "."});
  check_done(sound);
  CHECK_THAT(sound.err, Catch::Contains("2 sources as before, 0 not there") &&
                            Catch::Contains("3 of 3 rows found in their sources"));
  folder.write("cA.fr", "Autre chose.\n");
  check_refused(run({"corpus", "check", corpus, "--sources", "."}), Exit::failed,
                "1 fault");
}

TEST_CASE("a filter file runs as one, and a table says what became of each document",
          "[cli]") {
  const Folder folder;
  const std::string odd =
      "The Security Council met on 3 March 2019.\nIt adopted resolution 2456 on the "
      "situation in Yemen.\nNo comment.\n";
  const std::string corpus =
      corpus_of(folder, "c", {{"A", met, met_in_french}, {"B", odd, met_in_french}});
  const std::string filter = folder.write("clean.filter",
                                          "near-duplicates by=edit least=.9\nregex drop "
                                          "in=en pattern=^No comment\nsort by=length "
                                          "descending\n");
  const Outcome outcome =
      run({"export", corpus, "--format", "tsv", "--languages", "en,fr", "--out",
           folder.path("c.tsv"), "--filter", filter, "--quality", folder.path("q.tsv")});
  check_done(outcome);
  CHECK_THAT(outcome.err, Catch::Contains("2 by near-duplicates by=edit least=.9") &&
                              Catch::Contains("1 by regex drop in=en pattern=^No comment"));
  const std::string table = folder.read("q.tsv");
  CHECK_THAT(table, Catch::Contains("\nA\t3\t3\t") && Catch::Contains("\nB\t3\t0\t"));
  // The longest first.
  CHECK(folder.read("c.tsv").find("thanked") < folder.read("c.tsv").find("Council met"));
  check_refused(run({"export", corpus, "--format", "tsv", "--filter",
                     folder.write("bad.filter", "shorter max=3\n")}),
                Exit::failed, "bad.filter:1: shorter: there is no such filter");
  check_refused(run({"export", corpus, "--format", "dataset", "--out", folder.path("d"),
                     "--filter", filter}),
                Exit::misused, "a data set takes no");
}

}  // namespace hexapla::cli
