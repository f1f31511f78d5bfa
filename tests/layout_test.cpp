#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

const fs::path root = SOURCE_ROOT;

// The arrows of core/README.md. A room missing here fails the test.
const std::map<std::string, Rooms> may_include{
    {"text", {}},
    {"format", {"text"}},
    {"document", {"text", "format"}},
    {"segment", {"text", "format", "document"}},
    {"align", {"text", "format", "document", "segment"}},
    {"exchange", {"text", "format", "search", "term"}},
    {"term", {"text", "format"}},
    {"extract", {"text", "align", "term"}},
    {"check", {"text", "align", "term"}},
    {"search", {"text", "term"}},
    {"corpus",
     {"text", "document", "segment", "align", "exchange", "term", "check", "search"}},
    {"stats", {"text", "align"}},
    {"report", {"text", "format", "align", "stats", "term", "check"}},
    // The workbench knows every room but report/: it decides, nothing is shown there.
    {"workbench",
     {"text", "format", "document", "segment", "align", "exchange", "term", "extract",
      "check", "corpus"}},
    {"collection", {"text", "format", "document", "align"}},
    // What other programs include is in one header.
    {"package",
     {"text", "document", "segment", "align", "exchange", "term", "workbench",
      "collection"}},
};

// Arrows between the folders of a room. A folder may include the room's own headers, and a
// room's own files its folders; what else a folder may include is said here.
const std::map<std::string, Rooms> folder_may_include{
    {"align/borders", {"align/evidence", "align/lexicon"}},
    {"align/documents", {"align/evidence"}},
    {"align/judgement", {"align/lexicon"}},
    {"align/lists", {"align/evidence", "align/lexicon", "align/search"}},
    {"align/evidence", {"align/lexicon"}},
    {"align/search", {"align/borders", "align/evidence", "align/input", "align/lexicon"}},
    {"align/words", {"align/lexicon"}},
    {"check/rules/terms", {"check/rules"}},
    {"corpus/index", {"corpus/database", "corpus/tables"}},
    {"corpus/tables", {"corpus/database", "corpus/index"}},
    {"document/docx", {"document/markup"}},
    {"document/html", {"document/markup", "document/encoding"}},
    {"document/subtitles", {"document/markup", "document/encoding"}},
    {"term/multiterm", {"term/table", "term/tbx"}},
    {"document/pdf", {"document/markup", "document/pdf/columns", "document/table"}},
    {"document/pdf/columns", {"document/pdf"}},
    {"text/date", {"text/lookup", "text/number"}},
    {"text/number", {"text/lookup"}},
};

// Headers that belong to one place only; what is not named here may stand anywhere.
const std::map<std::string, Rooms> only_in{
    {"<iostream>", {}},
    {"<fstream>", {}},
    {"<filesystem>", {"corpus"}},
    {"<sqlite3.h>", {"corpus", "exchange"}},
    {"<libstemmer.h>", {"text"}},
    {"<chrono>", {}},
    {"<random>", {}},
    {"<ctime>", {}},
};

template <class Visit>
void for_each_include(const fs::path& file, Visit visit) {
  std::ifstream in(file);
  for (std::string word; in >> word;)
    if (word == "#include" && in >> word) visit(word);
}

template <class Visit>
void for_each_source(const fs::path& folder, Visit visit) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".hpp" || extension == ".cpp") visit(entry.path());
  }
}

}  // namespace

TEST_CASE("every include in core/ follows the arrows", "[layout]") {
  for_each_source(root / "core", [](const fs::path& file) {
    const std::string room = file.lexically_relative(root / "core").begin()->string();
    for_each_include(file, [&](const std::string& header) {
      CAPTURE(file.string(), header);
      if (const auto rule = only_in.find(header); rule != only_in.end())
        CHECK(rule->second.contains(room));
      if (header.starts_with("<unicode/"))
        CHECK((room == "text" || file.extension() == ".cpp"));
      const std::size_t slash = header.find('/');
      if (header.front() != '"' || slash == std::string::npos) return;
      const std::string other = header.substr(1, slash - 1);
      CHECK((other == room || may_include.at(room).contains(other)));
    });
  });
}

TEST_CASE("the folders of a room follow the arrows between them", "[layout]") {
  for_each_source(root / "core", [](const fs::path& file) {
    const fs::path inside = file.lexically_relative(root / "core");
    const std::string room = inside.begin()->string();
    const std::string folder = inside.parent_path().generic_string();
    if (folder == room) return;
    for_each_include(file, [&](const std::string& header) {
      if (!header.starts_with('"' + room + '/')) return;
      const std::string other =
          fs::path(header.substr(1, header.size() - 2)).parent_path().generic_string();
      CAPTURE(file.string(), header);
      const auto allowed = folder_may_include.find(folder);
      CHECK((other == folder || other == room ||
             (allowed != folder_may_include.end() && allowed->second.contains(other))));
    });
  });
}

TEST_CASE("no folder of core or cli holds more than forty files of its own", "[layout]") {
  for (const std::string top : {"core", "cli"}) {
    std::map<std::string, int> files;
    for (const auto& entry : fs::recursive_directory_iterator(root / top))
      if (entry.is_regular_file()) ++files[entry.path().parent_path().string()];
    for (const auto& [folder, count] : files) {
      constexpr int most = 40;
      CAPTURE(folder);
      CHECK(count <= most);
    }
  }
}

TEST_CASE("no two headers define a type of the same name", "[layout]") {
  // All rooms share one namespace; the linker merges like-named functions without a word.
  const std::regex definition(
      "(?:enum )?(?:class|struct) ([A-Za-z]\\w*)(?: final)?(?: :.*)? \\{.*");
  std::map<std::string, std::string> places;
  for_each_source(root / "core", [&](const fs::path& file) {
    if (file.extension() != ".hpp") return;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      std::smatch match;
      if (!std::regex_match(line, match, definition)) continue;
      const auto [place, is_new] = places.emplace(match[1], file.string());
      CAPTURE(match[1].str(), place->second, file.string());
      CHECK(is_new);
    }
  });
  CHECK(places.contains("Finding"));
}

TEST_CASE("no program file is longer than 400 lines", "[layout]") {
  for (const std::string folder : {"core", "cli", "tests"}) {
    for_each_source(root / folder, [](const fs::path& file) {
      constexpr int longest = 400;
      std::ifstream in(file);
      int lines = 0;
      for (std::string line; std::getline(in, line);)
        ++lines;
      CAPTURE(file.string());
      CHECK(lines <= longest);
    });
  }
}

TEST_CASE("the top level holds the agreed folders and no other", "[layout]") {
  const std::set<std::string> agreed{"core", "cli", "corpora", "tests", "tools", "build"};
  for (const auto& entry : fs::directory_iterator(root)) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    if (entry.is_directory() && !name.starts_with('.')) CHECK(agreed.contains(name));
  }
}
