#include "check/rules/rules.hpp"
#include "text/code_point.hpp"

#include <array>
#include <optional>

namespace hexapla {
namespace {

/// Letters that look alike in Latin and in Cyrillic. Source: Unicode confusables.txt, those
/// of Russian that print the same.
constexpr std::u32string_view latin_alike = U"aceopxyABCEHKMOPTX";
constexpr std::u32string_view cyrillic_alike = U"асеорхуАВСЕНКМОРТХ";

bool is_cyrillic(char32_t letter) {
  return letter >= 0x0400 && letter < 0x0530;
}

bool is_latin_letter(char32_t letter) {
  constexpr char32_t first_beyond_latin = 0x0250;
  return letter < first_beyond_latin && is_letter(letter);
}

/// A word with letters of another script that only look like the language's own: not мРНК
/// with an m of its own.
bool is_mixed(std::string_view word, Language language) {
  std::size_t latin = 0;
  std::size_t cyrillic = 0;
  bool latin_in_disguise = true;
  bool cyrillic_in_disguise = true;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = next_code_point(word, at);
    if (is_cyrillic(letter)) {
      ++cyrillic;
      cyrillic_in_disguise =
          cyrillic_in_disguise && cyrillic_alike.find(letter) != std::u32string_view::npos;
    } else if (is_latin_letter(letter)) {
      ++latin;
      latin_in_disguise =
          latin_in_disguise && latin_alike.find(letter) != std::u32string_view::npos;
    }
  }
  if (latin == 0 || cyrillic == 0) return false;
  return language.primary() == "ru" ? latin_in_disguise : cyrillic_in_disguise;
}

bool is_arabic_letter(char32_t letter) {
  return letter >= 0x0620 && letter < 0x0700 && is_letter(letter);
}

/// The tatweel of a word that is stretched, as لجـــنة: not of لـ beside a figure.
std::optional<ByteRange> stretch_in(std::string_view text, ByteRange word) {
  constexpr std::string_view tatweel = "ـ";
  for (std::size_t at = text.find(tatweel, word.begin); at < word.end;
       at = text.find(tatweel, at)) {
    const std::size_t begin = at;
    while (text.substr(at).starts_with(tatweel))
      at += tatweel.size();
    if (is_arabic_letter(code_point_before(text, begin)) &&
        is_arabic_letter(code_point_at(text, at)))
      return ByteRange{begin, at};
  }
  return std::nullopt;
}

}  // namespace

void check_scripts(const CellPair& pair, const CheckContext& /*around*/,
                   Findings& findings) {
  constexpr double hardly_on_purpose = 0.95;
  constexpr double style = 0.4;
  const ParsedCell& target = pair.target;
  const bool arabic = target.language().primary() == "ar";
  for (const Word& word : target.words) {
    if (word.kind != WordKind::letters) continue;
    if (is_mixed(word.range.of(target.text), target.language())) {
      Finding finding = make_finding(Rule::mixed_script, pair, hardly_on_purpose);
      finding.target = spots_of(*target.cell, word.range);
      finding.message = in_quotes(target.at(word.range)) + " mixes Latin and Cyrillic letters";
      findings.push_back(std::move(finding));
    }
    if (!arabic) continue;
    if (const auto stretch = stretch_in(target.text, word.range)) {
      Finding finding = make_finding(Rule::mixed_script, pair, style);
      finding.target = spots_of(*target.cell, *stretch);
      finding.message = in_quotes(target.at(word.range)) + " is stretched by a tatweel";
      findings.push_back(std::move(finding));
    }
  }
}

}  // namespace hexapla
