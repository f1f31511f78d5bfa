#pragma once

#include "exchange/unit_state.hpp"
#include "format/named_value.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// Something in a text that is no text: bold begins, a field, a picture. Its place is
/// Variant::text before byte `at`; several at one place are in their order.
struct InlineTag {
  enum class Role : std::uint8_t {
    begin,  ///< Opens what a later `end` closes: TMX bpt, hi; XLIFF g, pc, bpt, sc.
    end,    ///< TMX ept; XLIFF ept, ec.
    alone,  ///< Stands for itself: TMX ph, it, ut; XLIFF x, bx, ex, ph.
  };

  std::uint32_t at = 0;  ///< Byte offset in Variant::text, on a character border.
  Role role = Role::alone;
  std::string element;                 ///< Its name where it came from: `bpt`, `g`, `ph`.
  std::vector<NamedValue> attributes;  ///< In their order.
  std::string content;  ///< What it holds as the file has it, markup included: the `<b>`
                        ///< of `<bpt i="1">&lt;b></bpt>`, `<sub>` elements too.

  friend bool operator==(const InlineTag&, const InlineTag&) = default;
};

/// What a unit says in one language.
struct Variant {
  Language language;
  std::string
      tag;  ///< The language as the file wrote it (`EN-US`), when not as `language`.
  std::string text;                    ///< UTF-8, without inline tags.
  std::vector<InlineTag> tags;         ///< In the order of the text.
  std::vector<NamedValue> attributes;  ///< Beyond the language: TMX creationdate, ...
  std::vector<NamedValue> properties;  ///< TMX prop by type; XLIFF's metadata.
  std::vector<std::string> notes;

  friend bool operator==(const Variant&, const Variant&) = default;
};

/// A unit of a translation memory as other tools know it: a TMX `tu`, an XLIFF unit, a
/// line of a parallel text. What a format carries beyond the texts is kept, so that it goes
/// out as it came in.
struct TranslationUnit {
  std::string id;                 ///< tuid, unit id; empty where the format has none.
  std::vector<Variant> variants;  ///< At least one; the source language first, if known.
  std::vector<NamedValue> attributes;
  std::vector<NamedValue> properties;
  std::vector<std::string> notes;
  double confidence = 1;  ///< 0 to 1; 1 where nothing is said of it.
  UnitState state = UnitState::unknown;

  friend bool operator==(const TranslationUnit&, const TranslationUnit&) = default;
};

/// True when a text in the language `given` may be where `asked` was asked for: the
/// same, a form of it (`zh-TW` for `zh`), or the plain language that it is a form of (`zh`
/// for `zh-TW`); never a sibling (`zh-Hans` for `zh-TW`). Source: RFC 4647, basic filtering
/// (3.3.1) and lookup (3.4).
[[nodiscard]] bool answers(Language given, Language asked) noexcept;

/// The variant in each of `languages`: the one in the very language, else the first that
/// answers and is not taken by another. nullptr where there is none.
/// Shape: as `languages`; no variant twice.
[[nodiscard]] std::vector<const Variant*> variants_in(const TranslationUnit& unit,
                                                      std::span<const Language> languages);

/// As variants_in, for one language.
[[nodiscard]] const Variant* variant_in(const TranslationUnit& unit, Language language);

/// True for a unit that is kept for the record only: an entry of a PO after `#~`.
[[nodiscard]] bool is_obsolete(const TranslationUnit& unit);

/// What is before the units of a memory: the header of a TMX, of an XLIFF `file`.
struct MemoryHeader {
  std::string format;  ///< As in "tmx 1.4", "xliff 1.2", "po", "moses".
  Language source;     ///< Which side is the source; meaningless where nothing says so.
  std::vector<NamedValue> attributes;
  std::vector<NamedValue> properties;
  std::vector<std::string> notes;

  friend bool operator==(const MemoryHeader&, const MemoryHeader&) = default;
};

}  // namespace hexapla
