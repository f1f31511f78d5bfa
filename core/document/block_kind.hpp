#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hexapla {

/// What a block of a United Nations document is, in the order in which one meets them.
enum class BlockKind : std::uint8_t {
  masthead,          ///< The organs, as in "General Assembly  Security Council".
  session,           ///< "Seventy-fifth session  Seventy-fifth year".
  agenda_reference,  ///< "Agenda items 35, 40, 86 and 135".
  agenda_item,       ///< One agenda item's own title.
  title,
  annex,    ///< The line that starts an annex: "Annex II".
  heading,  ///< Also a numbered one, "I. Introduction", with its number as the label.
  paragraph,
  list_item,  ///< After a bullet or a letter: "(a) To report".
  quotation,  ///< A paragraph set in from both its neighbours.
  state,  ///< One of a list of States, whose alphabetical order each language has its own
          ///< of.
  table,  ///< One cell, or a paragraph of one; cells come row by row: Block::cell.
  signature,  ///< Several lines; the text keeps the line ends.
  footnote,
  furniture,  ///< Page marks, rules, page breaks: kept, but not for alignment.
};

inline constexpr std::array<std::string_view, 15> block_kind_names{
    "masthead", "session",   "agenda_reference", "agenda_item", "title",
    "annex",    "heading",   "paragraph",        "list_item",   "quotation",
    "state",    "table",     "signature",        "footnote",    "furniture"};

[[nodiscard]] constexpr std::string_view name_of(BlockKind kind) noexcept {
  return block_kind_names.at(static_cast<std::size_t>(kind));
}
[[nodiscard]] std::optional<BlockKind> block_kind_from(std::string_view name) noexcept;

}  // namespace hexapla
