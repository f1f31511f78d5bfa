#pragma once

#include "text/language.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hexapla::eval {

/// One document, its gold lines joined to one run of text.
struct GoldText {
  std::string text;
  std::vector<std::size_t>
      borders;  ///< Bytes from the start to each line's end but the last.
};

/// The documents of one language in one set.
struct GoldSet {
  Language language;
  std::size_t lines = 0;
  std::vector<GoldText> texts;
};

/// Reads a folder that holds `zh.txt` and its like, where line n of `ids.txt`, if there is
/// one, names the document of line n before a colon, else all are of one; and files
/// `NAME.zh`, a document each. Lines are joined by a space, in languages without spaces by
/// nothing.
///
/// Errors: Fault::unreadable, or Fault::malformed when ids.txt has another number of lines.
[[nodiscard]] std::vector<GoldSet> read_gold(const std::filesystem::path& folder);

}  // namespace hexapla::eval
