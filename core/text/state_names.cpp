#include "text/state_names.hpp"

#include "text/code_point.hpp"
#include "text/fold.hpp"
#include "text/language.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"
#include "text_data.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace hexapla {
namespace {

// Bytes; a longer line is no name of a State.
constexpr std::size_t longest_name = 160;

std::unordered_set<std::string> all_names() {
  std::unordered_set<std::string> names;
  for (const Language language : languages::official)
    for (const char* const* region = icu::Locale::getISOCountries(); *region != nullptr;
         ++region) {
      icu::UnicodeString wide;
      icu::Locale("", *region)
          .getDisplayCountry(icu::Locale(std::string(language.tag()).c_str()), wide);
      std::string name;
      names.insert(folded(wide.toUTF8String(name)));
    }
  for (const auto& row : rows_of_table(embedded::state_names_tsv))
    for (const std::string_view name : parts_of(row[1], '|'))
      names.insert(folded(name));
  return names;
}

std::string_view without_list_marks(std::string_view text) {
  ByteRange range = trimmed(text, {0, text.size()});
  while (!range.empty()) {
    const char32_t last = code_point_before(text, range.end);
    constexpr std::u32string_view marks = U".,;،؛，；。、*";
    if (marks.find(last) == std::u32string_view::npos) break;
    (void)previous_code_point(text, range.end);
  }
  return trimmed(text, range).of(text);
}

}  // namespace

bool is_state_name(std::string_view text) {
  if (text.size() > longest_name) return false;
  static const std::unordered_set<std::string> names = all_names();
  const std::string_view name = without_list_marks(text);
  if (name.empty()) return false;
  if (names.contains(folded(name))) return true;
  // "Iran (Islamic Republic of)", "伊朗(伊斯兰共和国)"
  const std::size_t bracket = std::min(name.find('('), name.find("（"));
  if (bracket == std::string_view::npos || bracket == 0) return false;
  return names.contains(folded(trimmed(name, {0, bracket}).of(name)));
}

}  // namespace hexapla
