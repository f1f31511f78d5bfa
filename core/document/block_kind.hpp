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

inline constexpr std::array block_kind_names{std::string_view("masthead"),
                                             std::string_view("session"),
                                             std::string_view("agenda_reference"),
                                             std::string_view("agenda_item"),
                                             std::string_view("title"),
                                             std::string_view("annex"),
                                             std::string_view("heading"),
                                             std::string_view("paragraph"),
                                             std::string_view("list_item"),
                                             std::string_view("quotation"),
                                             std::string_view("state"),
                                             std::string_view("table"),
                                             std::string_view("signature"),
                                             std::string_view("footnote"),
                                             std::string_view("furniture")};

[[nodiscard]] constexpr std::string_view name_of(BlockKind kind) noexcept {
  return block_kind_names.at(static_cast<std::size_t>(kind));
}
[[nodiscard]] std::optional<BlockKind> block_kind_from(std::string_view name) noexcept;

}  // namespace hexapla
