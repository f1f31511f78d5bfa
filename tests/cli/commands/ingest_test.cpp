#include "cli/run.hpp"

#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli {

TEST_CASE("hexapla ingest prints an outline, a block a line", "[cli]") {
  const Outcome outcome = run({"ingest", in_project("corpora/letter/letter.zh.txt")});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out,
             Catch::StartsWith("letter.zh.txt  zh  text UTF-8  4660 bytes\n  masthead"));
  CHECK_THAT(
      outcome.out,
      Catch::Contains("\n  signature         常驻代表 | 大使 | 亚沙尔·阿利耶夫(签名)\n"));
  CHECK(outcome.err.empty());
}

TEST_CASE("hexapla ingest --format jsonl gives kind, text and source bytes", "[cli]") {
  Folder folder;
  const std::string bytes =
      "第一条规定：所有人都有权享\n有安全。这是一项权利，任何人都\n不得剥夺。\n";
  const std::string file = folder.write("charter.zh.txt", bytes);
  const Outcome outcome = run({"ingest", "--format", "jsonl", file});
  CHECK(outcome.exit == Exit::done);
  std::istringstream lines(outcome.out);
  std::string line;
  std::getline(lines, line);
  const auto document = nlohmann::json::parse(line);
  CHECK(document["format"] == "text");
  CHECK(document["encoding"] == "UTF-8");
  CHECK(document["size"] == bytes.size());
  CHECK(document["facts"].empty());
  std::getline(lines, line);
  const auto object = nlohmann::json::parse(line);
  CHECK(object["kind"] == "paragraph");
  CHECK(object["language"] == "zh");
  CHECK(object["text"] ==
        "第一条规定：所有人都有权享有安全。这是一项权利，任何人都不得剥夺。");
  CHECK(object["bytes"].size() == 3);
  CHECK(object["bytes"][0][0] == 0);
}

TEST_CASE("hexapla ingest --audit accounts for every byte", "[cli]") {
  const Outcome outcome =
      run({"ingest", "--audit", in_project("corpora/letter/letter.ru.txt")});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out, Catch::Contains("unaccounted for                0\n"));
}

TEST_CASE("hexapla ingest shows a document whose language it can't tell, and asks for it",
          "[cli]") {
  Folder folder;
  const Outcome outcome = run({"ingest", folder.write("numbers.txt", "35 40 86 135\n")});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out, Catch::Contains("35 40 86 135"));
  CHECK_THAT(outcome.err, Catch::Contains("--language zh"));
}

TEST_CASE("hexapla ingest refuses what it can't read, with the place and the way out",
          "[cli][error]") {
  Folder folder;
  const auto [name, bytes, words] = GENERATE(table<std::string, std::string, std::string>({
      {"empty.zh.txt", "", "the file is empty"},
      {"broken.en.txt", "Article 1\nAll human \xC3(", "--encoding"},
      {"book.zh.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0'),
       "save it as .docx"},
      {"memory.tmx", "<?xml version=\"1.0\"?><tmx version=\"1.4\"></tmx>",
       "documents are text"},
      {"broken.docx", "PK\x03\x04" + std::string(40, 'x'), "broken.docx"},
  }));
  const Outcome outcome = run({"ingest", folder.write(name, bytes)});
  CAPTURE(name, outcome.err);
  CHECK(outcome.exit == Exit::failed);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Catch::Contains(words));
}

TEST_CASE("hexapla ingest reads Russian in an old encoding and says so", "[cli]") {
  Folder folder;
  // "Все люди рождаются свободными и равными в своем достоинстве и правах." in KOI8-R.
  const std::string bytes =
      "\xF7\xD3\xC5 \xCC\xC0\xC4\xC9 \xD2\xCF\xD6\xC4\xC1\xC0\xD4\xD3\xD1 "
      "\xD3\xD7\xCF\xC2\xCF\xC4\xCE\xD9\xCD\xC9 \xC9 \xD2\xC1\xD7\xCE\xD9\xCD\xC9 "
      "\xD7 \xD3\xD7\xCF\xC5\xCD \xC4\xCF\xD3\xD4\xCF\xC9\xCE\xD3\xD4\xD7\xC5 "
      "\xC9 \xD0\xD2\xC1\xD7\xC1\xC8.\n";
  const std::string file = folder.write("rights.txt", bytes);
  const Outcome told = run({"ingest", file});
  CAPTURE(told.err);
  CHECK(told.exit == Exit::done);
  CHECK_THAT(told.out, Catch::StartsWith("rights.txt  ru  text KOI8-R  "));
  CHECK_THAT(told.out, Catch::Contains("Все люди рождаются свободными"));
  CHECK_THAT(told.err, Catch::Contains("read as KOI8-R") && Catch::Contains("--encoding"));
  const Outcome given = run({"ingest", "--audit", "--encoding", "koi8-r", file});
  CHECK(given.exit == Exit::done);
  CHECK(given.err.empty());
}

TEST_CASE("hexapla ingest reads a web page and reports what it left out", "[cli]") {
  Folder folder;
  const std::string file = folder.write(
      "page.html",
      "<!DOCTYPE html><title>ignored</title><script>var x;</script>"
      "<h1>Declaration of the Rights of the Child</h1>"
      "<p>The child shall enjoy special protection, and the States shall see to it.</p>");
  const Outcome outcome = run({"ingest", file});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out, Catch::StartsWith("page.html  en  html UTF-8  "));
  CHECK_THAT(outcome.out, Catch::Contains("heading           Declaration of the Rights"));
  CHECK_THAT(outcome.err, Catch::Contains("not in the text: "));
  CHECK(run({"ingest", "--audit", file}).exit == Exit::done);
}

}  // namespace hexapla::cli
