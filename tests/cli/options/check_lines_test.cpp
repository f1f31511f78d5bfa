#include "cli/run.hpp"
#include "files.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli::check_lines_test {
namespace {

/// Three lines of which the second has another number and the third is blank on one side.
struct Lines {
  Folder folder;
  std::string source = folder.write("a.zh", "会议开始。\n338 名平民受伤。\n会议结束。\n");
  std::string target = folder.write("a.en", "It is open.\n383 civilians were hurt.\n\n");

  [[nodiscard]] Outcome check(const std::vector<std::string>& more) const {
    std::vector<std::string> words{"check", source, target, "--languages", "zh,en"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
};

}  // namespace

TEST_CASE("two files of aligned lines are checked line by line", "[cli][check]") {
  const Lines lines;
  const Outcome outcome = lines.check({"--format", "jsonl"});
  CHECK(outcome.exit == Exit::findings);
  const auto found = lines_in(outcome.out);
  REQUIRE(found.size() == 2);
  const auto number = nlohmann::json::parse(found[0]);
  CHECK(number["rule"] == "number");
  CHECK(number["target"][0]["segment"] == 1);
  CHECK(number["target"][0]["range"] == nlohmann::json::array({0, 3}));
  const auto empty = nlohmann::json::parse(found[1]);
  CHECK(empty["rule"] == "empty_side");
  CHECK(empty["source"][0]["segment"] == 2);
}

TEST_CASE("the option --fail-on says which findings make the exit code 1", "[cli][check]") {
  const Lines lines;
  CHECK(lines.check({"--fail-on", "error"}).exit == Exit::findings);
  CHECK(lines.check({"--fail-on", "never"}).exit == Exit::done);
  const std::string profile = lines.folder.write("mine", "number severity=note\n");
  CHECK(lines.check({"--fail-on", "error", "--profile", profile}).exit == Exit::done);
  CHECK(lines.check({"--fail-on", "warning", "--profile", profile}).exit == Exit::findings);
  CHECK(lines.check({"--fail-on", "fatal"}).exit == Exit::misused);
}

TEST_CASE("a dismissed finding stays away until its text changes", "[cli][check]") {
  const Lines lines;
  const std::string file = lines.folder.path("dismissed.tsv");
  CHECK(lines.check({"--dismiss", "en:1:number"}).exit == Exit::misused);
  CHECK(lines.check({"--dismissals", file, "--dismiss", "en:9:number"}).exit ==
        Exit::misused);
  const Outcome first =
      lines.check({"--format", "jsonl", "--dismissals", file, "--dismiss", "en:1:number"});
  CHECK(lines_in(first.out).size() == 1);
  const Outcome later = lines.check({"--format", "jsonl", "--dismissals", file});
  REQUIRE(lines_in(later.out).size() == 1);
  CHECK(nlohmann::json::parse(lines_in(later.out)[0])["rule"] == "empty_side");
}

TEST_CASE("findings come by certainty or by rule", "[cli][check]") {
  const Lines lines;
  const auto found = lines_in(lines.check({"--format", "jsonl", "--by", "certainty"}).out);
  REQUIRE(found.size() == 2);
  CHECK(nlohmann::json::parse(found[0])["confidence"] >=
        nlohmann::json::parse(found[1])["confidence"]);
  CHECK(lines.check({"--by", "rule"}).exit == Exit::findings);
  CHECK(lines.check({"--by", "size"}).exit == Exit::misused);
}

TEST_CASE("people are shown what is likelier true than not, machines everything",
          "[cli][check]") {
  const Folder folder;
  const std::string source =
      folder.write("n.zh", "共有 338 人和十名代表。\n委员会审议。\n会议结束。\n");
  const std::string target = folder.write(
      "n.en", "There were 383 people and delegates.\nIt met: the  end.\nIt  rose.\n");
  const std::vector<std::string> words{"check", source, target, "--languages", "zh,en"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), words.begin(), words.end());
    return run(more);
  };
  const Outcome shown = with({});
  CHECK(shown.exit == Exit::findings);
  CHECK(shown.out.find("note ") == std::string::npos);
  CHECK_THAT(shown.out, Catch::StartsWith("error 95% number  en 0: "));
  CHECK_THAT(with({"--all"}).err, !Catch::Contains("not shown"));
  CHECK(lines_in(with({"--format", "jsonl"}).out).size() >=
        lines_in(with({"--format", "jsonl", "--min-severity", "warning"}).out).size());
  CHECK(with({"--min-severity", "error", "--format", "jsonl"}).out.find("\"warning\"") ==
        std::string::npos);
  CHECK(with({"--min-severity", "grave"}).exit == Exit::misused);
  CHECK(with({"--all", "--min-severity", "error"}).exit == Exit::misused);
}

