#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// `text` of any script in plain lower-case a-z: Any-Latin, Latin-ASCII, then whatever is
/// not a letter, digit or space removed (甘贾 -> "gan jia", Гянджа -> "gandza").
/// Cost: the transliterator is made once a thread (30-100 ms), so use it for names, not
/// texts.
[[nodiscard]] std::string latinised(std::string_view text);

/// The consonants of `latinised(name)` under coarse classes, to compare names across
/// scripts.
[[nodiscard]] std::string consonant_skeleton(std::string_view name);

}  // namespace hexapla
