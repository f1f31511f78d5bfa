#pragma once

#include "document/document.hpp"
#include "segment/segments.hpp"
#include "text/language.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// A document as read, with the bytes that it was read from.
struct ReadDocument {
  std::string bytes;
  Document document;
};

/// Reads `file` in `language`, or in the one that its name hints at (`letter.zh.txt`,
/// `A_75_1-EN.txt`), or in the one that its text shows.
/// Errors: those of read_file and read_text; Fault::unsupported when the language can't be
///         told, naming --language as the way out.
[[nodiscard]] ReadDocument read_document(const std::filesystem::path& file,
                                         std::optional<Language> language);

/// The official language that a file's name hints at.
[[nodiscard]] std::optional<Language> language_hint(const std::filesystem::path& file);

}  // namespace hexapla::cli
