#include "../zip.hpp"
#include "require_sound.hpp"
#include "term/read_termbase.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace hexapla;

constexpr std::string_view border = "\n====\n";

/// The next part of `rest`, which is left with what follows.
std::string_view taken(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(border), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + border.size(), rest.size()));
  return part;
}

/// XML of the parts one after the other, with borders between them, as a workbook:
/// mutations of a packed file hardly ever unpack.
std::string packed(std::string_view rest) {
  constexpr std::array names{"xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                             "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"};
  ZipFiles files;
  for (const char* const name : names)
    files.emplace_back(name, taken(rest));
  return zip_of(files);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  try {
    const std::string file = bytes.starts_with("PK") ? bytes : packed(bytes);
    const SurveyedTermbase survey = survey_termbase(file, "fuzz.xlsx", {});
    for (const Concept& found : survey.termbase.concepts)
      for (const Term& term : found.terms)
        require(!term.text.empty() && !find_ill_formed(term.text));
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
