#include "document/read_text.hpp"
#include "files.hpp"
#include "segment/segments.hpp"
#include "text/code_point.hpp"
#include "text/encoding.hpp"

#include <random>

#include <catch2/catch.hpp>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

constexpr std::size_t samples = 10'000;  // segments
constexpr std::uint32_t seed = 20201017;

/// What may change between source and segment: white space, and NFC.
std::string without_space(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    if (!is_white_space(character)) append_code_point(words, character);
  }
  return nfc(words);
}

std::string encoded(std::string_view text, const std::string& encoding) {
  const auto utf16 =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string bytes(static_cast<std::size_t>(utf16.length()) * 4 + 4, '\0');
  bytes.resize(static_cast<std::size_t>(
      utf16.extract(0, utf16.length(), bytes.data(),
                    static_cast<std::uint32_t>(bytes.size()), encoding.c_str())));
  return bytes;
}

/// The words of `text` in lines of so many characters, with words broken by hyphens, where
/// paragraphs are those of the letter: an indent begins them.
std::string rewrapped(const Document& letter, std::size_t columns) {
  std::string text;
  for (const Block& block : letter.blocks) {
    if (block.kind != BlockKind::paragraph) continue;
    text += "  ";
    std::size_t used = 2;
    const std::string_view words = block.range.of(letter.text);
    for (std::size_t at = 0; at < words.size();) {
      const char32_t character = next_code_point(words, at);
      const bool room = used < columns;
      const bool inside_word =
          is_lower_case(character) && is_lower_case(code_point_at(words, at));
      if (!room && character == U' ') {
        text += '\n';
        used = 0;
        continue;
      }
      append_code_point(text, character);
      ++used;
      if (!room && (is_han(character) ||
                    (inside_word && is_lower_case(code_point_before(words, at))))) {
        text += is_han(character) ? "\n" : "-\n";
        used = 0;
      }
    }
    text += '\n';
  }
  return text;
}

struct Source {
  std::string bytes;
  std::string encoding;
  SegmentedDocument document;
};

Source source_of(std::string bytes, const std::string& encoding, Language language) {
  SegmentedDocument document = segmented(read_text(bytes, "t", language, encoding));
  return {std::move(bytes), encoding, std::move(document)};
}

std::vector<Source> sources() {
  std::vector<Source> all;
  for (const std::string tag : {"ar", "en", "es", "fr", "ru", "zh"}) {
    const std::string letter = project_file("corpora/letter/letter." + tag + ".txt");
    const Language language(tag);
    const std::string wrapped = rewrapped(read_text(letter, "t", language), 50);
    all.push_back(source_of(letter, "UTF-8", language));
    all.push_back(source_of("\xEF\xBB\xBF" + letter, "UTF-8", language));
    all.push_back(source_of(wrapped, "UTF-8", language));
    for (const std::string encoding : {"UTF-16LE", "UTF-16BE", "GB18030"}) {
      all.push_back(source_of(encoded(letter, encoding), encoding, language));
      all.push_back(source_of(encoded(wrapped, encoding), encoding, language));
    }
  }
  return all;
}

std::string source_words(const Source& source, const Segment& segment) {
  std::string bytes;
  for (const ByteRange range : source.document.document.origin.source_of(segment.range))
    bytes += range.of(source.bytes);
  return source.encoding == "UTF-8" ? bytes : transcoded(bytes, source.encoding).text;
}

}  // namespace

TEST_CASE("the recorded bytes of a segment are its own characters", "[segment][property]") {
  const std::vector<Source> all = sources();
  std::mt19937 random(seed);
  std::size_t mended = 0;
  for (std::size_t i = 0; i < samples; ++i) {
    const Source& source = all[random() % all.size()];
    REQUIRE_FALSE(source.document.segments.empty());
    const Segment& segment =
        source.document.segments[random() % source.document.segments.size()];
    const std::string words = source_words(source, segment);
    CAPTURE(source.encoding, source.document.document.language.tag());
    REQUIRE(without_space(words) == without_space(source.document.text_of(segment)));
    mended += source.document.document.mended.size();
  }
  CHECK(mended > samples);  // words were broken, and mended
}

TEST_CASE("every segment's bytes lie apart from every other's", "[segment][property]") {
  for (const Source& source : sources()) {
    std::vector<bool> used(source.bytes.size());
    for (const Segment& segment : source.document.segments)
      for (const ByteRange range : source.document.document.origin.source_of(segment.range))
        for (std::size_t byte = range.begin; byte < range.end; ++byte) {
          REQUIRE_FALSE(used[byte]);
          used[byte] = true;
        }
  }
}

}  // namespace hexapla
