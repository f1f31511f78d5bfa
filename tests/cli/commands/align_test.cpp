#include "cli/run.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

std::vector<std::string> letter_words(const std::string& out) {
  std::vector<std::string> words{"align", "--out", out, "--termbase",
                                 in_project("corpora/termbases/un-core.tbx")};
  for (const std::string tag : {"zh", "en", "fr", "es", "ru", "ar"})
    words.push_back(in_project("corpora/letter/letter." + tag + ".txt"));
  return words;
}

struct Segmented {
  std::string tag;
  std::string lines;
};

/// The words that align two texts of a segment a line, and more.
std::vector<std::string> segmented_words(const Folder& folder, const Segmented& source,
                                         const Segmented& target,
                                         const std::vector<std::string>& more) {
  std::vector<std::string> words{"align",
                                 "--segmented",
                                 folder.write("a." + source.tag, source.lines),
                                 folder.write("a." + target.tag, target.lines),
                                 "--languages",
                                 source.tag + "," + target.tag};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

/// Aligns a Chinese letter with another version of it.
Outcome aligned_letter(const Folder& folder, const std::string& name,
                       const std::string& text, const std::string& out) {
  return run({"align", folder.write("a.zh.txt", "第七十五届会议。\n"),
              folder.write(name, text), "--out", folder.path(out)});
}

}  // namespace

TEST_CASE("the letter's pairs are aligned as a careful reader aligns them", "[cli]") {
  Folder folder;
  REQUIRE(run(letter_words(folder.path("letter.hexapla"))).exit == Exit::done);
  const Outcome exported = run({"export", folder.path("letter.hexapla"), "--format",
                                "links", "--out", folder.path("links")});
  REQUIRE(exported.exit == Exit::done);
  const auto tag = GENERATE(values<std::string>({"ar", "en", "es", "fr", "ru"}));
  CAPTURE(tag);
  std::filesystem::create_directory(folder.path("gold"));
  std::filesystem::copy(in_project("corpora/letter/gold/zh-" + tag + ".gold"),
                        folder.path("gold/zh-" + tag + ".gold"));
  const Outcome scored =
      run({"eval", folder.path("gold"), folder.path("links"), "--format", "json"});
  REQUIRE(scored.exit == Exit::done);
  const std::size_t at = scored.out.find("\"f1\":") + 5;
  CAPTURE(scored.out);
  CHECK(std::stod(scored.out.substr(at)) >= 0.98);
}

TEST_CASE("two runs write the same bytes, in whatever order the files stand", "[cli]") {
  Folder folder;
  std::vector<std::string> words = letter_words(folder.path("first.hexapla"));
  REQUIRE(run(words).exit == Exit::done);
  words[2] = folder.path("second.hexapla");
  std::reverse(words.begin() + 5, words.end());
  REQUIRE(run(words).exit == Exit::done);
  CHECK(folder.read("first.hexapla") == folder.read("second.hexapla"));
}

TEST_CASE("hexapla align --segmented prints links", "[cli]") {
  Folder folder;
  const std::string source = folder.write(
      "a.zh",
      "第七十五届会议\n2020 年 10 月 17 日的信\n338 名平民受重伤，1 774 座房屋被毁。\n");
  const std::string target = folder.write(
      "a.en",
      "Seventy-fifth session\nLetter dated 17 October 2020\n338 civilians were seriously "
      "injured.\n1,774 houses were destroyed.\n");
  const Outcome outcome =
      run({"align", "--segmented", source, target, "--languages", "zh,en"});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(outcome.out, (Catch::StartsWith("[0]:[0]:") && Catch::Contains("\n[1]:[1]:") &&
                           Catch::Contains("\n[2]:[2, 3]:")));
}

TEST_CASE("a failed alignment leaves no file behind", "[cli][error]") {
  Folder folder;
  const std::string good = folder.write("a.zh.txt", "第七十五届会议。\n");
  const std::string bad = folder.write("a.en.txt", "Seventy-fifth \xC3( session.\n");
  const Outcome outcome = run({"align", good, bad, "--out", folder.path("x.hexapla")});
  CHECK(outcome.exit == Exit::failed);
  CHECK(folder.names().size() == 2);
}

TEST_CASE("two versions in one language are refused", "[cli][error]") {
  const Folder folder;
  check_refused(aligned_letter(folder, "b.zh.txt", "第七十五年。\n", "x.hexapla"),
                Exit::misused, "--languages");
}

