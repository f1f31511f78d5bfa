#pragma once

#include "document/document.hpp"
#include "document/lines.hpp"
#include "document/source_map.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A document as its file gives it, decoded but not yet understood: what every reader of a
/// format makes, and what `document_from` finds blocks in.
struct Manuscript {
  std::string text;         ///< UTF-8, as the file has it: no joining, no normalisation.
  std::vector<Line> lines;  ///< In `text`, in reading order.
  SourceMap origin;         ///< From `text` to the bytes of the file, or of its parts.
  std::vector<Part> parts;  ///< Where those bytes are; empty when the file is one part.
  std::vector<Omission> left_out;
  std::vector<ByteRange> markup;  ///< Source bytes that hold no words: tags, comments.
  /// Footnote marks that the format itself names, in `text`. Where there are any, none are
  /// looked for by their look.
  std::vector<FootnoteMark> marks;
  std::string format;             ///< "text", "subtitles", "pdf", "docx", "html".
  std::string encoding;           ///< As decided, "UTF-8"; empty where the format fixes it.
  bool encoding_certain = true;   ///< False when told from statistics.
  std::uint64_t source_size = 0;  ///< Bytes of the file.
};

/// Joins wrapped lines, mends hyphenation, finds blocks and footnote marks.
/// Errors: Fault::malformed when there is no text in it.
[[nodiscard]] Document document_from(const Manuscript& manuscript, std::string_view name,
                                     Language language);

}  // namespace hexapla
