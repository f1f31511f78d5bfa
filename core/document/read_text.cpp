#include "document/read_text.hpp"

#include "document/subtitles/cues.hpp"
#include "document/subtitles/read_subtitles.hpp"
#include "document/text_tables.hpp"

namespace hexapla {

Manuscript manuscript_from_text(std::string_view bytes, std::string_view name,
                                const std::optional<std::string>& encoding) {
  Decoded decoded = decode(bytes, name, encoding);
  if (is_subtitles(decoded.text)) return manuscript_from_subtitles(decoded, bytes);
  Manuscript manuscript;
  manuscript.text = std::move(decoded.text);
  manuscript.lines = lines_of(manuscript.text);
  cut_tables(manuscript.text, manuscript.lines);
  manuscript.origin = std::move(decoded.origin);
  manuscript.format = "text";
  note_encoding(manuscript, decoded);
  manuscript.source_size = bytes.size();
  return manuscript;
}

Document read_text(std::string_view bytes, std::string_view name, Language language,
                   const std::optional<std::string>& encoding) {
  return document_from(manuscript_from_text(bytes, name, encoding), name, language);
}

}  // namespace hexapla
