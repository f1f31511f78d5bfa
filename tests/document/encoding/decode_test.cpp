#include "document/encoding/decode.hpp"

#include "document/audit.hpp"
#include "document/read_text.hpp"
#include "files.hpp"
#include "text/error.hpp"

#include <catch2/catch.hpp>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace hexapla::decode_test {
namespace {

/// `text` in `encoding`; empty where the encoding lacks a character.
std::string encoded(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString wide =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  const icu::LocalUConverterPointer converter(ucnv_open(encoding, &status));
  ucnv_setFromUCallBack(converter.getAlias(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr,
                        nullptr, &status);
  std::string bytes(text.size() * 4 + 8, '\0');
  const auto size = ucnv_fromUChars(converter.getAlias(), bytes.data(),
                                    static_cast<std::int32_t>(bytes.size()),
                                    wide.getBuffer(), wide.length(), &status);
  if (U_FAILURE(status)) return {};
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

std::string refusal(std::string_view bytes,
                    const std::optional<std::string>& encoding = std::nullopt) {
  try {
    const Decoded decoded = decode(bytes, "A_75_1.txt", encoding);
    return "accepted as " + decoded.encoding;
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("decode finds the encoding of a paragraph in each of the six languages",
          "[document]") {
  const auto [encoding, text] = GENERATE(table<const char*, std::string>({
      {"UTF-8", "安全理事会审议了第七十五届会议议程项目。"},
      {"GB18030", "安全理事会审议了第七十五届会议议程项目。"},
      {"Big5", "安全理事會審議了第七十五屆會議議程項目。"},
      {"UTF-16LE", "安全理事会审议了第七十五届会议议程项目。\n"},
      {"UTF-16BE", "The Council adopted its agenda.\n"},
      {"UTF-32LE", "Совет утвердил повестку дня.\n"},
      {"windows-1251", "Совет Безопасности утвердил повестку дня."},
      {"KOI8-R", "Совет Безопасности утвердил повестку дня."},
      {"ISO-8859-5", "Совет Безопасности утвердил повестку дня."},
      {"IBM866", "Совет Безопасности утвердил повестку дня."},
      {"windows-1256", "أقر مجلس الأمن جدول الأعمال في جلسته."},
      {"ISO-8859-6", "أقر مجلس الأمن جدول الأعمال في جلسته."},
      {"windows-1252", "L’Assemblée générale a adopté la résolution à sa séance plénière."},
      {"windows-1252", "La Asamblea General aprobó la resolución en su 85ª sesión."},
  }));
  CAPTURE(encoding, text);
  const std::string bytes = encoded(text, encoding);
  REQUIRE(!bytes.empty());
  const Decoded decoded = decode(bytes, "t");
  CHECK(decoded.text == text);
  CHECK(decoded.encoding == encoding);
  CHECK(decoded.certain == (decoded.encoding == "UTF-8"));
}

TEST_CASE("a byte-order mark names the encoding and is no text", "[document]") {
  const auto encoding = GENERATE(values<std::string>(
      {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"}));
  CAPTURE(encoding);
  const std::string bytes = encoded("\uFEFF大会", encoding.c_str());
  const Decoded decoded = decode(bytes, "t");
  CHECK(decoded.encoding == encoding);
  CHECK(decoded.certain);
  CHECK(decoded.text == "大会");
  CHECK(decoded.origin.hull_of({0, decoded.text.size()}).end == bytes.size());
}

TEST_CASE("each character is found again in the bytes of its encoding",
          "[document][property]") {
  const auto encoding = GENERATE(
      values<std::string>({"UTF-16LE", "UTF-32BE", "GB18030", "windows-1251", "KOI8-R"}));
  CAPTURE(encoding);
  const std::string text = "Резолюция A/RES/75/1 (2020) Совета — «принята»… № 5";
  const std::string kept = encoding == "KOI8-R" ? "Резолюция A/RES/75/1 (2020)" : text;
  const std::string bytes = encoded(kept, encoding.c_str());
  const Decoded decoded = decode(bytes, "t", encoding);
  REQUIRE(decoded.text == kept);
  for (std::size_t at = 0; at < kept.size();) {
    std::size_t end = at + 1;
    while (end < kept.size() && (static_cast<unsigned char>(kept[end]) & 0xC0U) == 0x80U)
      ++end;
    const ByteRange source = decoded.origin.hull_of({at, end});
    CHECK(decode(source.of(bytes), "t", encoding).text == kept.substr(at, end - at));
    at = end;
  }
}

TEST_CASE("bytes that could be several encodings are refused with the way out",
          "[document][error]") {
  CHECK_THAT(refusal("No. \xA4"), Catch::Contains("name it: --encoding"));
  CHECK_THAT(refusal("\xC1\xC2"), Catch::Contains(" or "));
  CHECK(decode("\xC1\xC2", "t", "windows-1251").text == "БВ");
}

TEST_CASE("ill-formed bytes are refused with their line and offset", "[document][error]") {
  CHECK_THAT(refusal("第一条\n\xC3(\n"),
             Catch::StartsWith("A_75_1.txt:2: not UTF-8 text at byte 10"));
  CHECK_THAT(refusal("\xB4\xF3\xBB\xE1\n\xB0\xB2\xFF", "GB18030"),
             Catch::StartsWith("A_75_1.txt:2: not GB18030 text at byte 7"));
  CHECK_THAT(refusal("abc", "latin-nowhere"), Catch::Contains("no encoding named"));
  CHECK_THAT(refusal(std::string_view("a\0b\0c\0\0\0", 8), "UTF-16LE"),
             Catch::Contains("at byte 6"));
}

TEST_CASE("every byte of the letter is accounted for in other encodings",
          "[document][property]") {
  const auto [tag, encoding] = GENERATE(table<std::string, const char*>({
      {"zh", "GB18030"},
      {"zh", "UTF-16LE"},
      {"ru", "windows-1251"},
      {"en", "UTF-16BE"},
      {"fr", "windows-1252"},
      {"es", "UTF-32LE"},
  }));
  CAPTURE(tag, encoding);
  const std::string name = "corpora/letter/letter." + tag + ".txt";
  const std::string utf8 = project_file(name);
  const std::string bytes = encoded(utf8, encoding);
  REQUIRE(!bytes.empty());
  const Document document = read_text(bytes, name, Language(tag));
  CHECK(document.encoding == encoding);
  CHECK(document.text == read_text(utf8, name, Language(tag)).text);
  const Audit result = audit(document, bytes);
  CHECK(result.unaccounted.empty());
  CHECK(result.body + result.footnotes + result.furniture + result.layout + result.mended ==
        bytes.size());
}

}  // namespace hexapla::decode_test
