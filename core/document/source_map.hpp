#pragma once

#include "text/utf8.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hexapla {

/// Says for each byte of a document's text which bytes of the source file it came from.
///
/// Shape: runs in the order of the text, without gaps; where the text is a copy of the
///        source, in its encoding or another, a run is long; where it was composed (NFC) or
///        a line end became a space a run maps as a whole. Source ranges may jump: a
///        footnote stands last in the text.
class SourceMap {
 public:
  struct Run {
    std::uint32_t text_begin = 0;
    std::uint32_t text_size = 0;
    std::uint32_t source_begin = 0;
    std::uint32_t source_size = 0;
    /// Text and source are the same characters one for one, so offsets carry over: by the
    /// byte, or in steps where the source is in another encoding than UTF-8.
    bool copied = true;
    std::uint8_t text_step = 1;    ///< Bytes of each character in the text.
    std::uint8_t source_step = 1;  ///< Bytes of each character in the source.

    /// The source bytes behind the part of this run that lies in `text`.
    [[nodiscard]] ByteRange source_of(ByteRange text) const;

    friend bool operator==(const Run&, const Run&) = default;
  };

  SourceMap() = default;
  explicit SourceMap(std::vector<Run> runs) : runs_(std::move(runs)) {}

  /// `run` starts where the last one ended. Copies that continue each other are joined.
  void append(Run run);

  /// The source bytes behind `text`, in text order, neighbours joined.
  [[nodiscard]] std::vector<ByteRange> source_of(ByteRange text) const;

  /// The runs that share a byte with `text`.
  [[nodiscard]] std::span<const Run> runs_over(ByteRange text) const;

  /// The smallest range that holds all of source_of(text).
  [[nodiscard]] ByteRange hull_of(ByteRange text) const;

  [[nodiscard]] std::span<const Run> runs() const noexcept { return runs_; }

 private:
  std::vector<Run> runs_;
};

/// `first` maps a text to a second text, `second` that one to a source: the map from the
/// text to the source.
[[nodiscard]] SourceMap composed(const SourceMap& first, const SourceMap& second);

}  // namespace hexapla
