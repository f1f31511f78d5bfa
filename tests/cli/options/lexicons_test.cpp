#include "align/lexicon/tokens.hpp"
#include "cli/run.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli::lexicons_test {
namespace {

/// Three sentences on one side, two on the other; what the third says is left out.
struct Unequal {
  explicit Unequal(const Folder& folder)
      : source(folder.write("a.en",
                            "Decides to remain seized\nCalls upon all States\n"
                            "Expresses its deep concern\n")),
        target(folder.write("a.fr",
                            "Exprime sa vive préoccupation\n"
                            "Demande à tous les États\n")) {}

  std::string source;
  std::string target;
};

/// A lexicon by which the first sentences belong together, which no text would teach.
std::string odd_lexicon(const std::string& source, const std::string& target) {
  std::string text = "hexapla-lexicon-1\tkeys-" + std::to_string(token_keys_version) +
                     "\t" + source + "\t" + target + "\n";
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"decid", "expri"}, {"remai", "vive"},  {"seize", "préoc"},
      {"calls", "deman"}, {"state", "états"}, {"upon", "tous"}};
  for (const auto& [english, french] : pairs)
    text +=
        (source == "en" ? english + "\t" + french : french + "\t" + english) + "\t95\t95\n";
  return text;
}

std::vector<std::string> segmented(const Unequal& texts) {
  return {"align", "--segmented", texts.source, texts.target, "--languages", "en,fr"};
}

