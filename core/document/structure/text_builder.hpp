#pragma once

#include "document/source_map.hpp"
#include "text/utf8.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace hexapla {

/// Builds a document's text out of pieces of its source and remembers where each came from.
/// Keeps a view of the source: lives no longer than it does.
class TextBuilder {
 public:
  explicit TextBuilder(std::string_view source)
      : source_(source), all_nfc_(is_nfc(source)) {}

  /// Appends `source_range` in NFC.
  void append(ByteRange source_range);

  /// Appends `words` (a space, a line end) in place of what is in `source_range`.
  void append_instead(std::string_view words, ByteRange source_range);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] SourceMap take_map() { return std::move(map_); }

 private:
  void append_run(std::string_view words, ByteRange source_range, bool copied);

  std::string_view source_;
  bool all_nfc_;  ///< The whole source is in NFC, and so is each piece of it.
  std::string text_;
  SourceMap map_;
};

}  // namespace hexapla
