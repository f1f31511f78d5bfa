#include "cli/terminal.hpp"

#include "cases.hpp"

#include <sstream>

#include <catch2/catch.hpp>

namespace hexapla::cli {
namespace {

std::string shown(std::string_view text) {
  std::ostringstream terminal;
  TerminalBuffer buffer(*terminal.rdbuf());
  std::ostream(&buffer) << text << std::flush;
  return terminal.str();
}

}  // namespace

TEST_CASE("what a terminal would obey is made visible", "[cli]") {
  check_made<2>("cli/terminal_test.tsv", shown);
  CHECK(shown("a\xFF b") == "a\uFFFD b");
}

TEST_CASE("no control character reaches a terminal, whatever the text", "[cli]") {
  for (char32_t control = 0; control < 0xA0; ++control) {
    if (control >= 0x20 && control < 0x7F) continue;
    if (control == U'\n' || control == U'\t') continue;
    std::string text("Resolution ");
    if (control < 0x80) {
      text += static_cast<char>(control);
    } else {
      text += {'\xC2', static_cast<char>(control)};
    }
    CAPTURE(static_cast<unsigned>(control));
    const std::string seen = shown(text);
    CHECK(seen != text);
    CHECK(seen.find(text.substr(11)) == std::string::npos);
  }
}

TEST_CASE("texts of the six languages reach a terminal as they are", "[cli]") {
  const std::string text =
      "安全理事会 مجلس الأمن Security Council Conseil de sécurité Совет Безопасности "
      "Consejo de Seguridad\n\t𠀀\u200F";
  CHECK(shown(text) == text);
}

TEST_CASE("our own colours pass, also between the bytes of a character", "[cli]") {
  std::ostringstream terminal;
  TerminalBuffer buffer(*terminal.rdbuf());
  std::ostream out(&buffer);
  write_raw(out, "\x1B[1m");
  out << '\xE5' << '\xAE' << '\x89';
  write_raw(out, "\x1B[0m");
  CHECK(terminal.str() == "\x1B[1m安\x1B[0m");
}

}  // namespace hexapla::cli
