#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// The beginning and the end of what a file holds, by which it is told what it is.
struct FileEnds {
  std::string head;
  std::string tail;  ///< Of archives, that of what lists their parts.
};

[[nodiscard]] FileEnds ends_of(std::string_view bytes);
/// Empty for a file that can't be read.
[[nodiscard]] FileEnds ends_of(const std::filesystem::path& file);

/// What a file is, in words for a message, as far as it matters to whoever would lose it:
/// "a database", "an XML file (tmx)", "a Word document", "Markdown". Empty for an empty
/// file. `name` tells what the bytes of a text don't.
[[nodiscard]] std::string kind_of(const FileEnds& ends, const std::filesystem::path& name);

/// True for what begins as the databases of corpora do.
[[nodiscard]] bool is_database(const FileEnds& ends);

}  // namespace hexapla::cli
