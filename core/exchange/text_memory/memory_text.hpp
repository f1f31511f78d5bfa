#pragma once

// Private to core/exchange/.

#include "text/language.hpp"

#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace hexapla {

/// The text of an old memory, which may be in UTF-8, in UTF-16 with a mark, or in bytes of
/// code pages that differ from language to language.
struct MemoryText {
  std::unique_ptr<std::istream> utf8;
  /// What could not be told to be Unicode: each character of `utf8` is a byte of the file,
  /// U+0000 to U+00FF.
  bool is_in_bytes = false;
};

/// `in` must live as long as the result.
/// Errors: those of recoded().
[[nodiscard]] MemoryText memory_text(std::istream& in, std::string_view name);

/// The code page that Windows has for a language, as ICU names it; that of western Europe
/// for what it knows nothing of.
[[nodiscard]] std::string code_page_for(Language language);

/// The code page of an RTF font's `\fcharset`; empty for one that says nothing.
/// Source: Rich Text Format 1.9.1, "Font Table".
[[nodiscard]] std::string code_page_of_charset(unsigned charset);

/// True for code pages of which a character may have two bytes.
[[nodiscard]] bool has_double_bytes(std::string_view code_page);

/// Characters up to U+00FF as the bytes that they stand for.
[[nodiscard]] std::string bytes_behind(std::string_view characters);

/// `text` of a MemoryText in the language, out of its code page where it is in bytes.
/// Errors: Fault::malformed without a place for bytes that are not in that code page.
[[nodiscard]] std::string text_in_language(std::string_view text, bool is_in_bytes,
                                           Language language);

/// `bytes` of a code page as UTF-8. Errors: as text_in_language().
[[nodiscard]] std::string out_of_code_page(std::string_view bytes,
                                           const std::string& code_page);

}  // namespace hexapla
