#include "document/structure/join_lines.hpp"

#include "cases.hpp"

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// Two lines, joined as they would be inside `context`.
std::string joined(Language language, const std::string& first, const std::string& second,
                   const std::string& context = "") {
  const std::string source = first + "\n" + second + "\n" + context;
  const LineJoiner joiner(source, language);
  const ByteRange line{0, first.size()};
  const ByteRange next{first.size() + 1, first.size() + 1 + second.size()};
  switch (joiner.between(line, next)) {
    case Join::nothing:
      return first + second;
    case Join::space:
      return first + " " + second;
    case Join::mend_hyphen:
      return first.substr(0, joiner.hyphen_of(line).begin) + second;
  }
  return {};
}

std::string joined_alone(Language language, const std::string& first,
                         const std::string& second) {
  return joined(language, first, second);
}

}  // namespace

TEST_CASE("Han joins Han without a space, Latin joins Latin with one", "[document]") {
  check_made<4>("document/structure/join_lines_test.tsv", joined_alone);
}

TEST_CASE("digits join Han as the rest of the text writes them", "[document][zh]") {
  CHECK(joined(languages::zh, "10 月 6", "日接受", "2020 年 10 月") == "10 月 6 日接受");
  CHECK(joined(languages::zh, "10月6", "日接受", "2020年10月") == "10月6日接受");
}

TEST_CASE("a hyphen that only broke a word goes, a compound's stays", "[document]") {
  check_made<4>("document/structure/join_lines_test.tsv", joined_alone);
  CHECK(joined(languages::en, "by the co-", "facilitators", "the co-facilitators met") ==
        "by the co-facilitators");
}

TEST_CASE("a URL broken at a hyphen or slash keeps it and gets no space", "[document]") {
  CHECK(joined(languages::zh, "见 https://caspiannews.com/armenias-deliberate-attacks-",
               "on-azerbaijani/。") ==
        "见 https://caspiannews.com/armenias-deliberate-attacks-on-azerbaijani/。");
  CHECK(joined(languages::en, "See www.un.org/en/", "ga/75") == "See www.un.org/en/ga/75");
}

}  // namespace hexapla
