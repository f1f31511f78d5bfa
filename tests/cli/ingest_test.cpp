#include "cli/run.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli {

TEST_CASE("hexapla ingest prints an outline, a block a line", "[cli]") {
  const Outcome outcome = run({"ingest", in_project("corpora/letter/letter.zh.txt")});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out, Catch::StartsWith("letter.zh.txt  zh  4660 bytes\n  masthead"));
  CHECK_THAT(outcome.out, Catch::Contains("\n  signature         常驻代表 | 大使 | 亚沙尔·阿利耶夫(签名)\n"));
  CHECK(outcome.err.empty());
}

TEST_CASE("hexapla ingest --format jsonl gives kind, text and source bytes", "[cli]") {
  Folder folder;
  const std::string bytes = "第一条规定：所有人都有权享\n有安全。这是一项权利，任何人都\n不得剥夺。\n";
  const std::string file = folder.write("charter.zh.txt", bytes);
  const Outcome outcome = run({"ingest", "--format", "jsonl", file});
  CHECK(outcome.exit == Exit::done);
  const auto object = nlohmann::json::parse(outcome.out.substr(0, outcome.out.find('\n')));
  CHECK(object["kind"] == "paragraph");
  CHECK(object["language"] == "zh");
  CHECK(object["text"] == "第一条规定：所有人都有权享有安全。这是一项权利，任何人都不得剥夺。");
  CHECK(object["bytes"].size() == 3);
  CHECK(object["bytes"][0][0] == 0);
}

TEST_CASE("hexapla ingest --audit accounts for every byte", "[cli]") {
  const Outcome outcome =
      run({"ingest", "--audit", in_project("corpora/letter/letter.ru.txt")});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out, Catch::Contains("unaccounted for                0\n"));
}

TEST_CASE("hexapla ingest asks for the language when it can't tell", "[cli][error]") {
  Folder folder;
  const Outcome outcome = run({"ingest", folder.write("numbers.txt", "35 40 86 135\n")});
  CHECK(outcome.exit == Exit::failed);
  CHECK_THAT(outcome.err, Catch::Contains("--language zh"));
}

TEST_CASE("hexapla ingest refuses what is no UTF-8 text", "[cli][error]") {
  Folder folder;
  const auto [name, bytes, words] = GENERATE(table<std::string, std::string, std::string>({
      {"empty.zh.txt", "", "the file is empty"},
      {"utf16.en.txt", std::string("\xFF\xFET\0h\0e\0", 8), "iconv -f UTF-16"},
      {"broken.en.txt", "Article 1\nAll human \xC3(", "broken.en.txt:2: not UTF-8 text at byte 20"},
  }));
  const Outcome outcome = run({"ingest", folder.write(name, bytes)});
  CAPTURE(name, outcome.err);
  CHECK(outcome.exit == Exit::failed);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Catch::Contains(words));
}

}  // namespace hexapla::cli
