#pragma once

#include "document/source_map.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// What a block of a United Nations document is, in the order in which one meets them.
enum class BlockKind : std::uint8_t {
  masthead,          ///< The organs, as in "General Assembly  Security Council".
  session,           ///< "Seventy-fifth session  Seventy-fifth year".
  agenda_reference,  ///< "Agenda items 35, 40, 86 and 135".
  agenda_item,       ///< One agenda item's own title.
  title,
  heading,
  paragraph,
  signature,  ///< Several lines; the text keeps the line ends.
  footnote,
  furniture,  ///< Page marks, rules, page breaks: kept, but not for alignment.
};

inline constexpr std::array block_kind_names{std::string_view("masthead"),
                                             std::string_view("session"),
                                             std::string_view("agenda_reference"),
                                             std::string_view("agenda_item"),
                                             std::string_view("title"),
                                             std::string_view("heading"),
                                             std::string_view("paragraph"),
                                             std::string_view("signature"),
                                             std::string_view("footnote"),
                                             std::string_view("furniture")};

[[nodiscard]] constexpr std::string_view name_of(BlockKind kind) noexcept {
  return block_kind_names.at(static_cast<std::size_t>(kind));
}
[[nodiscard]] std::optional<BlockKind> block_kind_from(std::string_view name) noexcept;

struct Block {
  BlockKind kind = BlockKind::paragraph;
  ByteRange range;    ///< In Document::text.
  std::string label;  ///< A footnote's number, "1"; empty elsewhere.

  friend bool operator==(const Block&, const Block&) = default;
};

/// A footnote mark in the body: the 1 of `恐慌。”1`.
struct FootnoteMark {
  ByteRange range;  ///< In Document::text, inside a block that is no footnote.
  std::string label;

  friend bool operator==(const FootnoteMark&, const FootnoteMark&) = default;
};

/// One version of a United Nations document. Owns its text; all else is ranges into it.
///
/// Shape: blocks are in order, disjoint, never empty; the body comes first, then the
///        footnotes, then the furniture, whatever their order on the page. Between two
///        blocks stands one "\n". The text is valid UTF-8 in NFC.
struct Document {
  std::string name;  ///< Of the file it was read from, without its folder.
  Language language;
  std::string text;
  std::vector<Block> blocks;
  std::vector<FootnoteMark> marks;  ///< In the order of the text.
  SourceMap origin;
  std::vector<ByteRange> mended;  ///< Source bytes of hyphens that only broke a word.
  std::uint64_t source_size = 0;  ///< Bytes of the source file.
};

}  // namespace hexapla
