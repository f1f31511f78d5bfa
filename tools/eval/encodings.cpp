// Measures how well the encoding of a file is told:
//
//   encodings [--errors] FILE...
//
// reads UTF-8 texts named after their languages (letter.zh.txt, culture.raw.en), encodes
// them, whole and in pieces, into each encoding that their languages are written in, and
// counts the pieces that `decode` reads rightly, refuses, and reads wrongly. Lines that an
// encoding lacks a character for are left out; pieces that are all ASCII are none.
// core/document/README.md has the figures.
#include "document/encoding/decode.hpp"
#include "pieces.hpp"
#include "text/encoding.hpp"
#include "text/error.hpp"
#include "tools/shared/program.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace hexapla::eval {
namespace {

struct Use {
  std::string_view tag;
  const char* encoding;
};
constexpr std::array uses{
    Use{"*", "UTF-8"},         Use{"*", "UTF-16LE"},      Use{"*", "UTF-16BE"},
    Use{"*", "UTF-32LE"},      Use{"*", "UTF-32BE"},      Use{"zh", "GB18030"},
    Use{"zh", "Big5"},         Use{"ru", "windows-1251"}, Use{"ru", "KOI8-R"},
    Use{"ru", "ISO-8859-5"},   Use{"ru", "IBM866"},       Use{"ar", "windows-1256"},
    Use{"ar", "ISO-8859-6"},   Use{"en", "windows-1252"}, Use{"en", "ISO-8859-1"},
    Use{"fr", "windows-1252"}, Use{"fr", "ISO-8859-1"},   Use{"fr", "ISO-8859-15"},
    Use{"es", "windows-1252"}, Use{"es", "ISO-8859-1"},   Use{"es", "ISO-8859-15"}};

constexpr std::array<std::size_t, 4> piece_sizes{200, 1000, 5000, 0};  // bytes; 0: whole

enum class Verdict { right, refused, wrong };
using Counts = std::map<Verdict, std::size_t>;

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      {text.data(), static_cast<std::int32_t>(text.size())});
}

/// Empty where `encoding` lacks a character. ICU silently drops those that show nothing
/// (zero-width spaces), so the way back is tried too.
std::string encoded(std::string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString wide = utf16(text);
  const icu::LocalUConverterPointer converter(ucnv_open(encoding, &status));
  ucnv_setFromUCallBack(converter.getAlias(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr,
                        nullptr, &status);
  constexpr std::size_t longest_character = 4;
  std::string bytes(text.size() * longest_character, '\0');
  const auto size = ucnv_fromUChars(converter.getAlias(), bytes.data(),
                                    static_cast<std::int32_t>(bytes.size()),
                                    wide.getBuffer(), wide.length(), &status);
  if (U_FAILURE(status) != 0) return {};
  bytes.resize(static_cast<std::size_t>(size));
  return transcoded(bytes, encoding).text == text ? bytes : std::string();
}

std::string in_traditional_characters(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_traditional(
      icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD,
                                          status));
  if (U_FAILURE(status) != 0) return {};
  icu::UnicodeString wide = utf16(text);
  to_traditional->transliterate(wide);
  std::string result;
  return wide.toUTF8String(result);
}

/// The lines that `encoding` has all characters for.
std::string lines_that_fit(std::string_view text, const char* encoding) {
  std::string fitting;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    const std::string_view line = text.substr(begin, end - begin);
    if (!encoded(line, encoding).empty()) fitting += line;
    begin = end;
  }
  return fitting;
}

struct Judged {
  Verdict verdict;
  std::string words;
};

Judged judged(const std::string& bytes, std::string_view text) {
  try {
    const Decoded decoded = decode(bytes, "piece");
    if (decoded.text == text) return {Verdict::right, {}};
    return {Verdict::wrong, "wrong, as " + decoded.encoding};
  } catch (const Error& error) {
    return {Verdict::refused, "refused (" + std::string(error.what()) + ")"};
  }
}

class Measurement {
 public:
  explicit Measurement(bool tell_errors) : tell_errors_(tell_errors) {}

  void add(const std::string& tag, const std::string& text) {
    for (const Use& use : uses) {
      if (use.tag != "*" && use.tag != tag) continue;
      const std::string own =
          use.encoding == std::string_view("Big5") ? in_traditional_characters(text) : text;
      const std::string fitting = lines_that_fit(own, use.encoding);
      if (!fitting.empty()) add_pieces(tag + " " + use.encoding, fitting, use.encoding);
    }
  }

  void print() const {
    std::printf("right / refused / wrong\n%-18s", "");
    for (const std::size_t size : piece_sizes)
      std::printf(" %16s", size == 0 ? "whole" : (std::to_string(size) + " bytes").c_str());
    std::printf("\n");
    for (const auto& [name, by_size] : counts_) {
      std::printf("%-18s", name.c_str());
      for (const std::size_t size : piece_sizes) {
        const auto found = by_size.find(size);
        Counts counts = found == by_size.end() ? Counts() : found->second;
        std::printf(" %6zu/%4zu/%4zu", counts[Verdict::right], counts[Verdict::refused],
                    counts[Verdict::wrong]);
      }
      std::printf("\n");
    }
  }

 private:
  void add_pieces(const std::string& name, const std::string& text, const char* encoding) {
    const std::size_t bytes = encoded(text, encoding).size();
    std::size_t characters = pieces_of(text, 1).size();
    for (const std::size_t size : piece_sizes)
      for (const std::string_view piece : pieces_of(text, size * characters / bytes)) {
        const std::string piece_bytes = encoded(piece, encoding);
        if (piece_bytes == piece && encoding != std::string_view("UTF-8")) continue;
        const auto [verdict, words] = judged(piece_bytes, piece);
        ++counts_[name][size][verdict];
        if (tell_errors_ && verdict != Verdict::right)
          std::cout << name << ' ' << size << ' ' << words << ": " << piece << '\n';
      }
  }

  bool tell_errors_;
  std::map<std::string, std::map<std::size_t, Counts>> counts_;
};

int run(std::span<char*> words) {
  const bool tell_errors = words.size() > 1 && words[1] == std::string_view("--errors");
  Measurement measurement(tell_errors);
  for (char* const file : words.subspan(tell_errors ? 2 : 1))
    measurement.add(tag_of(file), read_utf8(file));
  measurement.print();
  return 0;
}

}  // namespace
}  // namespace hexapla::eval

int main(int count, char** words) {
  return hexapla::run_program("eval_encodings", count, words, hexapla::eval::run);
}