TEST_CASE("findings that say the same are told once with their places", "[cli][check]") {
  const Folder folder;
  std::string chinese;
  std::string english;
  for (int line = 0; line < 5; ++line) {
    chinese += "第" + std::to_string(line + 10) + "项。\n";
    english += "Item  " + std::to_string(line + 10) + ".\n";
  }
  const std::string source = folder.write("g.zh", chinese);
  const std::string target = folder.write("g.en", english);
  const Outcome outcome = run({"check", source, target, "--languages", "zh,en", "--all"});
  CHECK_THAT(outcome.out, Catch::Contains("4 more like this: en 1, en 2, en 3, en 4"));
  CHECK(lines_in(
            run({"check", source, target, "--languages", "zh,en", "--format", "jsonl"}).out)
            .size() == 5);
}

TEST_CASE("either of two files may be the source", "[cli][check]") {
  const Lines lines;
  const auto turned = lines_in(lines.check({"--source", "en", "--format", "jsonl"}).out);
  REQUIRE_FALSE(turned.empty());
  CHECK(nlohmann::json::parse(turned[0])["target"][0]["language"] == "zh");
  CHECK(lines.check({"--source", "ru"}).exit == Exit::misused);
}

TEST_CASE("what departs from the document's own usage is found without a termbase",
          "[cli][check]") {
  const Folder folder;
  std::string chinese;
  std::string english;
  const std::vector<std::pair<std::string, std::string>> places{
      {"北京", "Beijing"},  {"巴黎", "Paris"}, {"伦敦", "London"},
      {"莫斯科", "Moscow"}, {"开罗", "Cairo"}, {"马德里", "Madrid"}};
  for (const auto& [here, there] : places) {
    chinese += "停火协定在" + here + "签署。\n代表团抵达" + here + "。\n";
    english += "The ceasefire agreement was signed in " + there +
               ".\nThe delegation arrived in " + there + ".\n";
  }
  chinese += "停火协定在日内瓦签署。\n";
  english += "The armistice text was signed in Geneva.\n";
  const std::string source = folder.write("u.zh", chinese);
  const std::string target = folder.write("u.en", english);
  const auto found = lines_in(
      run({"check", source, target, "--languages", "zh,en", "--usage", "--format", "jsonl"})
          .out);
  REQUIRE_FALSE(found.empty());
  const auto finding = nlohmann::json::parse(found[0]);
  CHECK(finding["rule"] == "term_inconsistent");
  CHECK(finding["target"][0]["segment"] == 12);
  CHECK_THAT(finding["message"].get<std::string>(), Catch::Contains("6 of 7 places"));
}

