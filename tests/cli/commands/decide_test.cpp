#include "cli/files.hpp"
#include "cli/run.hpp"
#include "files.hpp"

#include <algorithm>
#include <cstdlib>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

std::string letter_in(const std::string& tag) {
  return in_project("corpora/letter/letter." + tag + ".txt");
}

/// The letter in Chinese and English, as the work "letter".
std::string aligned(const Folder& folder, const std::string& name = "letter.hexapla") {
  const std::string file = folder.path(name);
  REQUIRE(
      run({"align", letter_in("zh"), letter_in("en"), "--out", file, "--work", "letter"})
          .exit == Exit::done);
  return file;
}

std::vector<nlohmann::json> json_lines(const Outcome& outcome) {
  std::vector<nlohmann::json> lines;
  for (const std::string& line : lines_in(outcome.out))
    lines.push_back(nlohmann::json::parse(line));
  return lines;
}

std::string memory_of(const std::string& corpus) {
  return run({"export", corpus, "--format", "tmx"}).out;
}

}  // namespace

TEST_CASE("hexapla decide writes lines that hexapla corpus log tells", "[cli]") {
  const Folder folder;
  const std::string file = aligned(folder);
  ::setenv("USER", "reviser", 1);
  const auto decided =
      json_lines(run({"decide", file, "confirm", "--row", "3", "--format", "jsonl"}));
  REQUIRE(decided.size() == 1);
  CHECK(decided[0]["kind"] == "confirm");
  CHECK(decided[0]["who"] == "reviser");
  CHECK(decided[0]["active"] == true);
  CHECK(run({"decide", file, "edit", "--language", "en", "--segment", "2", "--text",
             "The Council met."})
            .exit == Exit::done);
  CHECK_THAT(run({"show", file}).out, Catch::Contains("The Council met."));
  const auto log = json_lines(run({"corpus", "log", file, "--format", "jsonl"}));
  REQUIRE(log.size() == 3);
  CHECK(log[0]["kind"] == "align");
  CHECK(log[0]["inputs"][0][1].get<std::string>().size() == 64);
  CHECK(log[2]["text"] == "The Council met.");
}

TEST_CASE("hexapla corpus undo and redo say what they did, or that there is nothing",
          "[cli]") {
  const Folder folder;
  const std::string file = aligned(folder);
  CHECK(run({"corpus", "undo", file}).exit == Exit::failed);
  const std::string before = memory_of(file);
  CHECK(run({"decide", file, "edit", "--language", "en", "--segment", "2", "--text",
             "X y z."})
            .exit == Exit::done);
  const std::string after = memory_of(file);
  CHECK(after != before);
  CHECK_THAT(run({"corpus", "undo", file}).out, Catch::Contains("X y z."));
  CHECK(memory_of(file) == before);
  CHECK(run({"corpus", "redo", file}).exit == Exit::done);
  CHECK(memory_of(file) == after);
  CHECK_THAT(run({"corpus", "redo", file}).err, Catch::Contains("nothing to redo"));
}

TEST_CASE("a rebuilt corpus exports the same memory", "[cli]") {
  const Folder folder;
  const std::string file = aligned(folder);
  const auto row = json_lines(run(
      {"decide", file, "reject", "--pair", "zh,en", "--source", "5", "--format", "jsonl"}));
  REQUIRE(row.size() == 1);
  const auto& link = row[0]["links"][0];
  const std::string at = std::to_string(link["source"][1].get<int>()) + "," +
                         std::to_string(link["target"][1].get<int>());
  CHECK(run({"decide", file, "merge", "--pair", "zh,en", "--at", at}).exit == Exit::done);
  CHECK(run({"corpus", "rebuild", file, "--out", folder.path("new.hexapla")}).exit ==
        Exit::done);
  CHECK(memory_of(folder.path("new.hexapla")) == memory_of(file));
  CHECK(run({"corpus", "check", folder.path("new.hexapla")}).exit == Exit::done);
}

