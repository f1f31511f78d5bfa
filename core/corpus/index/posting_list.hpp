#pragma once

// Private to core/corpus/: the coding of search_list.data.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A piece of the places of a form, as a line of search_list holds it.
struct PostingPiece {
  std::int64_t first = 0;  ///< Row of the first place.
  std::uint32_t places = 0;
  std::string data;
};

/// Bytes of a piece at which the next row begins another. With its key below a quarter of a
/// page of 4096, which is the most that a line of a table without rowid may take without
/// pages of its own.
inline constexpr std::size_t largest_piece = 940;

/// Reads a piece row by row. Bad data ends it early.
class PostingReader {
 public:
  PostingReader() = default;
  PostingReader(std::int64_t first, std::string data);

  /// Moves to the next row. Returns: false at the end.
  bool next();

  [[nodiscard]] std::int64_t row() const noexcept { return row_; }
  /// Numbers of the words in the row, ascending; dies at next().
  [[nodiscard]] std::span<const std::uint32_t> words() const noexcept { return words_; }

 private:
  std::string data_;
  std::size_t at_ = 0;
  std::int64_t row_ = 0;
  std::int64_t following_ = 0;  ///< The row that comes next, read already.
  bool has_following_ = false;
  std::vector<std::uint32_t> words_;
};

}  // namespace hexapla
