#include "document/docx/package.hpp"
#include "document/docx/read_docx.hpp"
#include "require_sound.hpp"
#include "text/error.hpp"

#include <array>
#include <cstdint>

namespace {

using namespace hexapla;

constexpr std::string_view border = "\n====\n";

/// The next part of `rest`, which is left with what follows.
std::string taken(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(border), rest.size());
  std::string part(rest.substr(0, end));
  rest.remove_prefix(std::min(end + border.size(), rest.size()));
  return part;
}

/// XML of the parts one after the other, with borders between them: mutations of a packed
/// file hardly ever unpack. The XML isn't checked, so that the reader sees broken XML too.
void read_parts(std::string_view bytes) {
  using Role = DocxPart::Role;
  DocxPackage package;
  for (const Role role : {Role::document, Role::footnotes, Role::endnotes, Role::comments})
    package.parts.push_back({role, "part", taken(bytes), 0});
  package.numbering = taken(bytes);
  package.styles = taken(bytes);
  package.settings = taken(bytes);
  std::string source;
  for (DocxPart& part : package.parts) {
    if (find_ill_formed(part.xml)) return;
    part.begin = source.size();
    source += part.xml;
  }
  if (find_ill_formed(package.numbering) || find_ill_formed(package.styles)) return;
  const Manuscript manuscript = manuscript_from_parts(package);
  require(!find_ill_formed(manuscript.text));
  require_sound(manuscript, source);
  require_sound_document(manuscript);
  try {
    require_plain_xml(package.parts.front().xml, "fuzz");
  } catch (const Error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  try {
    if (bytes.starts_with("PK")) {
      require_sound(manuscript_from_docx(bytes, "fuzz.docx"), {});
    } else {
      read_parts(bytes);
    }
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
