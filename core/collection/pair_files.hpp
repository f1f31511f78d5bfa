#pragma once

#include "collection/content_print.hpp"
#include "collection/file_name.hpp"
#include "text/language.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What is known of one file of a collection before it is paired.
struct CollectedFile {
  std::string path;  ///< As the system has it, perhaps no UTF-8; no two files have the same.
  FileName name;
  std::string sha;      ///< SHA-256 of its bytes; empty when they can't be read.
  std::string trouble;  ///< "empty", "unreadable: why"; else empty.
  std::optional<Language> language;  ///< That its text shows, whatever the name says.
  std::string symbol;                ///< On its first page; empty when there is none.
  std::uint64_t text = 0;            ///< The same for texts with the same letters.
  ContentPrint print;
  bool can_compare = true;  ///< Its print, with those of other languages.
};

/// What a file was paired by.
enum class PairedBy : std::uint8_t { nothing, symbol, name, content };
inline constexpr std::array paired_by_names{
    std::string_view("-"), std::string_view("symbol"), std::string_view("name"),
    std::string_view("content")};
[[nodiscard]] constexpr std::string_view name_of(PairedBy how) noexcept {
  return paired_by_names.at(static_cast<std::size_t>(how));
}

/// A line of works.tsv: a file, the work that it is a version of, and what is wrong with
/// that.
struct PairedFile {
  std::string work;      ///< Empty: none was found.
  std::string language;  ///< A tag; empty: it can't be told.
  std::string path;      ///< As the system has it, perhaps no UTF-8.
  std::string sha;
  std::string how;      ///< A name_of(PairedBy).
  double score = 0;     ///< How like its content is that of the other versions, 0 to 1.
  std::string problem;  ///< Empty, or a kind, a colon and the details; see README.md.

  friend bool operator==(const PairedFile&, const PairedFile&) = default;
};

/// Which files are versions of one work: by the symbol on page one, by their names, and
/// last by what they speak of. What content says against symbol or name is a problem of the
/// file; it is never moved without a word.
/// Shape: all files, by work, language and path; those of no work at the end.
[[nodiscard]] std::vector<PairedFile> pair_files(std::vector<CollectedFile> files);

}  // namespace hexapla
