#pragma once

#include "term/termbase.hpp"

#include <string_view>

namespace hexapla {

/// Reads a termbase whose first row names its columns: concept, language and term are
/// needed, subject, status, part_of_speech, source and note may be there, in any order;
/// others are passed over. The rows of a concept stand together.
/// Errors: as read_termbase().
/// Source: RFC 4180; tabs or semicolons may stand for the commas.
[[nodiscard]] Termbase read_csv_termbase(std::string_view bytes, std::string_view name);

}  // namespace hexapla
