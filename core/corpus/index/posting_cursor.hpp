#pragma once

// Private to core/corpus/: moves through the places of forms in table search_list.

#include "corpus/database/sqlite.hpp"
#include "corpus/index/posting_list.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// Which lists: those of one language in one portion.
struct ListPlace {
  std::int64_t portion = 0;
  std::int64_t language = 0;
};

/// Questions to search_list and search_stem, prepared once. One at a time.
class PostingLists {
 public:
  explicit PostingLists(const sqlite::Connection& connection);

  /// The piece in which `row` is or would be; the first piece when all are after it.
  std::optional<PostingPiece> piece_at(const ListPlace& place, std::string_view form,
                                       std::int64_t row);
  /// First row of the piece after the one that begins with `first`; the largest number
  /// at the end.
  std::int64_t first_behind(const ListPlace& place, std::string_view form,
                            std::int64_t first);
  /// How many places there are in all.
  std::int64_t places(const ListPlace& place, std::string_view form);

  /// The forms that begin with `beginning`; nullopt when they are more than `most`.
  std::optional<std::vector<std::string>> forms_from(const ListPlace& place,
                                                     std::string_view beginning,
                                                     std::size_t most);
  /// The forms of which `stem` is a stem, but not `stem` itself.
  std::vector<std::string> forms_of_stem(std::int64_t language, std::string_view stem);

 private:
  sqlite::Statement at_or_before_;
  sqlite::Statement behind_;
  sqlite::Statement places_;
  sqlite::Statement next_form_;
  sqlite::Statement forms_of_stem_;
};

inline constexpr std::int64_t no_row = std::numeric_limits<std::int64_t>::max();
/// What a damaged file says beyond it is taken for it.
inline constexpr std::int64_t greatest_row = no_row - 1;

/// Moves through the places of one form, forwards only.
class PostingCursor {
 public:
  PostingCursor(const ListPlace& place, std::string form);

  /// Moves to the first row from `target` on. Returns: that row, or no_row.
  std::int64_t seek(PostingLists& lists, std::int64_t target);

  [[nodiscard]] std::int64_t row() const noexcept { return row_; }
  [[nodiscard]] std::span<const std::uint32_t> words() const noexcept {
    return reader_.words();
  }

 private:
  bool load(PostingLists& lists, std::int64_t target);

  ListPlace place_;
  std::string form_;
  PostingReader reader_;
  std::int64_t row_ = 0;
  std::int64_t next_first_ = 0;  ///< Of the piece after this one.
};

}  // namespace hexapla
