#include "text/transliterate.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/icu.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

std::unique_ptr<icu::Transliterator> made_transliterator() {
  icu_detail::Status status;
  std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
      "Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  status.require("make the transliterator to Latin letters");
  return made;
}

bool is_plain(char character) {
  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
         character == ' ';
}

bool holds_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_code_point(text, at))) return true;
  return false;
}

/// How a letter of `latin` sounds, coarsely: one of B F K S T L M N, or '\0' for vowels and
/// what comes and goes between scripts.
char sound_of(std::string_view latin, std::size_t at) {
  const char next = at + 1 < latin.size() ? latin[at + 1] : ' ';
  switch (latin[at]) {
    case 'b':
    case 'p':
    case 'f':
    case 'v':
    case 'w':
      return 'B';
    case 'c':
      return next == 'h' || next == 'e' || next == 'i' || next == 'z' ? 'S' : 'K';
    case 'g':
    case 'k':
      return next == 'h' && latin[at] == 'k' ? 'H' : 'K';
    case 'q':
      return 'K';
    case 'h':
      return 'H';
    case 'j':
    case 's':
    case 'x':
    case 'z':
      return 'S';
    case 'd':
    case 't':
      return 'T';
    case 'l':
    case 'r':
      return 'L';
    case 'm':
      return 'M';
    case 'n':
      return 'N';
    default:
      return '\0';
  }
}

/// Pinyin spells with q, x and c what other languages spell ch, sh and ts.
char sound_of_pinyin(std::string_view pinyin, std::size_t at) {
  switch (pinyin[at]) {
    case 'q':
    case 'c':
      return 'S';
    case 'g':
      return at > 0 && pinyin[at - 1] == 'n' ? '\0' : 'K';
    case 'r':
      return at > 0 && pinyin[at - 1] == 'e' ? 'L' : sound_of(pinyin, at);
    default:
      return sound_of(pinyin, at);
  }
}

/// An h after a consonant letter belongs to that letter: sh, ch, zh, gh, kh, th, ph.
bool only_spells(std::string_view latin, std::size_t at) {
  constexpr std::string_view before_h = "scgkztpd";
  return latin[at] == 'h' && at > 0 && before_h.find(latin[at - 1]) != before_h.npos;
}

}  // namespace

std::string latinised(std::string_view text) {
  thread_local const std::unique_ptr<icu::Transliterator> to_latin = made_transliterator();
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  to_latin->transliterate(letters);
  std::string result;
  letters.toUTF8String(result);
  std::erase_if(result, [](char character) { return !is_plain(character); });
  return result;
}

std::string consonant_skeleton(std::string_view name) {
  const bool pinyin = holds_han(name);
  const std::string latin = latinised(folded(name));
  std::string skeleton;
  bool after_consonant = false;
  for (std::size_t at = 0; at < latin.size(); ++at) {
    if (only_spells(latin, at)) continue;
    const char sound = pinyin ? sound_of_pinyin(latin, at) : sound_of(latin, at);
    const bool adjacent = std::exchange(after_consonant, sound != '\0');
    if (sound == '\0' || (adjacent && sound == skeleton.back())) continue;
    // The spellings dj, dz, ts, tch of one sound.
    const bool affricate = adjacent && sound == 'S' && skeleton.back() == 'T';
    if (affricate) skeleton.pop_back();
    if (!affricate || skeleton.empty() || skeleton.back() != 'S') skeleton += sound;
  }
  // A final h is mostly a way to write a vowel: Ganjah, كنجة.
  if (skeleton.size() > 1 && skeleton.back() == 'H') skeleton.pop_back();
  return skeleton;
}

}  // namespace hexapla
