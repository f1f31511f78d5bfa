#include "cli/run.hpp"
#include "files.hpp"
#include "folder.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla::cli::spared_inputs_test {
namespace {

struct Made {
  Folder folder;
  std::string english =
      folder.write("a.en.txt", project_file("corpora/letter/letter.en.txt"));
  std::string french =
      folder.write("a.fr.txt", project_file("corpora/letter/letter.fr.txt"));
  std::string terms = folder.write(
      "terms.csv", project_file("corpora/termbases/un-core.csv").substr(0, 2000));
  std::string corpus = folder.path("a.hexapla");

  Made() { REQUIRE(run({"align", english, french, "--out", corpus}).exit == Exit::done); }
};

using Words = std::vector<std::string>;

Words lines_of(const std::string& text) {
  Words lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  return lines;
}

/// {"align"}, {"corpus", "merge"}: all that takes options.
std::vector<Words> all_verbs() {
  std::vector<Words> verbs;
  for (const Command* command : commands) {
    const std::string name(command->name);
    const Words known = lines_of(run({name, "--list-options"}).out);
    const bool is_group = !known.empty() && !known.front().starts_with("--");
    if (!is_group) verbs.push_back({name});
    for (const std::string& verb : is_group ? known : Words())
      verbs.push_back({name, verb});
  }
  return verbs;
}

/// What an option, or a word, of a verb names: "--termbase" "read", "LAST" "written".
using Uses = std::map<std::string, std::string>;

Uses uses_of(Words verb) {
  verb.emplace_back("--list-files");
  const Outcome listed = run(verb);
  CAPTURE(verb, listed.err);
  REQUIRE(listed.exit == Exit::done);
  Uses uses;
  for (const std::string& line : lines_of(listed.out)) {
    const std::size_t tab = line.find('\t');
    uses[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return uses;
}

/// The command in which `output` and `input` name these files, and other words of its name
/// nothing that is there.
Words command_with(Words verb, const Uses& uses,
                   const std::map<std::string, std::string>& files) {
  for (const auto& [name, file] : files) {
    if (!name.starts_with("--")) continue;
    verb.push_back(name);
    verb.push_back(file);
    if (name == "--embeddings") verb.push_back(file);
  }
  const bool has_words =
      files.contains("FIRST") || files.contains("OTHERS") || files.contains("LAST");
  for (const std::string place : {"FIRST", "OTHERS", "LAST"}) {
    const auto file = files.find(place);
    if (file != files.end()) {
      verb.push_back(file->second);
    } else if (has_words && (place != "OTHERS" || uses.contains(place))) {
      verb.push_back("not-there-" + place);
    }
  }
  return verb;
}

bool is_output(const std::string& use) {
  return use != "read" && use != "read-corpus";
}

/// Calls `look` with each verb and each pair of an output and another file of it.
template <class Look>
std::size_t each_pair(Look look) {
  std::size_t pairs = 0;
  std::vector<Words> verbs = all_verbs();
  verbs.push_back({"align", "--segmented"});
  for (const Words& verb : verbs) {
    Words asked = verb;
    if (asked.back() == "--segmented") asked.pop_back();
    const Uses uses = uses_of(asked);
    for (const auto& [output, output_use] : uses)
      for (const auto& [input, input_use] : uses) {
        if (output == input || !is_output(output_use)) continue;
        // What a corpus has taught may go into it.
        if (output_use == "changed-corpus" && input_use == "read-corpus") continue;
        ++pairs;
        look(verb, uses, output, input);
      }
  }
  return pairs;
}

}  // namespace

TEST_CASE("no output of any verb may be any of its inputs, however it is named",
          "[cli][error]") {
  const Folder folder;
  const std::string kept = "What somebody wrote.\n";
  const std::string file = folder.write("input", kept);
  const std::string hard = folder.path("hard");
  const std::string soft = folder.path("soft");
  std::filesystem::create_hard_link(file, hard);
  std::filesystem::create_symlink(file, soft);
  const std::size_t pairs =
      each_pair([&](const Words& verb, const Uses& uses, const std::string& output,
                    const std::string& input) {
        for (const std::string& spelling : {file, folder.path("./input"), hard, soft}) {
          const Words words = command_with(verb, uses, {{output, spelling}, {input, file}});
          const Outcome ran = run(words);
          CAPTURE(words, ran.err);
          CHECK(ran.exit == Exit::failed);
          CHECK_THAT(ran.err, Catch::Contains("name another file"));
          CHECK(folder.read(file) == kept);
        }
      });
  CHECK(pairs > 50);
}

TEST_CASE("no output that is not there yet may be an input", "[cli][error]") {
  const Folder folder;
  each_pair([&](const Words& verb, const Uses& uses, const std::string& output,
                const std::string& input) {
    const Words words = command_with(
        verb, uses, {{output, folder.path("new")}, {input, folder.path("./new")}});
    const Outcome ran = run(words);
    CAPTURE(words, ran.err);
    CHECK(ran.exit == Exit::failed);
    CHECK_THAT(ran.err, Catch::Contains("name another file"));
    CHECK(folder.names().empty());
  });
}

TEST_CASE("each option that help calls a file is told as one", "[cli]") {
  const std::regex file_option(
      "--([a-z-]+) "
      "(FILE|FOLDER|PATH|DIR|TERMBASE|LIST\\.tsv|FILE\\.html|(X|NEW|OUT)\\.hexapla)\\b");
  std::map<std::string, std::set<std::string>> told;
  for (const Words& verb : all_verbs())
    for (const auto& [name, use] : uses_of(verb))
      told[verb.front()].insert(name);
  for (const Command* command : commands) {
    const std::string help(command->help);
    for (std::sregex_iterator found(help.begin(), help.end(), file_option), end;
         found != end; ++found) {
      const std::string option = "--" + (*found)[1].str();
      if (option == "--segmented")
        continue;  // a flag: the words after it are the command's
      CAPTURE(command->name, option);
      CHECK(told[std::string(command->name)].contains(option));
    }
  }
}

TEST_CASE("no row of a list writes what another reads", "[cli][error]") {
  const Folder folder;
  const std::string english = folder.write("a.en", "War.\n");
  const std::string french = folder.write("a.fr", "Guerre.\n");
  const std::string list = folder.path("list.tsv");
  const std::string name = GENERATE(values<std::string>({"a.en", "a.fr", "list.tsv"}));
  const std::string output = folder.path(name);
  CAPTURE(output);
  folder.write("list.tsv", english + '\t' + french + '\t' + folder.path("a.links") + '\n' +
                               english + '\t' + french + '\t' + output + '\n');
  const std::string before = folder.read(output);
  const Outcome ran =
      run({"align", "--segmented", "--batch", list, "--languages", "en,fr"});
  CHECK(ran.exit == Exit::failed);
  CHECK_THAT(ran.err, Catch::Contains(output) && Catch::Contains("name another file"));
  CHECK(folder.read(output) == before);
  CHECK_FALSE(std::filesystem::exists(folder.path("a.links")));
}

TEST_CASE("a table of works is not written over with what went wrong in it",
          "[cli][error]") {
  const Folder folder;
  const std::string english = folder.write("a.en.txt", "War.\n");
  std::filesystem::create_directory(folder.path("out"));
  const std::string table =
      folder.write("out/problems.tsv", "work\tlanguage\tpath\nA/1\ten\t" + english + "\n");
  const std::string before = folder.read(table);
  CHECK(run({"batch", table, "--out", folder.path("out")}).exit == Exit::failed);
  CHECK(folder.read(table) == before);
}

TEST_CASE("no verb writes over a file that it reads", "[cli][error]") {
  const Made made;
  const Words words = GENERATE_REF(
      Words{"export", made.corpus, "--format", "tmx", "--out", made.corpus},
      Words{"report", made.corpus, "--out", made.corpus},
      Words{"stats", made.corpus, "--out", made.corpus},
      Words{"corpus", "rebuild", made.corpus, "--out", made.corpus},
      Words{"align", made.english, made.french, "--out", made.english},
      Words{"align", made.english, made.french, "--out", made.folder.path("./a.fr.txt")});
  CAPTURE(words);
  const std::string english = made.folder.read(made.english);
  const std::string french = made.folder.read(made.french);
  const std::string corpus = made.folder.read(made.corpus);
  const Outcome ran = run(words);
  CHECK(ran.exit != Exit::done);
  CHECK(made.folder.read(made.english) == english);
  CHECK(made.folder.read(made.french) == french);
  CHECK(made.folder.read(made.corpus) == corpus);
}

TEST_CASE("an output under another name of an input is refused, too", "[cli][error]") {
  const Made made;
  const std::string link = made.folder.path("link.tmx");
  std::filesystem::create_hard_link(made.corpus, link);
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", link}).exit ==
        Exit::failed);
}

TEST_CASE("a file of another kind is replaced with --force only", "[cli][error]") {
  const Made made;
  const std::string notes = made.folder.write("README.md", "My notes on the letter.\n");
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", notes}).exit ==
        Exit::failed);
  CHECK(made.folder.read(notes) == "My notes on the letter.\n");
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", notes, "--force"}).exit ==
        Exit::done);
  CHECK(made.folder.read(notes).starts_with("<?xml"));
}

