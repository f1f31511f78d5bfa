#include "require_sound.hpp"
#include "term/read_termbase.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <archive.h>
#include <archive_entry.h>

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
  constexpr std::size_t directory = 4096;  // bytes, more than the names take
  std::string bytes(rest.size() + directory, '\0');
  std::size_t used = 0;
  archive* const writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_set_options(writer, "zip:compression=store");
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const char* const name : names) {
    const std::string_view part = taken(rest);
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_size(entry, static_cast<la_int64_t>(part.size()));
    archive_write_header(writer, entry);
    archive_write_data(writer, part.data(), part.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
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
