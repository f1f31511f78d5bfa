#pragma once

#include "text/language.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// A word in Latin letters that looks like part of a name: it starts with a capital, has
/// three letters or more, and is not written in capitals throughout.
struct LatinName {
  ByteRange range;
  std::string key;  ///< Folded.
};

/// `words` are those of `text`.
[[nodiscard]] std::vector<LatinName> latin_names_in(std::string_view text,
                                                    std::span<const Word> words);

/// True for languages written in Latin letters, as far as we know them: not for ar, ru, zh
/// and other languages of their scripts.
[[nodiscard]] bool is_latin(Language language);

}  // namespace hexapla
