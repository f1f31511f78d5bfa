#include "corpus/store.hpp"

#include "corpus/database/schema.hpp"
#include "corpus/made_up.hpp"
#include "errors.hpp"
#include "folder.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>

namespace hexapla::store_test {
namespace {

std::string store_in(const Folder& folder, const std::string& name = "letter.hexapla") {
  Store::write_corpus(folder.path(name), made_up_multitext(), made_up_termbase(),
                      made_up_findings(), "hexapla 0.1.0");
  return folder.path(name);
}

void change(const std::string& file, const std::string& sql) {
  sqlite::Connection connection(file);
  connection.execute("PRAGMA foreign_keys = OFF");
  connection.execute(sql);
}

std::string complaint_about(const std::string& file, Fault fault) {
  return error_of(fault, [&] { const Store store = Store::open(file); });
}

}  // namespace

TEST_CASE("a stored multitext comes back field by field", "[corpus]") {
  const Folder folder;
  const Multitext stored = made_up_multitext();
  const Multitext back = Store::open(store_in(folder)).multitext();
  REQUIRE(back.documents.size() == stored.documents.size());
  for (std::size_t i = 0; i < stored.documents.size(); ++i) {
    const Document& was = stored.documents[i].document;
    const Document& is = back.documents[i].document;
    CAPTURE(was.name);
    CHECK(is.name == was.name);
    CHECK(is.language == was.language);
    CHECK(is.text == was.text);
    CHECK(is.blocks == was.blocks);
    CHECK(is.marks == was.marks);
    CHECK(std::ranges::equal(is.origin.runs(), was.origin.runs()));
    CHECK(is.mended == was.mended);
    CHECK(is.source_size == was.source_size);
    CHECK(is.format == was.format);
    CHECK(is.encoding == was.encoding);
    CHECK(is.encoding_certain == was.encoding_certain);
    CHECK(is.parts == was.parts);
    CHECK(is.left_out == was.left_out);
    CHECK(back.documents[i].segments == stored.documents[i].segments);
  }
  CHECK(back.bitexts == stored.bitexts);
  CHECK(back.rows == stored.rows);
}

TEST_CASE("a stored termbase and its findings come back as they were", "[corpus]") {
  const Folder folder;
  const Store store = Store::open(store_in(folder));
  CHECK(store.termbase() == made_up_termbase());
  CHECK(store.findings() == made_up_findings());
}

TEST_CASE("a corpus of nothing comes back as nothing", "[corpus][edge]") {
  const Folder folder;
  Store::write_corpus(folder.path("empty.hexapla"), {}, {});
  const Store store = Store::open(folder.path("empty.hexapla"));
  CHECK(store.multitext().documents.empty());
  CHECK(store.termbase().concepts.empty());
  CHECK(store.findings().empty());
}

TEST_CASE("the same corpus gives the same bytes each time", "[corpus]") {
  const Folder folder;
  const std::string first = folder.read(store_in(folder, "first.hexapla"));
  CHECK(first.size() > 10000);
  CHECK(first == folder.read(store_in(folder, "second.hexapla")));
}

TEST_CASE("a corpus names its application where `file` looks for it", "[corpus]") {
  const Folder folder;
  const std::string bytes = folder.read(store_in(folder));
  CHECK(bytes.substr(68, 4) == "HXPL");  // SQLite file format, offset 68
}

TEST_CASE("new findings replace all old ones and the corpus stays one file", "[corpus]") {
  const Folder folder;
  std::vector<Finding> findings = made_up_findings();
  findings.erase(findings.begin());
  {
    Store store = Store::open(store_in(folder));
    store.set_findings(findings);
    CHECK(store.findings() == findings);
  }
  CHECK(folder.names() == std::vector<std::string>{"letter.hexapla"});
  CHECK(Store::open(folder.path("letter.hexapla")).findings() == findings);
}

TEST_CASE("findings that fit no segment change nothing", "[corpus][error]") {
  const Folder folder;
  Store store = Store::open(store_in(folder));
  std::vector<Finding> findings = made_up_findings();
  findings.back().target.front().segment = 99;
  CHECK_THROWS_AS(store.set_findings(findings), Error);
  findings.back().target.front() = {languages::fr, 0, {}};
  CHECK_THROWS_AS(store.set_findings(findings), Error);
  CHECK(store.findings() == made_up_findings());
}

TEST_CASE("a file name may hold any character", "[corpus][edge]") {
  const Folder folder;
  const auto name = GENERATE(values<std::string>(
      {"what?.hexapla", "#1 %20.hexapla", "信 函.hexapla", "file:a?mode=ro",
       ":memory:", "back\\slash", "tab\tand\nline", "رسالة.hexapla", "-journal"}));
  CAPTURE(name);
  CHECK(Store::open(store_in(folder, name)).multitext().rows.size() == 2);
  CHECK(folder.names() == std::vector<std::string>{name});
}

TEST_CASE("what is no corpus is refused by name", "[corpus][error]") {
  const Folder folder;
  std::filesystem::create_directory(folder.path("folder"));
  const std::string other = folder.write("other.db", "");
  sqlite::Connection(other).execute("CREATE TABLE note(body TEXT)");
  const std::vector<std::pair<std::string, std::string>> refused{
      {folder.path("missing.hexapla"), "no such file"},
      {folder.path("folder"), "a directory"},
      {"/dev/null", "not a regular file"},
      {folder.write("text.hexapla", "第七十五届会议，第七十五年。"), "not a corpus file"},
      {folder.write("empty.hexapla", ""), "not a corpus file"},
      {folder.write("magic.hexapla", "SQLite format 3" + std::string(200, '\0')),
       "not a corpus file"},
      {other, "a database, but not a corpus file"}};
  for (const auto& [file, why] : refused) {
    CAPTURE(file);
    CHECK_THAT(complaint_about(file, Fault::unreadable),
               Catch::StartsWith(file + ": ") && Catch::Contains(why));
  }
}

TEST_CASE("a corpus of a newer format is refused with its writer's name",
          "[corpus][error]") {
  const Folder folder;
  const std::string file = store_in(folder);
  change(file,
         "PRAGMA user_version = 99; UPDATE meta SET value = 'hexapla 9.0' WHERE key = "
         "'program'");
  CHECK_THAT(complaint_about(file, Fault::unsupported),
             Catch::Contains("format 99, written by hexapla 9.0"));
}

TEST_CASE("a corpus of the first format is refused with the way out", "[corpus][error]") {
  const Folder folder;
  const std::string file = store_in(folder);
  change(file, "PRAGMA user_version = 1");
  CHECK_THAT(complaint_about(file, Fault::unsupported),
             Catch::Contains("align the documents again"));
}

TEST_CASE("a damaged corpus is refused, never read beyond its texts", "[corpus][error]") {
  const Folder folder;
  const auto sql = GENERATE(values<std::string>(
      {"UPDATE segment SET \"end\" = 9999 WHERE number = 2",
       "UPDATE segment SET block = 77 WHERE number = 1",
       "UPDATE block SET \"end\" = 9999 WHERE number = 2", "UPDATE block SET kind = 'poem'",
       "UPDATE document SET language = 'x' WHERE number = 1",
       "UPDATE document SET text = CAST(x'ff' AS TEXT) || text WHERE number = 0",
       "DELETE FROM document WHERE number = 1", "DELETE FROM bead WHERE number = 1",
       "UPDATE bitext SET target = 9", "UPDATE row_run SET last = 99",
       "DELETE FROM row_run WHERE document = 2", "DELETE FROM row WHERE number = 1",
       "DELETE FROM bead"}));
  CAPTURE(sql);
  const std::string file = store_in(folder);
  change(file, sql);
  const Store store = Store::open(file);
  CHECK_THROWS_AS(store.multitext(), Error);
}

TEST_CASE("a text that is not the one that came in is a fault", "[corpus][error]") {
  const Folder folder;
  const std::string file = store_in(folder);
  CHECK(Store::open(file).faults().empty());
  change(file, "UPDATE document SET text = replace(text, '。', '，') WHERE number = 0");
  const std::vector<std::string> faults = Store::open(file).faults();
  REQUIRE(faults.size() == 2);
  CHECK_THAT(faults[0], Catch::StartsWith("table document: holds other values"));
  CHECK_THAT(faults[1], Catch::Contains("is not the one that came in"));
}

TEST_CASE("a finding outside its segment is refused", "[corpus][error]") {
  const Folder folder;
  const std::string file = store_in(folder);
  change(file, "UPDATE finding_spot SET \"end\" = 9999");
  CHECK_THROWS_WITH(Store::open(file).findings(), Catch::Contains("damaged corpus"));
}

TEST_CASE("a finding that has lost its places is refused", "[corpus][error]") {
  const Folder folder;
  const std::string file = store_in(folder);
  change(file, "DELETE FROM finding_spot WHERE side = 'target'");
  CHECK_THROWS_WITH(Store::open(file).findings(), Catch::Contains("names no place"));
}

TEST_CASE("a corpus cut short at any page is refused or whole", "[corpus][error]") {
  const Folder folder;
  const std::string bytes = folder.read(store_in(folder));
  constexpr std::size_t page = 4096;
  for (std::size_t size = 100; size < bytes.size(); size += page / 2) {
    const std::string file = folder.write("cut.hexapla", bytes.substr(0, size));
    CAPTURE(size);
    CHECK_THROWS_AS(Store::open(file).multitext().rows.size() +
                        Store::open(file).termbase().concepts.size() +
                        Store::open(file).findings().size(),
                    Error);
  }
}

TEST_CASE("people can read rows and findings with an SQLite shell", "[corpus]") {
  const Folder folder;
  const sqlite::Connection connection(store_in(folder));
  sqlite::Statement row(connection,
                        "SELECT text FROM row_text WHERE language = 'ar' AND row = 0");
  REQUIRE(row.step());
  CHECK(row.text(0) == "رسالة إلى الأمين العام");
  sqlite::Statement finding(connection,
                            "SELECT text FROM finding_text WHERE side = 'source'");
  REQUIRE(finding.step());
  CHECK(finding.text(0) == "14");
}

}  // namespace hexapla::store_test
