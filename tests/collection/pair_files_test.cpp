#include "collection/pair_files.hpp"

#include "collection/describe_file.hpp"
#include "document/read_text.hpp"
#include "text/sha256.hpp"

#include <map>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

const std::string english =
    "The General Assembly met on 3 March 2019 in Geneva and adopted resolution 73/3. It "
    "recalled that 1,774 members of UNAMID and 452 of MINUSMA had been paid, and asked "
    "for $12.5 million more for the years 2019 and 2020.\n";
const std::string french =
    "L'Assemblée générale s'est réunie le 3 mars 2019 à Genève et a adopté la résolution "
    "73/3. Elle a rappelé que 1 774 membres de la UNAMID et 452 de la MINUSMA avaient été "
    "payés, et a demandé 12,5 millions de dollars de plus pour les années 2019 et 2020.\n";
const std::string spanish =
    "La Asamblea General se reunió el 3 de marzo de 2019 en Ginebra y aprobó la resolución "
    "73/3. Recordó que se había pagado a 1.774 miembros de la UNAMID y a 452 de la "
    "MINUSMA, "
    "y pidió 12,5 millones de dólares más para los años 2019 y 2020.\n";
const std::string other_english =
    "The Council heard on 17 May 1998 a briefing on the Lagos Protocol, under which 88 "
    "stations and 6,200 sensors measure ozone over the ECOWAS region until 2031.\n";
const std::string other_french =
    "Le Conseil a entendu le 17 mai 1998 un exposé sur le Protocole de Lagos, au titre "
    "duquel 88 stations et 6 200 capteurs mesurent l'ozone dans la région de la ECOWAS "
    "jusqu'en 2031.\n";

std::string with_symbol(const std::string& symbol, const std::string& text) {
  return "United Nations\n\n" + symbol + "\n\nDistr.: General\n\n" + text;
}

using Texts = std::vector<std::pair<std::string, std::string>>;

/// By path.
std::map<std::string, PairedFile> paired(const Texts& texts) {
  std::vector<CollectedFile> files;
  for (const auto& [path, text] : texts) {
    Document document = read_text(text, path, languages::en);
    document.sha = sha256_of(text);
    files.push_back(
        describe_file(path, read_file_name(path), std::move(document), ContentPrinter()));
  }
  std::map<std::string, PairedFile> by_path;
  for (PairedFile& file : pair_files(std::move(files)))
    by_path.emplace(file.path, file);
  return by_path;
}

}  // namespace

TEST_CASE("files are paired by the symbol on page one, whatever they are called",
          "[collection]") {
  const auto files = paired({{"N2034567.txt", with_symbol("A/75/574", english)},
                             {"N2034570.txt", with_symbol("A/75/574", french)},
                             {"N2034580.txt", with_symbol("A/75/575", other_english)},
                             {"N2034581.txt", with_symbol("A/75/575", other_french)}});
  for (const auto& [path, file] : files) {
    CAPTURE(path, file.problem);
    CHECK(file.how == "symbol");
    CHECK(file.problem.empty());
  }
  CHECK(files.at("N2034570.txt").work == "A/75/574");
  CHECK(files.at("N2034570.txt").language == "fr");
  CHECK(files.at("N2034581.txt").work == "A/75/575");
}

TEST_CASE("files without a symbol are paired by their names, others join them by content",
          "[collection]") {
  const auto files = paired({{"report-en.txt", english},
                             {"report-fr.txt", french},
                             {"scan0001.txt", spanish},
                             {"b/en.txt", other_english},
                             {"b/fr.txt", other_french}});
  CHECK(files.at("report-en.txt").work == "report");
  CHECK(files.at("report-fr.txt").how == "name");
  CHECK(files.at("scan0001.txt").work == "report");
  CHECK(files.at("scan0001.txt").how == "content");
  CHECK(files.at("scan0001.txt").problem.empty());
  CHECK(files.at("b/fr.txt").work == files.at("b/en.txt").work);
}

TEST_CASE("a text in another language than its name says is told", "[collection][error]") {
  const auto files = paired({{"report-en.txt", english}, {"report-es.txt", french}});
  CHECK(files.at("report-es.txt").problem.starts_with("wrong language: the name says es"));
  CHECK(files.at("report-es.txt").language == "fr");
  CHECK(files.at("report-en.txt").problem.starts_with("alone"));
}

TEST_CASE("copies are told from what they are copies of", "[collection][error]") {
  const auto files = paired({{"report-en.txt", english},
                             {"report-fr.txt", french},
                             {"old/report-fr.txt", french},
                             {"new/report-en.txt", "  " + english + "\n\n"}});
  CHECK(files.at("report-en.txt").problem.empty());
  CHECK(files.at("report-fr.txt").problem.empty());
  CHECK(files.at("new/report-en.txt").problem ==
        "duplicate: the same text as report-en.txt");
  CHECK(files.at("old/report-fr.txt").problem ==
        "duplicate: the same file as report-fr.txt");
}

TEST_CASE("two versions in one language are both told and neither is taken",
          "[collection][error]") {
  const auto files = paired({{"a/A_75_574-EN.txt", english},
                             {"a/A_75_574-FR.txt", french},
                             {"b/A_75_574-EN.txt", english + "It adjourned.\n"}});
  CHECK(files.at("a/A_75_574-EN.txt").problem.starts_with("two candidates"));
  CHECK(files.at("b/A_75_574-EN.txt").problem.starts_with("two candidates"));
}

TEST_CASE("a page that names another symbol than the file is told", "[collection][error]") {
  const auto files = paired({{"A_75_574-EN.txt", with_symbol("A/75/574", english)},
                             {"A_75_574-FR.txt", with_symbol("A/75/575", french)}});
  CHECK(files.at("A_75_574-FR.txt").problem.starts_with("symbol against name"));
}

TEST_CASE("a text of something else is not taken for a version", "[collection][error]") {
  const auto files = paired({{"a-en.txt", english},
                             {"a-fr.txt", other_french},
                             {"a-es.txt", spanish},
                             {"b-en.txt", other_english}});
  const std::string problem = files.at("a-fr.txt").problem;
  CAPTURE(problem);
  CHECK(
      (problem.starts_with("not parallel") || problem.starts_with("content against name")));
  CHECK(files.at("a-en.txt").problem.empty());
}

TEST_CASE("what no lexicon knows is not judged by its words", "[collection][edge]") {
  const auto files = paired(
      {{"a-en.txt", english},
       {"a-fr.txt", french},
       {"a-ru.txt",
        "Совет Безопасности заслушал брифинг о положении в регионе и постановил продолжать "
        "заниматься этим вопросом.\n"}});
  CHECK(files.at("a-ru.txt").problem.empty());
}

TEST_CASE("a letter at the end of a title is no language", "[collection][edge]") {
  const auto files = paired({{"annex_A.txt", english},
                             {"annex_B.txt", other_english},
                             {"x/annex_A.txt", french}});
  CHECK(files.at("annex_A.txt").problem.find("wrong language") == std::string::npos);
}

TEST_CASE("the order in which files are found changes nothing", "[collection][property]") {
  const Texts texts{{"report-en.txt", english},
                    {"scan0001.txt", spanish},
                    {"report-fr.txt", french},
                    {"b/en.txt", other_english},
                    {"b/fr.txt", other_french}};
  CHECK(paired(texts) == paired({texts.rbegin(), texts.rend()}));
}

}  // namespace hexapla