TEST_CASE("hexapla align --into adds works, and aligns again only what changed", "[cli]") {
  const Folder folder;
  const std::string file = folder.path("years.hexapla");
  CHECK(run({"align", letter_in("zh"), letter_in("en"), "--into", file, "--work", "one"})
            .exit == Exit::done);
  CHECK(run({"align", letter_in("zh"), letter_in("fr"), "--into", file, "--work", "two"})
            .exit == Exit::done);
  const std::string before = run({"show", file, "--work", "one", "--width", "200"}).out;
  CHECK(run({"decide", file, "confirm", "--row", "4", "--work", "one"}).exit == Exit::done);
  CHECK(run({"decide", file, "edit", "--language", "en", "--segment", "20", "--text",
             "Gone.", "--work", "one"})
            .exit == Exit::done);
  const std::string english = project_file("corpora/letter/letter.en.txt");
  const auto lines = lines_in(english);
  std::string newer;
  for (const std::string& line : lines)
    newer += line + '\n';
  const std::string changed =
      folder.write("letter.en.txt", newer + "\nOne more sentence ends it.\n");
  const Outcome again =
      run({"align", letter_in("zh"), changed, "--into", file, "--work", "one"});
  REQUIRE(again.exit == Exit::done);
  CHECK_THAT(again.err, Catch::Contains("segments as before, 2 decisions kept"));
  const auto info = json_lines(run({"corpus", "info", file, "--format", "jsonl"}));
  REQUIRE(info.size() == 2);
  CHECK(info[0]["revision"] == 1);
  CHECK(info[1]["revision"] == 0);
  const std::string after = run({"show", file, "--work", "one", "--width", "200"}).out;
  CHECK_THAT(after,
             Catch::Contains("One more sentence ends it.") && Catch::Contains("Gone."));
  CHECK(after.substr(0, 1000) == before.substr(0, 1000));
  CHECK(run({"corpus", "check", file}).exit == Exit::done);
}

TEST_CASE("commands about one work name those there are when there are several",
          "[cli][error]") {
  const Folder folder;
  const std::string file = aligned(folder);
  CHECK(run({"align", letter_in("zh"), letter_in("fr"), "--into", file, "--work", "two"})
            .exit == Exit::done);
  const auto verb = GENERATE(values<std::string>({"show", "check", "report"}));
  CAPTURE(verb);
  const Outcome outcome = run({verb, file});
  CHECK(outcome.exit == Exit::misused);
  CHECK_THAT(outcome.err, Catch::Contains("--work: letter, two"));
  CHECK_THAT(run({verb, file, "--work", "three"}).err,
             Catch::Contains("no work 'three', but letter, two"));
  const Exit exit = run({verb, file, "--work", "two"}).exit;
  CHECK((exit == Exit::done || exit == Exit::findings));
}

TEST_CASE("hexapla corpus merge copies works and names those in conflict", "[cli]") {
  const Folder folder;
  const std::string file = aligned(folder);
  const std::string other = aligned(folder, "other.hexapla");
  CHECK(run({"align", letter_in("zh"), letter_in("fr"), "--into", other, "--work", "two"})
            .exit == Exit::done);
  const Outcome outcome = run({"corpus", "merge", file, other});
  CHECK(outcome.exit == Exit::findings);
  CHECK_THAT(outcome.err, Catch::Contains("letter was left out") &&
                              Catch::Contains("1 work copied, 1 left out"));
  CHECK(run({"show", file, "--work", "two"}).out ==
        run({"show", other, "--work", "two"}).out);
  CHECK(run({"corpus", "check", file}).exit == Exit::done);
  CHECK(run({"corpus", "merge", file, file}).exit == Exit::misused);
}

