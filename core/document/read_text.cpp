#include "document/read_text.hpp"

#include "document/lines.hpp"
#include "document/manuscript.hpp"
#include "text/error.hpp"

#include <limits>

namespace hexapla {
namespace {

// Offsets are kept in 32 bits; a United Nations document is a few megabytes at most.
constexpr std::size_t largest_source = std::numeric_limits<std::uint32_t>::max() / 2;

}  // namespace

Document read_text(std::string_view bytes, std::string_view name, Language language) {
  if (bytes.size() > largest_source)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "larger than 2 GiB; cut it into parts");
  require_utf8(bytes, name);
  require_lines(bytes, name);
  Manuscript manuscript;
  manuscript.text = bytes;
  manuscript.lines = lines_of(bytes);
  manuscript.origin.append({0, static_cast<std::uint32_t>(bytes.size()), 0,
                            static_cast<std::uint32_t>(bytes.size()), true});
  manuscript.format = "text";
  manuscript.encoding = "UTF-8";
  manuscript.source_size = bytes.size();
  return document_from(manuscript, name, language);
}

}  // namespace hexapla
