#pragma once

#include "document/markup/scanner.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A stretch of text and the bytes of the source that say it.
struct TextPiece {
  std::string words;
  ByteRange source;
  bool copied = true;  ///< The same bytes; else a reference resolved, or words of ours.
};

/// The text of `range` with its references (`&amp;`, `&#x4E2D;`) resolved. References that
/// name no character stay as they stand.
/// Source: HTML 4 entity names as libxml2 knows them; HTML Living Standard, numeric
///         character reference end state, for &#128; to &#159;.
[[nodiscard]] std::vector<TextPiece> text_pieces(std::string_view source, ByteRange range,
                                                 Markup markup);

/// Adds a range after the others, as a part of the last one where it begins at its end.
void append_range(std::vector<ByteRange>& ranges, ByteRange range);

/// Where `source` holds no words: tags, comments, references to white space; in XML all but
/// the text of WordprocessingML (`<w:t>`). Neighbours are joined. For the audit, which must
/// not believe the readers, found without them.
[[nodiscard]] std::vector<ByteRange> wordless_ranges(std::string_view source,
                                                     Markup markup);

/// The words of text_pieces in a row.
[[nodiscard]] std::string resolved_text(std::string_view source, ByteRange range,
                                        Markup markup);

}  // namespace hexapla
