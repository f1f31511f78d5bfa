#pragma once

#include "segment/sentence_words.hpp"
#include "text/utf8.hpp"

#include <span>
#include <string_view>

namespace hexapla {

/// What the rules look at: one paragraph and the habits of its language.
struct Paragraph {
  std::string_view text;
  std::span<const ByteRange> marks;  ///< Known footnote marks, in order.
  const SentenceWords& words;
  bool spaceless = false;  ///< The language is written without spaces between words.
};

/// `;`, `，` and their kin: the sentence goes on after them.
[[nodiscard]] bool continues_sentence(char32_t code_point);

[[nodiscard]] bool is_opening_mark(char32_t code_point);

/// `的` after a quotation: the quotation is only a part of the sentence.
[[nodiscard]] bool is_particle(char32_t code_point);

/// `。`, `？`: ends a sentence without white space after it.
[[nodiscard]] bool is_wide_mark(char32_t code_point);

/// `.`, `!`, `؟`, `。`: can end a sentence.
[[nodiscard]] bool is_sentence_mark(char32_t code_point);

/// The first byte from `at` on where a mark stands that can end a sentence, or a colon
/// before a line's end; the text's size when there is none.
[[nodiscard]] std::size_t next_mark(std::string_view text, std::size_t at);

/// Past the closing marks, further ending marks and footnote mark after `mark`.
/// `in_quotes`: a straight quotation mark before it is open.
[[nodiscard]] std::size_t end_of_sentence(const Paragraph& paragraph, ByteRange mark,
                                          bool in_quotes);

/// The mark at `at`, or all of the points of `. . .`, which may be three or more.
[[nodiscard]] ByteRange whole_mark(std::string_view text, std::size_t at);

/// Also past marks that no one sees, as those of writing direction in Arabic text.
[[nodiscard]] std::size_t past_white_space(std::string_view text, std::size_t at);

/// The word that ends at `end`, back to white space, Han, an opening mark
/// or one that goes on with a sentence.
[[nodiscard]] ByteRange word_before(std::string_view text, std::size_t end);

}  // namespace hexapla
