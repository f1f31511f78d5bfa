#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Neighbouring characters that all take `text_step` bytes of UTF-8 and `source_step` bytes
/// of the source, so that the place of each can be reckoned.
struct Stretch {
  std::size_t text_begin = 0;
  std::size_t source_begin = 0;
  std::size_t characters = 0;
  std::uint8_t text_step = 1;
  std::uint8_t source_step = 1;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// Text brought into UTF-8.
/// Shape: the stretches cover the text from its start, in order and without gaps; source
///        bytes that stand for no character (marks, shifts) lie between them.
struct Transcoded {
  std::string text;
  std::vector<Stretch> stretches;
  /// Where in the source the first ill-formed bytes stand; the text ends before them.
  std::optional<std::size_t> ill_formed_at;
};

/// `bytes` in `encoding`, a name that ICU knows ("GB18030", "windows-1251"), as UTF-8.
/// Nothing is replaced and nothing is left out but byte-order marks.
/// Errors: Fault::unsupported when there is no such encoding.
/// Cost: about 100 MB/s; a table-driven pass over all bytes.
[[nodiscard]] Transcoded transcoded(std::string_view bytes, const std::string& encoding);

/// ICU's own name of an encoding ("cp1251" is windows-1251); nullopt when it knows none.
[[nodiscard]] std::optional<std::string> encoding_named(const std::string& name);

/// What ICU's statistics say of `sample`, best first; empty when they say nothing.
[[nodiscard]] std::vector<std::string> encodings_by_statistics(std::string_view sample);

/// `bytes` with U+FFFD for each byte that is not UTF-8: for names of files and people,
/// which a system keeps as bytes. Texts are never mended so.
[[nodiscard]] std::string as_utf8(std::string_view bytes);

}  // namespace hexapla
