#pragma once

#include "document/block_kind.hpp"
#include "document/source_map.hpp"
#include "document/table_cell.hpp"
#include "text/language.hpp"
#include "text/utf8.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A part of a file to which source offsets from `begin` on belong: "word/footnotes.xml" of
/// a DOCX, "page 3" of a PDF. Offsets count through all parts, one after the other.
struct Part {
  std::string name;
  std::uint64_t begin = 0;

  friend bool operator==(const Part&, const Part&) = default;
};

/// Something of the file that is not in the text, and why: an image, deleted text, a
/// script.
struct Omission {
  std::string what;
  ByteRange source;

  friend bool operator==(const Omission&, const Omission&) = default;
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  ByteRange range;  ///< In Document::text.
  /// What it is numbered with, if anything: a footnote "1", a paragraph "12.", an item
  /// "(a)" or "•", a heading "IV.". It may be in the text too.
  std::string label;
  std::optional<TableCell> cell = {};  ///< Whose text it is, or a part of it.

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
  std::string sha;                ///< SHA-256 of its bytes, hexadecimal; empty: not known.
  std::string format;             ///< "text", "subtitles", "pdf", "docx", "html".
  std::string encoding;           ///< As decided; empty where the format fixes it.
  bool encoding_certain = true;   ///< False when told from statistics.
  std::vector<Part> parts;        ///< Of the source; empty when it is one.
  std::vector<Omission> left_out;
  std::vector<ByteRange> markup;  ///< Source bytes that hold no words: tags, comments.
};

/// The part of the source where `range` of the text begins ("page 3"); nullptr when the
/// source is one part.
[[nodiscard]] const Part* part_of(const Document& document, ByteRange range);

}  // namespace hexapla
