#include "cli/run.hpp"
#include "corpus/store.hpp"
#include "corpus/tables/memory_writer.hpp"
#include "folder.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli::find_test {
namespace {

TranslationUnit trio(const std::string& english, const std::string& chinese,
                     const std::string& arabic) {
  TranslationUnit unit;
  unit.variants = {{languages::en, "", english, {}, {}, {}, {}},
                   {languages::zh, "", chinese, {}, {}, {}, {}},
                   {languages::ar, "", arabic, {}, {}, {}, {}}};
  return unit;
}

std::string corpus_in(const Folder& folder) {
  const std::string file = folder.path("c.hexapla");
  Store store = Store::create(file, "test");
  MemoryWriter writer = store.add_memory({"council", "S/2020/7", "2020-11-03"}, {});
  writer.add(trio("War crimes were committed.", "犯下了战争罪。", "ارتكبت جرائم حرب."));
  writer.add(trio("The war crime\tagain", "战争的罪行", "جريمة الحرب"));
  writer.add(trio("Peace and security", "和平与安全", "السلام والأمن"));
  writer.finish();
  store.publish();
  return file;
}

}  // namespace

TEST_CASE("find prints hits with what other languages say", "[cli][find]") {
  const Folder folder;
  const Outcome found =
      run({"find", corpus_in(folder), "امن", "--in", "ar", "--show", "en"});
  CHECK(found.exit == Exit::done);
  CHECK(found.out ==
        "council row 2, S/2020/7\n  en  Peace and security\n  ar  السلام والأمن\n\n");
}

TEST_CASE("find without a hit answers 1, as grep does", "[cli][find]") {
  const Folder folder;
  const Outcome found = run({"find", corpus_in(folder), "treaty"});
  CHECK(found.exit == Exit::findings);
  CHECK(found.out.empty());
}

TEST_CASE("find counts, limits and filters", "[cli][find]") {
  const Folder folder;
  const std::string file = corpus_in(folder);
  CHECK(run({"find", file, "war crime*", "--in", "en", "--count"}).out == "2\n");
  CHECK(run({"find", file, "war", "--lacks", "zh:战争罪", "--count"}).out == "1\n");
  CHECK(run({"find", file, "war", "--has", "zh:战争罪", "--count"}).out == "1\n");
  CHECK(run({"find", file, "war", "--symbol", "A/", "--count"}).out == "0\n");
  CHECK(run({"find", file, "war", "--since", "2021", "--count"}).out == "0\n");
  const std::string one = run({"find", file, "war", "--limit", "1", "--show", "en"}).out;
  CHECK(one == "council row 0, S/2020/7\n  en  War crimes were committed.\n\n");
}

TEST_CASE("find writes lines for programs", "[cli][find]") {
  const Folder folder;
  const std::string file = corpus_in(folder);
  const std::string tsv =
      run({"find", file, "\"war crime\"", "--show", "zh", "--format", "tsv"}).out;
  CHECK(tsv ==
        "council\t0\ten\t1\tWar crimes were committed.\ncouncil\t0\tzh\t0\t犯下了战争罪。\n"
        "council\t1\ten\t1\tThe war crime again\ncouncil\t1\tzh\t0\t战争的罪行\n");
  const auto json = nlohmann::json::parse(
      run({"find", file, "和平", "--show", "zh", "--format", "jsonl"}).out);
  CHECK(json["work"] == "council");
  CHECK(json["texts"].size() == 1);
  CHECK(json["texts"][0]["hits"] == nlohmann::json::parse("[[0, 6]]"));
}

TEST_CASE("find --similar gives scores, the best first", "[cli][find]") {
  const Folder folder;
  const Outcome found = run({"find", corpus_in(folder), "--similar", "the war crime, again",
                             "--in", "en", "--show", "en", "--min-score", "50"});
  CHECK(found.exit == Exit::done);
  CHECK(found.out == "98 %  council row 1, S/2020/7\n  en  The war crime again\n\n");
}

TEST_CASE("find says where a query goes wrong", "[cli][find][error]") {
  const Folder folder;
  const std::string file = corpus_in(folder);
  CHECK(run({"find", file}).exit == Exit::misused);
  CHECK(run({"find", file, "war", "--lacks", "zh"}).exit == Exit::misused);
  CHECK(run({"find", file, "war", "--decision", "maybe"}).exit == Exit::misused);
  CHECK(run({"find", file, "--similar", "war"}).exit == Exit::misused);
  const Outcome open = run({"find", file, "the \"war"});
  CHECK(open.exit == Exit::failed);
  CHECK(open.err.find("character 5") != std::string::npos);
}

}  // namespace hexapla::cli::find_test