TEST_CASE("an output folder that is missing is named", "[cli][error]") {
  const Folder folder;
  check_refused(
      aligned_letter(folder, "a.en.txt", "The seventy-fifth session.\n", "no/x.hexapla"),
      Exit::failed, "no/x.hexapla");
}

TEST_CASE("a batch writes each output, with the dictionary and on two threads", "[cli]") {
  Folder folder;
  folder.write("1.zh", "和平与安全。\n决议草案。\n");
  folder.write("1.en", "Peace and security.\nDraft resolution.\n");
  folder.write("2.zh", "决议。\n");
  folder.write("2.en", "Resolution.\n");
  folder.write("d.u8", "決議 决议 [jue2 yi4] /resolution/\n");
  const auto row = [&](const std::string& name) {
    return folder.path(name + ".zh") + "\t" + folder.path(name + ".en") + "\t" +
           folder.path(name + ".align") + "\n";
  };
  folder.write("list.tsv", row("1") + row("2"));
  const Outcome outcome =
      run({"align", "--segmented", "--batch", folder.path("list.tsv"), "--languages",
           "zh,en", "--dictionary", folder.path("d.u8"), "--threads", "2"});
  CHECK(outcome.exit == Exit::done);
  CHECK_THAT(folder.read("1.align"),
             Catch::StartsWith("[0]:[0]:") && Catch::Contains("\n[1]:[1]:"));
  CHECK_THAT(folder.read("2.align"), Catch::StartsWith("[0]:[0]:"));
}

TEST_CASE("confirmed links stay, and wrong ones are refused", "[cli]") {
  Folder folder;
  const auto words = segmented_words(
      folder, {"en", "One.\nTwo.\nThree.\n"}, {"fr", "Un.\nDeux.\nTrois.\n"},
      {"--anchors", folder.write("anchors", "[0, 1]:[0]\n")});
  CHECK_THAT(run(words).out, Catch::StartsWith("[0, 1]:[0]:1.000000\n"));
  folder.write("anchors", "[0]:[9]\n");
  check_refused(run(words), Exit::failed, "outside the texts");
}

TEST_CASE("a translation needs a line for each segment", "[cli][error]") {
  Folder folder;
  check_refused(run(segmented_words(folder, {"en", "One.\nTwo.\n"}, {"fr", "Un.\nDeux.\n"},
                                    {"--translation", folder.write("a.mt", "Un.\n")})),
                Exit::failed, "has 1 lines for 2 segments");
}

TEST_CASE("align --explain tells what each kind of evidence said", "[cli]") {
  Folder folder;
  auto words = segmented_words(folder, {"zh", "文件A/75/574。\n338名平民伤亡。\n"},
                               {"en", "Document A/75/574.\n338 civilian casualties.\n"},
                               {"--explain"});
  const Outcome table = run(words);
  CHECK_THAT(table.out, Catch::Contains("references") && Catch::Contains("zh-en 1 = 1"));
  words.insert(words.end(), {"--format", "jsonl", "--without", "lengths,marks"});
  const Outcome objects = run(words);
  const auto first = nlohmann::json::parse(objects.out.substr(0, objects.out.find('\n')));
  CHECK(first["source"] == std::vector<int>{0});
  CHECK(first["nats"]["references"] > 0);
  CHECK(first["nats"]["lengths"] == 0);
}

TEST_CASE("align --widest admits wider beads, up to a limit", "[cli]") {
  Folder folder;
  auto words = segmented_words(
      folder, {"en", "They are: Aden.\nBasra.\nCairo.\nDakar.\nEssen.\nFaro.\n"},
      {"fr", "Ce sont : Aden, Basra, Cairo, Dakar, Essen et Faro.\n"}, {"--widest", "6"});
  CHECK_THAT(run(words).out, Catch::StartsWith("[0, 1, 2, 3, 4, 5]:[0]:"));
  words.back() = "4";
  CHECK_THAT(run(words).out, !Catch::Contains("[0, 1, 2, 3, 4, 5]:[0]:"));
  words.back() = "13";
  CHECK(run(words).exit == Exit::misused);
}

TEST_CASE("align --without names the kinds it knows when it doesn't know one",
          "[cli][error]") {
  const Outcome outcome =
      run({"align", "--segmented", "a", "b", "--languages", "zh,en", "--without", "luck"});
  CHECK(outcome.exit == Exit::misused);
  CHECK_THAT(outcome.err, Catch::Contains("'luck'") && Catch::Contains("lengths, words"));
}

}  // namespace hexapla::cli