TEST_CASE("a text is not written over a termbase, a source or notes of its own format",
          "[cli][error]") {
  const Made made;
  const std::string notes = made.folder.write("README.md", "My notes on the letter.\n");
  const std::string tbx = made.folder.write(
      "un.tbx", project_file("corpora/termbases/un-core.tbx").substr(0, 5000));
  const Words words =
      GENERATE_REF(Words{"stats", made.corpus, "--out", notes},
                   Words{"export", made.corpus, "--format", "csv", "--out", made.terms},
                   Words{"export", made.corpus, "--format", "tmx", "--out", tbx},
                   Words{"export", made.corpus, "--format", "tsv", "--out", made.english});
  CAPTURE(words);
  const std::string before = made.folder.read(words.back());
  CHECK(run(words).exit == Exit::failed);
  CHECK(made.folder.read(words.back()) == before);
}

TEST_CASE("the same output can be written again", "[cli]") {
  const Made made;
  const std::string out = made.folder.path("a.tmx");
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", out}).exit == Exit::done);
  CHECK(run({"export", made.corpus, "--format", "tmx", "--out", out}).exit == Exit::done);
  CHECK(run({"align", made.english, made.french, "--out", made.corpus}).exit == Exit::done);
}

}  // namespace hexapla::cli::spared_inputs_test
