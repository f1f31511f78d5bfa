#pragma once

// Private to core/corpus/: what units of a memory carry beyond their texts, as JSON.

#include "exchange/translation_unit.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// What `unit` has beyond its id, its variants and its confidence; nothing when that is
/// all. Errors: Fault::inconsistent, of all three writers, when a text is not valid UTF-8.
[[nodiscard]] std::optional<std::string> extra_of(const TranslationUnit& unit);

/// What `variant` has beyond its language and text, and the language's usual spelling.
[[nodiscard]] std::optional<std::string> extra_of(const Variant& variant,
                                                  std::string_view usual_tag);

[[nodiscard]] std::string json_of(const MemoryHeader& header);

/// Put back what extra_of() and json_of() wrote.
/// Errors: Fault::malformed, of all three, naming `file`, when that is not what they wrote.
void add_extra(std::string_view json, std::string_view file, TranslationUnit& unit);
void add_extra(std::string_view json, std::string_view file, Variant& variant);
[[nodiscard]] MemoryHeader memory_header_in(std::string_view json, std::string_view file);

}  // namespace hexapla
