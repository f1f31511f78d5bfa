#pragma once

#include "segment/paragraph.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hexapla {

/// Why a sentence ends, or doesn't, at a mark that can end one.
enum class SentenceRule : std::uint8_t {
  // It ends:
  mark_and_space,
  wide_mark,
  han_after_mark,
  question,
  colon_at_line_end,
  item_follows,
  abbreviation_at_end,
  starter_follows,
  designation,
  // It goes on:
  no_space,
  punctuation_follows,
  lower_case_follows,
  particle_follows,
  quotation_goes_on,
  abbreviation,
  abbreviation_of_number,
  initial,
  numbering,
  ellipsis,
};

[[nodiscard]] constexpr bool cuts(SentenceRule rule) {
  return rule < SentenceRule::no_space;
}

/// For people: "a sentence-ending mark, then white space".
[[nodiscard]] std::string_view name_of(SentenceRule rule);

/// A mark that can end a sentence.
struct MarkedPlace {
  std::size_t sentence = 0;  ///< Where the sentence begins, white space left out.
  ByteRange mark;
  std::size_t end = 0;  ///< After the closing and footnote marks: where it would be cut.
  /// A straight quotation mark before it is open; only told where no spaces tell.
  bool in_quotes = false;
};

/// The first rule that decides about `place`, which is not the end of the paragraph.
[[nodiscard]] SentenceRule rule_at(const Paragraph& paragraph, const MarkedPlace& place);

}  // namespace hexapla
