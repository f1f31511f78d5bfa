#pragma once

#include <string>
#include <string_view>

namespace hexapla {

/// The form under which a word is looked up: NFKC case folded, without Arabic vowel signs,
/// tatweel, soft hyphens and bidi controls, alef forms as ا, ى as ي and ة as ه, quotation
/// marks and dashes as typewriters have them. For keys only, never for text that is kept.
[[nodiscard]] std::string folded(std::string_view word);

/// What folded(word) begins with; 0 where its first two characters don't tell.
[[nodiscard]] char32_t first_of_folded(std::string_view word) noexcept;

}  // namespace hexapla