TEST_CASE("all renderings of a concept are listed with counts and places", "[cli][check]") {
  const Folder folder;
  const std::string source = folder.write("a.zh", "停火生效。\n停火结束。\n停火。\n");
  const std::string target =
      folder.write("a.en", "The ceasefire is in force.\nThe truce is over.\nPeace.\n");
  const std::string termbase = folder.write("t.csv",
                                            "concept,language,term,status\n"
                                            "c1,zh,停火,preferred\n"
                                            "c1,en,ceasefire,preferred\n"
                                            "c1,en,truce,admitted\n");
  const Outcome outcome = run({"check", source, target, "--languages", "zh,en",
                               "--termbase", termbase, "--by", "concept"});
  CHECK(outcome.exit == Exit::done);
  CHECK(outcome.out ==
        "c1\n"
        "  en  1 x ceasefire  in 0\n"
        "  en  1 x truce  in 1\n"
        "  en  1 x (none of its terms)  in 2\n"
        "  zh  3 x 停火  in 0 1 2\n");
  const Outcome machine =
      run({"check", source, target, "--languages", "zh,en", "--termbase", termbase, "--by",
           "concept", "--format", "jsonl"});
  const auto use = nlohmann::json::parse(machine.out);
  CHECK(use["concept"] == "c1");
  CHECK(use["unsaid"] == 1);
  CHECK(use["languages"]["en"][2]["term"].is_null());
  CHECK(use["languages"]["zh"][0]["segments"] == nlohmann::json::array({0, 1, 2}));
  CHECK(run({"check", source, target, "--languages", "zh,en", "--termbase", termbase,
             "--by", "concept", "--format", "sarif"})
            .exit == Exit::misused);
}

TEST_CASE("a SARIF log names rule, level, file and line", "[cli][check]") {
  const Lines lines;
  const auto log = nlohmann::json::parse(lines.check({"--format", "sarif"}).out);
  CHECK(log["version"] == "2.1.0");
  const auto& result = log["runs"][0]["results"][0];
  CHECK(result["ruleId"] == "number");
  CHECK(result["level"] == "error");
  CHECK(result["rank"] == 95.0);
  const auto& place = result["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == lines.target);
  CHECK(place["region"]["startLine"] == 2);
  const std::size_t index = result["ruleIndex"];
  CHECK(log["runs"][0]["tool"]["driver"]["rules"][index]["id"] == "number");
}

TEST_CASE("files with unlike many lines are refused with both counts",
          "[cli][check][error]") {
  const Lines lines;
  const std::string longer = lines.folder.write("b.en", "1\n2\n3\n4\n");
  const Outcome outcome = run({"check", lines.source, longer, "--languages", "zh,en"});
  CHECK(outcome.exit == Exit::failed);
  CHECK_THAT(outcome.err,
             Catch::Contains("b.en:4: has 4 lines") && Catch::Contains("has 3"));
  CHECK(run({"check", lines.source, lines.target}).exit == Exit::misused);
  CHECK(run({"check", lines.source, lines.target, "--languages", "zh"}).exit ==
        Exit::misused);
}

TEST_CASE("hexapla eval findings scores findings against what was planted", "[cli]") {
  const Lines lines;
  const std::string findings =
      lines.folder.write("f.jsonl", lines.check({"--format", "jsonl"}).out);
  const std::string truth = lines.folder.write(
      "truth.tsv",
      "segment\trule\tbegin\tend\tcorrect\tplanted\n1\tnumber\t0\t3\t338\t383\n"
      "2\tempty_side\t0\t0\tIt is over.\t\n0\tdate\t0\t2\tx\ty\n");
  const Outcome outcome = run({"eval", "findings", truth, findings});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(
      outcome.out,
      Catch::Contains("number              recall 1.000  precision 1.000  AP 1.000") &&
          Catch::Contains("date                recall 0.000") &&
          Catch::Contains("empty_side          recall 1.000"));
}

TEST_CASE("a table of planted errors that can't be read is refused with its line",
          "[cli][error]") {
  const Lines lines;
  const std::string findings = lines.folder.write("f.jsonl", "{\"rule\": 1}\n");
  for (const std::string bad : {"1\tnumbers\t0\t3\n", "1\tnumber\n", "x\tnumber\t0\t3\n"}) {
    const std::string truth = lines.folder.write("truth.tsv", bad);
    const Outcome outcome = run({"eval", "findings", truth, findings});
    CHECK(outcome.exit == Exit::failed);
    CHECK_THAT(outcome.err, Catch::Contains("truth.tsv:1: "));
  }
  const std::string truth = lines.folder.write("truth.tsv", "1\tnumber\t0\t3\n");
  CHECK_THAT(run({"eval", "findings", truth, findings}).err,
             Catch::Contains("f.jsonl:1: "));
}

}  // namespace hexapla::cli::check_lines_test
