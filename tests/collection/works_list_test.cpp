#include "collection/works_list.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

PairedFile file(const std::string& work, const std::string& language,
                const std::string& path, const std::string& problem = "") {
  return {work, language, path, "", "name", 1, problem};
}

}  // namespace

TEST_CASE("works are listed by name, with what is sound and fits", "[collection]") {
  const WorksList list =
      list_works({file("B", "fr", "b.fr"), file("B", "en", "b.en"), file("A", "zh", "a.zh"),
                  file("A", "en", "a.en"), file("A", "es", "a.es", "empty: no text")});
  REQUIRE(list.works.size() == 2);
  CHECK(list.works[0].name == "A");
  CHECK(list.works[0].files.size() == 2);
  CHECK(list.works[1].files[0].path == "b.en");
  REQUIRE(list.left_out.size() == 1);
  CHECK(list.left_out[0].path == "a.es");
}

TEST_CASE("what a table of a person's own can't mean is told", "[collection][error]") {
  const WorksList list =
      list_works({file("A", "en", "1"), file("A", "en", "2"), file("A", "fr", "3"),
                  file("A", "ru", "4"), file("B", "en", "5"), file("", "en", "6"),
                  file("C", "", "7")});
  REQUIRE(list.works.size() == 1);
  CHECK(list.works[0].files.size() == 2);
  std::vector<std::string> problems;
  for (const PairedFile& left : list.left_out)
    problems.push_back(left.path + " " + left.problem.substr(0, left.problem.find(':')));
  CHECK(problems == std::vector<std::string>{"6 no work", "1 two candidates",
                                             "2 two candidates", "5 alone",
                                             "7 no language"});
}

TEST_CASE("shards are the whole list, each work in one", "[collection][property]") {
  std::vector<PairedFile> files;
  for (const std::string work : {"A", "B", "C", "D", "E"})
    for (const std::string language : {"en", "fr"})
      files.push_back(file(work, language, work + language));
  std::string names;
  for (std::size_t number = 1; number <= 3; ++number)
    for (const ListedWork& work : part_of_list(list_works(files), {number, 3}).works)
      names += work.name;
  CHECK(names == "ADBEC");
}

}  // namespace hexapla
