#include "format/xml_reader.hpp"
#include "format/xml_tokens.hpp"
#include "text/error.hpp"

#include <array>
#include <random>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

namespace hexapla::xml_shortcut_test {
namespace {

/// All that a reader tells of a document, its last words included; texts in one.
std::string told_by(XmlReader& xml) {
  std::string told;
  bool is_text = false;
  try {
    while (xml.next()) {
      if (xml.event() == XmlEvent::text) {
        if (!is_text) told += "\ntext ";
        told += xml.value();
        is_text = true;
        continue;
      }
      is_text = false;
      told += '\n' + std::to_string(static_cast<int>(xml.event())) + ' ' +
              std::to_string(xml.line()) + ' ' + std::to_string(xml.depth()) + ' ' +
              std::string(xml.prefix()) + '{' + std::string(xml.uri()) + '}' +
              std::string(xml.local_name()) + ' ';
      if (xml.event() == XmlEvent::instruction) told += xml.value();
      if (xml.event() != XmlEvent::begin) continue;
      for (std::size_t at = 0; at < xml.attributes(); ++at) {
        const XmlAttribute given = xml.attribute_at(at);
        told += std::string(given.prefix) + '{' + std::string(given.uri) + '}' +
                std::string(given.name) + '=' + std::string(given.value) + ' ';
      }
    }
  } catch (const Error& error) {
    told += std::string("\n") + error.what();
  }
  return told;
}

/// libxml2 reads each token, since only so the reader's user knows which token it was.
std::string told_by_libxml2(const std::string& bytes) {
  XmlTokens tokens(bytes);
  XmlReader xml(tokens, "made.xml");
  return told_by(xml);
}

std::string told_with_shortcut(const std::string& bytes) {
  std::istringstream in(bytes);
  XmlReader xml(in, "made.xml");
  return told_by(xml);
}

/// What a document may hold, the plain and the strange.
std::string made_up_piece(std::mt19937& random) {
  constexpr std::array<std::string_view, 34> pieces{"<tu>",
                                                    "</tu>",
                                                    "<tuv xml:lang=\"ar\">",
                                                    "</tuv>",
                                                    "<seg>",
                                                    "</seg>",
                                                    "<x/>",
                                                    "\n",
                                                    "停火协定",
                                                    "وقف إطلاق النار",
                                                    "cessez-le-feu ",
                                                    "war & peace",
                                                    "&amp;",
                                                    "&lt;b&gt;",
                                                    "&#x4E2D;",
                                                    "&#65;",
                                                    "<!-- war -->",
                                                    "<![CDATA[a < b]]>",
                                                    "<?tool made it?>",
                                                    "]]",
                                                    "<prop type='x y'>",
                                                    "</prop>",
                                                    "<a b=\"1\" c=\"&amp;é\"/>",
                                                    "\r\n",
                                                    "\t",
                                                    "𠀀",
                                                    "<t\n n=\"1\">",
                                                    "</t>",
                                                    "<n:e xmlns:n=\"urn:n\">",
                                                    "</n:e>",
                                                    "\xEF\xBF\xBE",
                                                    "\x01",
                                                    "<a b=\"1\" b=\"2\"/>",
                                                    "]]>"};
  // Those that end a document in words come seldom.
  const std::size_t common = 28;
  const bool is_rare = random() % 200 == 0;
  return std::string(pieces.at(is_rare ? random() % pieces.size() : random() % common));
}

/// Nearly always one that ends what it begins.
std::string made_up_document(std::mt19937& random) {
  std::string document = random() % 2 == 0 ? "<?xml version=\"1.0\"?>\n<tmx>" : "<tmx>";
  std::vector<std::string> open;
  const auto pieces = random() % 400;
  for (std::size_t i = 0; i < pieces; ++i) {
    std::string piece = made_up_piece(random);
    const bool is_end = piece.starts_with("</");
    if (is_end && random() % 300 != 0) {
      if (open.empty()) continue;
      piece = "</" + open.back() + '>';
      open.pop_back();
    }
    const bool is_begin = piece.size() > 1 && piece[0] == '<' && piece[1] != '/' &&
                          piece[1] != '!' && piece[1] != '?' &&
                          piece.find("/>") == std::string::npos;
    if (is_begin) open.push_back(piece.substr(1, piece.find_first_of(" \n>") - 1));
    document += piece;
    if (random() % 100 == 0) document += std::string(random() % 70'000, 'e') + "é";
  }
  for (; !open.empty(); open.pop_back())
    document += "</" + open.back() + '>';
  return document + "</tmx>\n";
}

}  // namespace

TEST_CASE("what libxml2 is spared is read as it would have read it", "[format][property]") {
  std::mt19937 random(17);
  for (int i = 0; i < 400; ++i) {
    const std::string document = made_up_document(random);
    INFO(document.substr(0, 3000));
    REQUIRE(told_with_shortcut(document) == told_by_libxml2(document));
  }
}

TEST_CASE("a fault after plain markup is told with its line", "[format]") {
  const std::string document =
      "<?xml version=\"1.0\"?>\n<tmx>\n<body>\n<tu>\n<seg>war</seg>\n</body>\n</tmx>\n";
  CHECK(told_with_shortcut(document).find("made.xml:6") != std::string::npos);
  CHECK(told_with_shortcut(document) == told_by_libxml2(document));
}

TEST_CASE("an encoding other than UTF-8 is libxml2's work", "[format]") {
  const std::string latin =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><tmx><seg>\xE9t\xE9</seg></tmx>";
  std::istringstream in(latin);
  XmlReader xml(in, "made.xml");
  CHECK(told_by(xml).find("text été") != std::string::npos);
}

TEST_CASE("a text or a name of any size, and names without number, are read",
          "[format][edge]") {
  std::string document = "<tmx><seg>" + std::string(3'000'000, 'w') + "</seg>";
  for (int i = 0; i < 300; ++i)
    document += "<n" + std::to_string(i) + ">x</n" + std::to_string(i) + '>';
  document += "</tmx>";
  CHECK((told_with_shortcut(document) == told_by_libxml2(document)));
}

}  // namespace hexapla::xml_shortcut_test
