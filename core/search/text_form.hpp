#pragma once

#include "text/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A word of a text and the form under which it is searched. Marks and symbols are no
/// words: `A/RES/73/3` is four words that follow one another.
struct TextForm {
  ByteRange range;
  WordKind kind = WordKind::letters;
  std::string form;

  friend bool operator==(const TextForm&, const TextForm&) = default;
};

/// A word folded(); a Chinese character in its simplified form. Empty for a word of
/// nothing but signs that folding removes.
[[nodiscard]] std::string form_of(std::string_view word, WordKind kind);

/// The words of `text`, in order. Units: bytes of `text`, which is valid UTF-8.
[[nodiscard]] std::vector<TextForm> text_forms(std::string_view text);

}  // namespace hexapla
