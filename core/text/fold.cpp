#include "text/fold.hpp"

#include "text/code_point.hpp"
#include "text/icu.hpp"

#include <array>
#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

constexpr char32_t removed = 0;
constexpr char32_t needs_icu = 0xFFFF;  // a noncharacter: no text holds it

/// What a key ignores in Arabic writing; other characters are given back.
char32_t arabic_key(char32_t code_point) {
  if (code_point < 0x0610 || code_point > 0x06ED) return code_point;
  const bool vowel_sign = (code_point >= 0x064B && code_point <= 0x065F) ||
                          (code_point >= 0x0610 && code_point <= 0x061A) ||
                          code_point == 0x0670 || code_point >= 0x06D6;
  if (vowel_sign || code_point == U'ـ') return removed;
  switch (code_point) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
      return U'ا';
    case U'ى':
      return U'ي';
    case U'ة':
      return U'ه';
    default:
      return code_point;
  }
}

/// Typographic marks as typewriters have them; other characters are given back.
char32_t typewriter_key(char32_t code_point) {
  switch (code_point) {
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'′':
      return U'\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'″':
      return U'"';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return U'-';
    default:
      return code_point;
  }
}

/// What a key has for a character that is case folded already.
char32_t fold_key(char32_t code_point) {
  return arabic_key(typewriter_key(code_point));
}

const icu::Normalizer2& case_folding() {
  icu_detail::Status status;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  status.require("load NFKC case folding");
  return *normalizer;
}

/// The keys of single characters below the Han scripts that fold to one character or none,
/// whatever their neighbours.
class Table {
 public:
  Table() {
    const icu::Normalizer2& folding = case_folding();
    for (char32_t code_point = 1; code_point < keys_.size(); ++code_point)
      keys_[code_point] = static_cast<char16_t>(key_from_icu(folding, code_point));
  }

  [[nodiscard]] char32_t key(char32_t code_point) const {
    if (code_point < keys_.size()) return keys_[code_point];
    constexpr char32_t first_unified = 0x4E00;
    constexpr char32_t last_unified = 0x9FFF;
    return code_point >= first_unified && code_point <= last_unified ? code_point
                                                                     : needs_icu;
  }

 private:
  static char32_t key_from_icu(const icu::Normalizer2& folding, char32_t code_point) {
    const auto icu_form = static_cast<UChar32>(code_point);
    if (arabic_key(code_point) == removed) return removed;
    if (folding.hasBoundaryBefore(icu_form) == 0) return needs_icu;
    icu_detail::Status status;
    const icu::UnicodeString result =
        folding.normalize(icu::UnicodeString(icu_form), status);
    status.require("fold a character");
    if (result.isEmpty()) return removed;
    if (result.length() > 1) return needs_icu;
    return fold_key(result.charAt(0));
  }

  std::array<char16_t, 0x2E80> keys_{};
};

const Table& table() {
  static const Table made_once;
  return made_once;
}

/// Most words of half the languages. Returns: false for words with other characters.
bool fold_ascii(std::string_view word, std::string& result) {
  constexpr unsigned char first_beyond_ascii = 0x80;
  result.resize(word.size());
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char byte = word[at];
    if (static_cast<unsigned char>(byte) >= first_beyond_ascii || byte == 0) return false;
    result[at] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  return true;
}

std::string folded_by_icu(std::string_view word) {
  icu_detail::Status status;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
  std::string folded_case;
  case_folding().normalize(text, status).toUTF8String(folded_case);
  status.require("fold a word");
  std::string result;
  for (std::size_t at = 0; at < folded_case.size();) {
    const char32_t key = fold_key(next_code_point(folded_case, at));
    if (key != removed) append_code_point(result, key);
  }
  return result;
}

}  // namespace

std::string folded(std::string_view word) {
  std::string result;
  if (fold_ascii(word, result)) return result;
  const Table& keys = table();
  result.clear();
  result.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const char32_t key = keys.key(next_code_point(word, at));
    if (key == needs_icu) return folded_by_icu(word);
    if (key != removed) append_code_point(result, key);
  }
  return result;
}

char32_t first_of_folded(std::string_view word) noexcept {
  if (word.empty()) return 0;
  const Table& keys = table();
  std::size_t at = 0;
  const char32_t key = keys.key(next_code_point(word, at));
  if (key == needs_icu || key == removed) return 0;
  // A mark that belongs to the letter before it may make another one of it.
  if (at < word.size() && keys.key(next_code_point(word, at)) == needs_icu) return 0;
  return key;
}

}  // namespace hexapla