std::vector<std::string> with(std::vector<std::string> words,
                              const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace

TEST_CASE("a lexicon changes what is aligned, whichever language its file names first",
          "[cli]") {
  Folder folder;
  const Unequal texts(folder);
  const auto names =
      GENERATE(values<std::pair<std::string, std::string>>({{"en", "fr"}, {"fr", "en"}}));
  const std::string file = folder.write(names.first + "-" + names.second + ".lexicon",
                                        odd_lexicon(names.first, names.second));
  const std::string by_file = run(with(segmented(texts), {"--lexicon", file})).out;
  CHECK_THAT(by_file, Catch::StartsWith("[0]:[0]:"));
  CHECK(run(with(segmented(texts), {"--lexicon", folder.path("")})).out == by_file);
  CHECK_THAT(run(with(segmented(texts), {"--lexicon", "none"})).out,
             !Catch::StartsWith("[0]:[0]:"));
}

TEST_CASE("a lexicon of other languages, and a folder without any, are named",
          "[cli][error]") {
  Folder folder;
  const Unequal texts(folder);
  const std::string file = folder.write("x.lexicon", odd_lexicon("en", "es"));
  const Outcome other = run(with(segmented(texts), {"--lexicon", file}));
  CHECK(other.exit == Exit::failed);
  CHECK_THAT(other.err, Catch::Contains("x.lexicon: pairs words of en and es"));
  check_refused(run(with(segmented(texts), {"--lexicon", folder.path("")})), Exit::misused,
                "knows no pair");
}

TEST_CASE("what a batch taught is kept for other texts", "[cli]") {
  Folder folder;
  const Unequal texts(folder);
  folder.write("list.tsv", texts.source + "\t" + texts.source + "\t" +
                               folder.path("1.align") + "\n" + texts.target + "\t" +
                               texts.target + "\t" + folder.path("2.align") + "\n");
  const auto save = [&](const std::string& name) {
    return run({"align", "--segmented", "--batch", folder.path("list.tsv"), "--languages",
                "en,fr", "--save-lexicon", folder.path(name)})
        .exit;
  };
  REQUIRE(save("1.lexicon") == Exit::done);
  REQUIRE(save("2.lexicon") == Exit::done);
  CHECK_THAT(folder.read("1.lexicon"), Catch::StartsWith("hexapla-lexicon-1\tkeys-") &&
                                           Catch::Contains("\ten\tfr\n"));
  CHECK(folder.read("1.lexicon") == folder.read("2.lexicon"));
  CHECK(run(with(segmented(texts), {"--lexicon", folder.path("1.lexicon")})).exit ==
        Exit::done);
}

TEST_CASE("whole documents take a lexicon for each pair, and a dictionary if they are two",
          "[cli]") {
  Folder folder;
  const std::string zh =
      folder.write("a.zh.txt", "第七十五届会议\n\n和平与安全。决议草案。\n");
  const std::string en = folder.write(
      "a.en.txt", "Seventy-fifth session\n\nPeace and security. Draft resolution.\n");
  const std::string fr = folder.write(
      "a.fr.txt",
      "Soixante-quinzième session\n\nPaix et sécurité. Projet de résolution.\n");
  const std::string out = folder.path("a.hexapla");
  const std::string dictionary = folder.write("d.tsv", "resolution\t决议\n");
  CHECK(
      run({"align", zh, en, fr, "--out", out, "--lexicon", in_project("corpora/lexicons")})
          .exit == Exit::done);
  CHECK(run({"align", en, zh, "--out", out, "--dictionary", dictionary}).exit ==
        Exit::done);
  check_refused(run({"align", zh, en, fr, "--out", out, "--dictionary", dictionary}),
                Exit::misused, "--dictionary is for two languages");
}

TEST_CASE("a dictionary's columns are in the order of the files, whatever the pivot",
          "[cli]") {
  Folder folder;
  const std::string zh = folder.write("a.zh.txt", "和平与安全。\n");
  const std::string en = folder.write("a.en.txt", "Peace and security.\n");
  const std::string broken = folder.write("d.u8", "resolution\n");
  check_refused(
      run({"align", en, zh, "--out", folder.path("a.hexapla"), "--dictionary", broken}),
      Exit::failed, "d.u8:1");
}

TEST_CASE("several dictionaries are one, and a broken line of any is named", "[cli]") {
  Folder folder;
  const std::string zh = folder.write("a.zh", "和平与安全\n决议草案\n");
  const std::string en = folder.write("a.en", "Peace and security\nDraft resolution\n");
  const std::string list = folder.write("en-zh.tsv", "peace\t和平\n");
  const std::string extract =
      folder.write("wiktionary-en.jsonl",
                   "{\"word\":\"draft\",\"lang_code\":\"en\",\"translations\":"
                   "[{\"code\":\"cmn\",\"word\":\"草案\"}]}\n");
  const std::string broken = folder.write("zh.jsonl", "# kaikki\n{\"word\":\n");
  const auto aligned = [&](std::vector<std::string> dictionaries) {
    std::vector<std::string> words{"align", "--segmented", zh, en, "--languages", "zh,en"};
    for (std::string& dictionary : dictionaries) {
      words.emplace_back("--dictionary");
      words.push_back(std::move(dictionary));
    }
    return run(words);
  };
  CHECK(aligned({list, extract}).exit == Exit::done);
  const Outcome outcome = aligned({list, broken});
  CHECK(outcome.exit == Exit::failed);
  CHECK_THAT(outcome.err, Catch::Contains("zh.jsonl:2"));
}

TEST_CASE("a corpus teaches what its sentences have in common", "[cli]") {
  Folder folder;
  const std::string corpus = folder.path("letter.hexapla");
  REQUIRE(run({"align", in_project("corpora/letter/letter.zh.txt"),
               in_project("corpora/letter/letter.en.txt"), "--out", corpus})
              .exit == Exit::done);
  const std::string en =
      folder.write("a.en", "Mr. President,\nAzerbaijan shelled the city.\n");
  const std::string zh = folder.write("a.zh", "主席先生，\n阿塞拜疆炮击该市。\n");
  const std::vector<std::string> words{"align", "--segmented", en,
                                       zh,      "--languages", "en,zh"};
  const Outcome taught = run(with(words, {"--corpus", corpus}));
  REQUIRE(taught.exit == Exit::done);
  CHECK(taught.out != run(words).out);
  check_refused(
      run({"align", "--segmented", en, zh, "--languages", "en,ru", "--corpus", corpus}),
      Exit::misused, "knows no pair");
}

TEST_CASE("options that would do nothing are refused", "[cli][error]") {
  Folder folder;
  const std::string zh = folder.write("a.zh.txt", "和平与安全。\n");
  const std::string en = folder.write("a.en.txt", "Peace and security.\n");
  const auto option =
      GENERATE(as<std::string>(), "--batch", "--translation", "--save-lexicon");
  const Outcome outcome =
      run({"align", zh, en, "--out", folder.path("x.hexapla"), option, folder.path("y")});
  CHECK(outcome.exit == Exit::misused);
  CHECK_THAT(outcome.err, Catch::Contains(option + " is for segmented text"));
}

}  // namespace hexapla::cli::lexicons_test
