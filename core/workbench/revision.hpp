#pragma once

#include "align/multitext.hpp"
#include "text/language.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What happened to one language of a row between two revisions of a document.
enum class CellChange : std::uint8_t {
  same,
  marks,  ///< Only letter case, marks and blanks differ.
  words,  ///< It says something else.
  added,
  removed,
  missing,  ///< The language is in one of the revisions only.
};
[[nodiscard]] std::string_view name_of(CellChange change) noexcept;

struct RevisedCell {
  Language language;
  CellChange change = CellChange::same;
  std::string before;
  std::string after;
};

/// Rows of two revisions that hold the same segments, or what became of them.
struct RevisedRow {
  std::vector<std::uint32_t> before;  ///< Numbers of rows; empty for what is new.
  std::vector<std::uint32_t> after;   ///< Empty for what is gone.
  std::vector<RevisedCell> cells;  ///< By the languages of the new revision, then others.

  /// Languages that say what they said although the source says something else.
  [[nodiscard]] std::vector<Language> not_followed(Language source) const;
  /// Languages that say something else although the source does not.
  [[nodiscard]] std::vector<Language> alone(Language source) const;
};

/// Which segment of one text is which of the other, or what it has become.
/// Shape: a number for each old segment; `no_segment` where it is gone. Numbers rise.
/// Source: patience diff (B. Cohen) for what stays; between these, an alignment of the
///         segments with the most words in common (after Needleman and Wunsch 1970).
[[nodiscard]] std::vector<std::uint32_t> revised_places(
    std::span<const std::string_view> before, std::span<const std::string_view> after);
inline constexpr std::uint32_t no_segment = 0xFFFFFFFF;

/// What two revisions of a work have changed, in the order of the new one; rows in which
/// all languages say the same are left out.
[[nodiscard]] std::vector<RevisedRow> revised_rows(const Multitext& before,
                                                   const Multitext& after);

}  // namespace hexapla
