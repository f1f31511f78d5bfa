#include "document/read_text.hpp"

#include "document/lines.hpp"
#include "document/manuscript.hpp"

namespace hexapla {

Document read_text(Decoded decoded, std::uint64_t source_size, std::string_view name,
                   Language language) {
  Manuscript manuscript;
  manuscript.text = std::move(decoded.text);
  manuscript.lines = lines_of(manuscript.text);
  manuscript.origin = std::move(decoded.origin);
  manuscript.format = "text";
  manuscript.encoding = std::move(decoded.encoding);
  manuscript.encoding_certain = decoded.certain;
  manuscript.source_size = source_size;
  return document_from(manuscript, name, language);
}

Document read_text(std::string_view bytes, std::string_view name, Language language,
                   const std::optional<std::string>& encoding) {
  return read_text(decode(bytes, name, encoding), bytes.size(), name, language);
}

}  // namespace hexapla
