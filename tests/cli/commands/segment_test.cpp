#include "cli/run.hpp"
#include "files.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli {

TEST_CASE("hexapla segment prints one sentence a line", "[cli]") {
  const Outcome outcome = run({"segment", "--language", "zh"}, "第一条。第二条。");
  CHECK(outcome.exit == Exit::done);
  CHECK(outcome.out == "第一条。\n第二条。\n");
  CHECK(outcome.err.empty());
}

TEST_CASE("hexapla segment cuts the letter as its gold has it", "[cli]") {
  const Outcome outcome = run({"segment", in_project("corpora/letter/letter.fr.txt")});
  CHECK(outcome.out == project_file("corpora/letter/gold/fr.segments"));
}

TEST_CASE("hexapla segment --explain names the rule behind each place", "[cli]") {
  const Outcome outcome = run({"segment", "--language", "en", "--explain"},
                              "Mr. Annan met the delegates. The talks ended.");
  CHECK(outcome.exit == Exit::done);
  CHECK(
      outcome.out ==
      "kept\t3\tabbreviation\tMr. |  Annan met the delegates. The talks ende\n"
      "cut\t28\tsentence-ending mark and white space\tMr. Annan met the delegates. |  The "
      "talks ended.\n"
      "cut\t45\tend of the paragraph\tnnan met the delegates. The talks ended. | \n");
}

TEST_CASE("hexapla segment --srx cuts by the user's rules and says what they lack",
          "[cli]") {
  const Folder folder;
  const std::string rules = folder.write(
      "rules.srx",
      "<srx version=\"2.0\"><header cascade=\"yes\"/><body><languagerules>"
      "<languagerule languagerulename=\"Any\"><rule break=\"yes\"><beforebreak>;"
      "</beforebreak></rule></languagerule></languagerules><maprules>"
      "<languagemap languagepattern=\".*\" languagerulename=\"Any\"/>"
      "</maprules></body></srx>");
  const Outcome outcome =
      run({"segment", "--language", "en", "--srx", rules}, "They met; they left. Then");
  CHECK(outcome.out == "They met;\nthey left. Then\n");
  CHECK(outcome.err ==
        "hexapla: " + rules + ": no rules for en; only those for every language: “Any”\n");
}

TEST_CASE("hexapla segment --print-srx writes rules that it reads back", "[cli]") {
  const Folder folder;
  const std::string rules = folder.write("own.srx", run({"segment", "--print-srx"}).out);
  const Outcome outcome =
      run({"segment", "--language", "zh", "--srx", rules}, "他说：“同意。”会议结束。");
  CHECK(outcome.out == "他说：“同意。”\n会议结束。\n");
  CHECK(outcome.err.empty());
}

}  // namespace hexapla::cli
