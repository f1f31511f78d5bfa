#include "cli/output_file.hpp"
#include "cli/run.hpp"

#include <filesystem>
#include <istream>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli::export_dataset_test {
namespace {

using Json = nlohmann::json;
constexpr std::size_t most_works = 12;

/// Works that have a line in common but for its number, and one of their own each.
std::string corpus_in(const Folder& folder) {
  std::string table = "work\tlanguage\tpath\n";
  for (std::size_t work = 0; work < most_works; ++work) {
    const std::string number = std::to_string(work + 10);
    const std::string letters(1, static_cast<char>('A' + work));
    const std::vector<std::pair<std::string, std::string>> texts{
        {"en", "The Council adopted resolution " + number +
                   ".\nIt thanked the delegation of " + letters + letters + letters +
                   "land warmly.\n"},
        {"fr", "Le Conseil a adopté la résolution " + number +
                   ".\nIl a remercié chaleureusement la délégation de " + letters +
                   letters + letters + "land.\n"},
        {"es", "El Consejo aprobó la resolución " + number +
                   ".\nAgradeció calurosamente a la delegación de " + letters + letters +
                   letters + "land.\n"}};
    for (const auto& [tag, text] : texts) {
      folder.write(number + "." + tag, text);
      table += "W" + number + '\t' + tag + '\t' + folder.path(number + "." + tag) + '\n';
    }
  }
  folder.write("works.tsv", table);
  run({"batch", folder.path("works.tsv"), "--out", folder.path("out")});
  return folder.path("out/corpus.hexapla");
}

std::vector<Json> rows_of(const std::string& file) {
  std::vector<Json> rows;
  if (!std::filesystem::exists(file)) return rows;
  const auto in = open_input(file);
  for (std::string line; std::getline(*in, line);)
    rows.push_back(Json::parse(line));
  return rows;
}

}  // namespace

TEST_CASE("a data set has a configuration a pair and one for all, with where rows are from",
          "[cli]") {
  const Folder folder;
  const std::string corpus = corpus_in(folder);
  const Outcome result =
      run({"export", corpus, "--format", "dataset", "--out", folder.path("set"), "--split",
           "0.2,0.3", "--licence", "CC-BY-4.0"});
  CAPTURE(result.err);
  CHECK(result.exit == Exit::done);
  CHECK(folder.names().size() > 3);
  std::set<std::string> documents;
  for (const std::string configuration : {"en-es", "en-fr", "es-fr", "all"}) {
    CAPTURE(configuration);
    std::set<std::string> texts;
    std::size_t rows = 0;
    for (const std::string part : {"train", "validation", "test"})
      for (const Json& row :
           rows_of(folder.path("set/" + configuration + "/" + part + ".jsonl.zst"))) {
        ++rows;
        CHECK(row.at("licence") == "CC-BY-4.0");
        CHECK(row.at("confidence").is_number());
        documents.insert(row.at("document").get<std::string>());
        // The line that all works share is there once, in one part.
        for (const auto& [tag, text] : row.at("translation").items()) {
          const std::string words = text.get<std::string>();
          const std::size_t digit = words.find_first_of("0123456789");
          CHECK(texts.insert(tag + words.substr(0, digit)).second);
        }
      }
    CHECK(rows == most_works + 1);
  }
  CHECK(documents.size() == most_works);
  const std::string card = folder.read("set/README.md");
  CHECK(card.find("config_name: \"en-fr\"") != std::string::npos);
  CHECK(card.find("path: \"en-fr/train.jsonl.zst\"") != std::string::npos);
  CHECK(card.find("Licence: CC-BY-4.0") != std::string::npos);
  CHECK(card.find("`--split 0.2,0.3`") != std::string::npos);
}

TEST_CASE("a test set of others is kept out of a data set", "[cli]") {
  const Folder folder;
  const std::string corpus = corpus_in(folder);
  folder.write("test.fr", "Le Conseil a adopté la résolution 2456\n");
  const Outcome result =
      run({"export", corpus, "--format", "dataset", "--out", folder.path("set"),
           "--overlap", folder.path("test.fr"), "--languages", "en,fr"});
  CHECK(result.exit == Exit::done);
  std::size_t rows = 0;
  for (const std::string part : {"train", "validation", "test"})
    for (const Json& row : rows_of(folder.path("set/en-fr/" + part + ".jsonl.zst"))) {
      ++rows;
      CHECK(row.at("translation").at("fr").get<std::string>().find("résolution") ==
            std::string::npos);
    }
  CHECK(rows == most_works);
  CHECK(folder.read("set/README.md").find("`test.fr`") != std::string::npos);
}

}  // namespace hexapla::cli::export_dataset_test
