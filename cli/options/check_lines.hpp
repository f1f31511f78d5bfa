#pragma once

#include "align/aligned_unit.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// Two files of which line N of one says what line N of the other says, as Moses has them.
/// Owns both texts; units are read out of them a stretch at a time, so that a million lines
/// fit into memory.
class AlignedLines {
 public:
  /// Errors: those of read_file and admit_utf8; Fault::malformed when one file has more
  ///         lines than the other, naming both counts.
  AlignedLines(const std::array<std::filesystem::path, 2>& files,
               const std::array<Language, 2>& languages);

  [[nodiscard]] std::size_t size() const { return sides_[0].lines.size(); }
  /// Lines [first, last) as units of one segment a side, numbered as the lines are, from 0.
  /// A blank line is no cell.
  [[nodiscard]] std::vector<AlignedUnit> units(std::size_t first, std::size_t last) const;
  /// The view lives as long as this.
  [[nodiscard]] std::string_view line(Language language, std::size_t number) const;

 private:
  struct Side {
    Language language;
    std::string text;
    std::vector<ByteRange> lines;
  };
  [[nodiscard]] static Side side_of(const std::filesystem::path& file, Language language);

  std::array<Side, 2> sides_;
};

}  // namespace hexapla::cli
