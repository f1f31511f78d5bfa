#include "cli/run.hpp"
#include "zip.hpp"

#include <catch2/catch.hpp>

namespace hexapla::cli::zip_input_test {
namespace {

const std::string alignment =
    "<?xml version=\"1.0\"?><cesAlign version=\"1.0\"><linkGrp targType=\"s\" "
    "fromDoc=\"en/60/A_RES_60_1.xml.gz\" toDoc=\"fr/60/A_RES_60_1.xml.gz\">"
    "<link certainty=\".9\" xtargets=\"1;1\" id=\"SL1\"/></linkGrp></cesAlign>";

std::string document(const std::string& sentence) {
  return "<?xml version=\"1.0\"?><text><p><s id=\"1\">" + sentence + "</s></p></text>";
}

}  // namespace

TEST_CASE("a Moses archive of OPUS is read as it is", "[cli]") {
  const Folder folder;
  const std::string zip = folder.write(
      "en-fr.txt.zip",
      zip_of({{"README", "r"},
              {"LICENSE", "l"},
              {"UNPC.en-fr.fr", "Le Conseil\nLe veto\n"},
              {"UNPC.en-fr.en", "The Council\nThe veto\n"},
              {"UNPC.en-fr.ids", "en/a.xml\tfr/a.xml\t1\t1\nen/a.xml\tfr/a.xml\t2\t2\n"},
              {"UNPC.en-fr.xml", alignment}}));
  check_done(run({"convert", zip, folder.path("a.tsv")}));
  CHECK(folder.read("a.tsv") ==
        "unit\tconfidence\ten\tfr\n\t1.000000\tThe Council\tLe Conseil\n"
        "\t1.000000\tThe veto\tLe veto\n");
  check_done(run({"import", zip, "--into", folder.path("a.hexapla")}));
}

TEST_CASE("documents of an alignment are found in the archives of their languages",
          "[cli]") {
  const Folder folder;
  const std::string links = folder.write("en-fr.xml", alignment);
  folder.write("UN_v1_xml_en.zip",
               zip_of({{"UN/xml/en/60/A_RES_60_1.xml", document("The Council")},
                       {"UN/xml/en/60/A_RES_60_2.xml", document("no")}}));
  folder.write("UN_v1_xml_fr.zip",
               zip_of({{"UN/xml/fr/60/A_RES_60_2.xml", document("non")},
                       {"UN/xml/fr/60/A_RES_60_1.xml", document("Le Conseil")}}));
  check_done(run({"convert", links, folder.path("a.tsv")}));
  CHECK_THAT(folder.read("a.tsv"),
             Catch::Contains("SL1\t0.900000\tThe Council\tLe Conseil"));
}

TEST_CASE("an alignment and its documents in one archive are read", "[cli]") {
  const Folder folder;
  const std::string zip = folder.write(
      "un.zip", zip_of({{"un/xml/en/60/A_RES_60_1.xml", document("The Council")},
                        {"un/xml/fr/60/A_RES_60_1.xml", document("Le Conseil")},
                        {"un/en-fr.xml", alignment}}));
  check_done(run({"convert", zip, folder.path("a.tsv")}));
  CHECK_THAT(folder.read("a.tsv"), Catch::Contains("The Council\tLe Conseil"));
}

TEST_CASE("an archive of one memory is that memory, of several it is refused", "[cli]") {
  const Folder folder;
  const std::string rows = "en\tfr\nThe Council\tLe Conseil\n";
  check_done(run({"convert", folder.write("a.zip", zip_of({{"un/a.tsv", rows}})),
                  folder.path("a.jsonl")}));
  CHECK_THAT(folder.read("a.jsonl"), Catch::Contains("Le Conseil"));
  check_refused(
      run({"convert", folder.write("b.zip", zip_of({{"a.tsv", rows}, {"b.tsv", rows}})),
           folder.path("b.jsonl")}),
      Exit::misused, "several files: a.tsv, b.tsv; unpack it");
  check_refused(run({"convert", folder.write("c.zip", zip_of({{"a.png", "?"}})),
                     folder.path("c.jsonl")}),
                Exit::misused, "no file that can be read: a.png");
}

TEST_CASE("what a file is shows by its first bytes where its name says nothing", "[cli]") {
  const Folder folder;
  const std::string wordfast =
      folder.write("un.txt",
                   "%20100801~111517\t%U\t%TU=1\t%EN-US\t%Wordfast TM v.546/00\t%FR-FR\t%\n"
                   "20100727~145333\tA\t2\tEN-US\tThe Council\tFR-FR\tLe Conseil\n");
  check_done(run({"convert", wordfast, folder.path("trados.txt"), "--to", "trados"}));
  check_done(run({"convert", folder.path("trados.txt"), folder.path("un.utx")}));
  check_done(run({"convert", folder.path("un.utx"), folder.path("multiterm.xml"), "--to",
                  "multiterm"}));
  check_done(run({"convert", folder.path("multiterm.xml"), folder.path("un.tbx")}));
  check_done(run({"convert", folder.path("un.tbx"), folder.path("un.tsv")}));
  CHECK(folder.read("un.tsv") ==
        "unit\tconfidence\ten-US\tfr-FR\n1\t1.000000\tThe Council\tLe Conseil\n");
  check_refused(
      run({"convert", folder.write("b.txt", "A/RES/60/1\n"), folder.path("b.tmx")}),
      Exit::misused, "nor its first lines tell a format");
}

}  // namespace hexapla::cli::zip_input_test