TEST_CASE("hexapla corpus check tells whether sources are as they were", "[cli]") {
  const Folder folder;
  const std::string file = aligned(folder);
  const std::string chinese = folder.write("letter.zh.txt", read_file(letter_in("zh")));
  const Outcome same = run({"corpus", "check", file, "--sources", folder.path("")});
  CHECK(same.exit == Exit::done);
  CHECK_THAT(same.err, Catch::Contains("1 source as before, 1 not there"));
  folder.write("letter.zh.txt", read_file(chinese) + "。");
  const Outcome changed = run({"corpus", "check", file, "--sources", folder.path("")});
  CHECK(changed.exit == Exit::failed);
  CHECK_THAT(changed.out, Catch::Contains("letter.zh.txt is not the file that came in"));
  CHECK(run({"corpus", "check", file, "--sources", chinese}).exit == Exit::misused);
}

TEST_CASE("hexapla corpus check fails on a damaged corpus", "[cli][error]") {
  const Folder folder;
  const std::string file = aligned(folder);
  std::string bytes = folder.read(file);
  const std::size_t text = bytes.find("Seventy-fifth");
  REQUIRE(text != std::string::npos);
  bytes[text] = '\xFF';
  folder.write("damaged.hexapla", bytes);
  const Outcome outcome = run({"corpus", "check", folder.path("damaged.hexapla")});
  CHECK(outcome.exit == Exit::failed);
  CHECK_THAT(outcome.out, Catch::Contains("UTF-8"));
}

TEST_CASE("hexapla decide and corpus tell what they were told wrong", "[cli][error]") {
  const Folder folder;
  const std::string file = aligned(folder);
  CHECK(run({"decide", file}).exit == Exit::misused);
  CHECK(run({"decide", file, "bless", "--row", "1"}).exit == Exit::misused);
  CHECK(run({"decide", file, "confirm"}).exit == Exit::misused);
  CHECK(run({"decide", file, "confirm", "--row", "x"}).exit == Exit::misused);
  CHECK(run({"decide", file, "confirm", "--row", "9999"}).exit == Exit::failed);
  CHECK(run({"decide", file, "merge", "--pair", "zh,en", "--at", "1"}).exit ==
        Exit::misused);
  CHECK(run({"decide", file, "merge", "--pair", "zh,fr", "--at", "1,1"}).exit ==
        Exit::failed);
  CHECK(run({"decide", file, "dismiss", "--finding", "999"}).exit == Exit::misused);
  CHECK(run({"corpus"}).exit == Exit::misused);
  CHECK(run({"corpus", "burn", file}).exit == Exit::misused);
  CHECK(run({"corpus", "info", folder.path("none.hexapla")}).exit == Exit::failed);
  CHECK(run({"align", letter_in("zh"), letter_in("en")}).exit == Exit::misused);
}

TEST_CASE("a dismissed finding is not told again", "[cli]") {
  const Folder folder;
  const std::string file = folder.path("flawed.hexapla");
  REQUIRE(run({"align", letter_in("zh"), in_project("corpora/letter/flawed/letter.en.txt"),
               "--out", file})
              .exit == Exit::done);
  const auto before = json_lines(run({"check", file, "--format", "jsonl"}));
  REQUIRE(before.size() > 1);
  const auto& spot = before[0]["target"][0];
  const std::string place = spot["language"].get<std::string>() + ':' +
                            std::to_string(spot["segment"].get<int>()) + ':' +
                            before[0]["rule"].get<std::string>();
  const auto finding = GENERATE_COPY(values<std::string>({"1", place}));
  CHECK(run({"decide", file, "dismiss", "--finding", "fr:0:number"}).exit == Exit::misused);
  CHECK(run({"decide", file, "dismiss", "--finding", "0"}).exit == Exit::misused);
  CHECK(run({"decide", file, "dismiss", "--finding", finding}).exit == Exit::done);
  CHECK(run({"check", file}).err.find("1 was dismissed") != std::string::npos);
  CHECK(run({"report", file}).out.find("1 finding dismissed") != std::string::npos);
  const auto after = json_lines(run({"check", file, "--format", "jsonl"}));
  CHECK(after.size() == before.size() - 1);
  CHECK(run({"corpus", "undo", file}).exit == Exit::done);
  CHECK(json_lines(run({"check", file, "--format", "jsonl"})) == before);
}

}  // namespace hexapla::cli
