#include "text/state_codes.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/icu.hpp"
#include "text/language.hpp"
#include "text/table.hpp"
#include "text_data.hpp"

#include <unordered_map>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

// Bytes; a longer line is no name of a State.
constexpr std::size_t longest_state_name = 160;

/// `name` with the marks of its letters apart: é as e and an accent.
std::string decomposed(std::string_view name) {
  icu_detail::Status status;
  const icu::Normalizer2* const normaliser = icu::Normalizer2::getNFDInstance(status);
  status.require("find the decompositions of letters");
  std::string result;
  normaliser
      ->normalize(icu::UnicodeString::fromUTF8(
                      {name.data(), static_cast<std::int32_t>(name.size())}),
                  status)
      .toUTF8String(result);
  status.require("decompose a name");
  return result;
}

/// Bare letters only: names differ in accents, apostrophes, hyphens and spaces from printer
/// to printer.
std::string state_key(std::string_view name) {
  const std::string all = decomposed(folded(name));
  std::string letters;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t begin = at;
    if (is_letter(next_code_point(all, at))) letters += all.substr(begin, at - begin);
  }
  // "the Netherlands", "la Bolivie"
  for (const std::string_view article : {"the ", "la ", "el ", "le ", "les ", "los "})
    if (all.starts_with(article)) return letters.substr(article.size() - 1);
  return letters;
}

std::unordered_map<std::string, std::string> names_of_states() {
  std::unordered_map<std::string, std::string> codes;
  for (const auto& row : rows_of_table(embedded::state_codes_tsv))
    for (const std::string_view name : parts_of(row[2], '|'))
      codes.emplace(state_key(name), row[0]);
  // Ours first: what is "Congo" in the United Nations is not so everywhere.
  for (const Language language : languages::official)
    for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr;
         ++region) {
      icu::UnicodeString wide;
      icu::Locale("", *region)
          .getDisplayCountry(icu::Locale(std::string(language.tag()).c_str()), wide);
      std::string name;
      codes.emplace(state_key(wide.toUTF8String(name)), *region);
    }
  return codes;
}

/// What is before the first bracket.
std::string_view before_bracket(std::string_view name) {
  return name.substr(0, std::min(name.find('('), name.find("（")));
}

}  // namespace

std::optional<std::string> state_code(std::string_view text) {
  static const std::unordered_map<std::string, std::string> codes = names_of_states();
  if (text.size() > longest_state_name || text.starts_with('(')) return std::nullopt;
  for (const std::string_view name : {text, before_bracket(text)}) {
    const auto found = codes.find(state_key(name));
    if (found != codes.end()) return found->second;
  }
  return std::nullopt;
}

}  // namespace hexapla
