#pragma once

// Private to core/exchange/.

#include <cstddef>
#include <string>
#include <string_view>

namespace hexapla {

// How the bytes of an XLIFF file travel with its units, as properties whose names begin as
// raw_bytes does. The head is all before the first unit, a gap all between two of them.
// What says `N WORDS` has a number, a space, and bytes.

inline constexpr std::string_view raw_head = "raw:head";  ///< Of the header.
inline constexpr std::string_view raw_root = "raw:root";  ///< Of the header: `<xliff ...>`.
/// `N TAG`: an element around the unit, the outermost first, and which of the file it is.
inline constexpr std::string_view raw_around = "raw:in";
inline constexpr std::string_view raw_gap = "raw:gap";    ///< Before the unit.
inline constexpr std::string_view raw_unit = "raw:unit";  ///< `N BYTES`, of the first row.
inline constexpr std::string_view raw_part = "raw:part";  ///< `N ROW`, of each row.
inline constexpr std::string_view raw_end = "raw:end";    ///< After the last unit.

/// A number and what follows it.
struct Numbered {
  std::size_t number = 0;
  std::string words;

  friend bool operator==(const Numbered&, const Numbered&) = default;
};

[[nodiscard]] std::string as_text(const Numbered& numbered);
/// 0 and nothing for what is no such text.
[[nodiscard]] Numbered numbered_in(std::string_view text);

}  // namespace hexapla
