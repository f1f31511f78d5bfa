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
      // IBM 855
      {"\xE4\xD6\xEB\xA8\xE5 \xA3\xA8\xF3\xD6\xD8\xA0\xE3\xD4\xD6\xE3\xE5\xB7, \xE1\xA0\xE3"
       "\xE3\xD2\xD6\xE5\xE1\xA8\xEB \xA6\xD6\xC6\xD0\xA0\xA6 \xAD\xA8\xD4\xA8\xE1\xA0\xD0"
       "\xED\xD4\xD6\xAC\xD6 \xE3\xA8\xC6\xE1\xA8\xE5\xA0\xE1\xDE, \xD8\xD6\xE3\xE5\xA0\xD4"
       "\xD6\xEB\xD0\xDE\xA8\xE5 \xD8\xE1\xD6\xA6\xD6\xD0\xE9\xA0\xE5\xED \xF3\xA0\xD4\xB7"
       "\xD2\xA0\xE5\xED\xE3\xDE \xF7\xE5\xB7\xD2 \xEB\xD6\xD8\xE1\xD6\xE3\xD6\xD2",
       "Совет Безопасности, рассмотрев доклад Генерального секретаря, постановляет "
       "продолжать заниматься этим вопросом"},
      // Big5 of Hong Kong, EUC of Taiwan
      {"\xA5\xDF\xAAk\xB7|\xB3q\xB9L\xA4\x46\xB8\xD3\xA8M\xC4\xB3\xA1\x41\x9D\xEF\xA6P\x9D"
       "\xF7\xB3\xA3\xABY\xAD\xBB\xB4\xE4\xA4H\xC1\xBF\x9D\xEF\xA6r\xA1\x43\xA4j\xB7|\xA8M"
       "\xA9w\xC4~\xC4\xF2\xB3\x42\xB2z\xA6\xB9\xA8\xC6\xA1\x43",
       "立法會通過了該決議，嘅同咗都係香港人講嘅字。大會決定繼續處理此事。"},
      {"\xC4\xCB\xE4\xC4\xDD\xD7\xE7\xB4\xC4\xA7\xE6\xDA\xCA\xEE\xFA\xBE\xA1\xA2\xCB\xE4"
       "\xCA\xEE\xCC\xF9\xFA\xAB\xFA\xFD\xDD\xA8\xDC\xA1\xC8\xBA\xCB\xE7\xA1\xA4\xC7\xF8"
       "\xC7\xC0\xDC\xA1\xCB\xE7\xE4\xC4\xC8\xAD\xCC\xAF\xD7\xB8\xD5\xF3\xCF\xDB\xCE\xFB"
       "\xDE\xDE\xC9\xCB\xA1\xA4",
       "大會通過了該決議，並決定繼續處理此事。安全理事會收到秘書長的報告。"},
  }));
  CAPTURE(text);
  const std::string has = read(bytes);
  CHECK((has.empty() || has == text));
}

TEST_CASE("Chinese in seven bits is told, and does not pass for ASCII",
          "[document][encoding]") {
  const auto [bytes, encoding] = GENERATE(table<std::string, std::string>({
      {"\x1B$)A\x0E\x34s;aM(9}AK8C>vRi#,2\">v6(<LPx4&@m4KJB!#\x0F\x0A\x1B$)A\x0E\x34s;aM(9}"
       "AK8C>vRi#,2\">v6(<LPx4&@m4KJB!#\x0F\x0A",
       "ISO-2022-CN"},
      {"~{4s;aM(9}AK8C>vRi#,2\">v6(<LPx4&@m4KJB!#~}\x0A~{4s;aM(9}AK8C>vRi#,2\">v6(<LPx4&@m4"
       "KJB!#~}\x0A",
       "HZ"},
  }));
  const Decoded decoded = decode(bytes, "A_75_1.txt");
  CHECK(decoded.text ==
        "大会通过了该决议，并决定继续处理此事。\n大会通过了该决议，并决定继续处理此事。\n");
  CHECK(decoded.encoding == encoding);
  CHECK_FALSE(decoded.certain);
}

TEST_CASE("a tilde and a brace are no Chinese", "[document][encoding]") {
  const std::string text = "The set ~{a, b}~ and ~{c} ~} of A/75/1.";
  CHECK(read(text) == text);
  const std::string beyond_ascii = "L’Assemblée: ~{ab~} et ~{cd~}.";
  CHECK(read(beyond_ascii) == beyond_ascii);
}

TEST_CASE("dashes and apostrophes of windows-1252 are still told", "[document][encoding]") {
  CHECK(read("The Committee\x92s report \x96 as amended \x96 was adopted\x97twice.") ==
        "The Committee’s report – as amended – was adopted—twice.");
}

}  // namespace hexapla
