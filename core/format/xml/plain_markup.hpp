#pragma once

// Private to core/format/.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A tag without anything that a parser would have to think about: ASCII names, no
/// namespaces but xml:lang, values without references, all on one line.
struct PlainTag {
  enum class Kind : std::uint8_t { begin, end, empty };
  struct Attribute {
    std::string_view prefix;
    std::string_view name;
    std::string_view value;
  };

  Kind kind = Kind::begin;
  std::string_view name;
  std::vector<Attribute> attributes;
};

/// Reads the tag that `bytes` begin with into `tag`, whose views are of `bytes`.
/// Returns: its size; 0 when it is not all there, or is not plain, sound or not.
[[nodiscard]] std::size_t read_plain_tag(std::string_view bytes, PlainTag& tag);

/// Appends a text between two tags, all of it, to `pool`, with the five references that
/// XML itself defines replaced.
/// Returns: false, and appends nothing, for a text with other references, carriage returns,
///          “]]>”, or characters that XML has not.
[[nodiscard]] bool append_plain_text(std::string_view text, std::string& pool);

/// Where the first tag in `bytes` ends, after all text, comments, instructions and sections
/// before it; nullopt when that is not all there.
[[nodiscard]] std::optional<std::size_t> end_of_first_tag(std::string_view bytes);

}  // namespace hexapla
