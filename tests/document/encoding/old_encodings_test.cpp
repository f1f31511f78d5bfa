#include "document/encoding/decode.hpp"
#include "text/error.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace hexapla {
namespace {

/// The text that `bytes` are read as; empty when they are refused.
std::string read(const std::string& bytes) {
  try {
    return decode(bytes, "A_75_1.txt").text;
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

TEST_CASE("texts of old systems are read rightly or refused, never as another encoding",
          "[document][encoding]") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({
      // IBM 850
      {"L\x27"
       "Assembl\x82"
       "e g\x82n\x82rale a pri\x82 le Secr\x82taire g\x82n\x82ral",
       "L'Assemblée générale a prié le Secrétaire général"},
      // Mac OS Roman
      {"L\x27"
       "Assembl\x8E"
       "e g\x8En\x8Erale a pri\x8E le Secr\x8Etaire g\x8En\x8Eral",
       "L'Assemblée générale a prié le Secrétaire général"},
      {"La resoluci\x97n y la decisi\x97n seg\x9Cn la Comisi\x97n",
       "La resolución y la decisión según la Comisión"},
      // Mac OS Cyrillic
      {"\x91\xEE\xE2\xE5\xF2 \xE1\xE5\xE7\xEE\xEF\xE0\xF1\xED\xEE\xF1\xF2\xE8 "
       "\xEF\xF0\xE8\xED\xDF\xEB \xF0\xE5\xF8\xE5\xED\xE8\xDF",
       "Совет безопасности принял решения"},
  }));
  CAPTURE(text);
  const std::string has = read(bytes);
  CHECK((has.empty() || has == text));
}

TEST_CASE("dashes and apostrophes of windows-1252 are still told", "[document][encoding]") {
  CHECK(read("The Committee\x92s report \x96 as amended \x96 was adopted\x97twice.") ==
        "The Committee’s report – as amended – was adopted—twice.");
}

}  // namespace hexapla
