#pragma once

#include "document/manuscript.hpp"
#include "document/source_map.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// The bytes of a file as text.
struct Decoded {
  std::string text;      ///< UTF-8 without a byte-order mark; else as the file has it.
  SourceMap origin;      ///< From `text` to the bytes.
  std::string encoding;  ///< "UTF-8", "GB18030", ...
  bool certain = true;   ///< Named by the caller, marked, or well-formed UTF-8; else told
                         ///< from the statistics of scripts and letters.
};

/// Finds out which encoding `bytes` are in, unless `encoding` says, and brings them into
/// UTF-8. Nothing is replaced by U+FFFD.
///
/// Errors: Fault::malformed with line and byte offset for ill-formed bytes; with the
///         candidates and the way out (`--encoding`) when the encoding can't be told;
///         Fault::unsupported for an encoding that is not known, and for files of more
///         than 2 GiB or lines of more than 16 MiB.
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view name,
                             const std::optional<std::string>& encoding = std::nullopt);

/// Tells the manuscript of `decoded` which encoding its file is in.
inline void note_encoding(Manuscript& manuscript, const Decoded& decoded) {
  manuscript.encoding = decoded.encoding;
  manuscript.encoding_certain = decoded.certain;
}

}  // namespace hexapla
