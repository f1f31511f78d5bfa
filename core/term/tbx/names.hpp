#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

/// TBX's ids are XML names. What may not be in one is written as `_xHHHH_`, as .NET does
/// it, and so is a start that would be taken for the id of a term: `1000001` is
/// `_x0031_000001`.
/// Source: XML 1.0 (5th ed.), NCName, here its ASCII part and all letters beyond.
[[nodiscard]] std::string tbx_id_from(std::string_view concept_id);
[[nodiscard]] std::string concept_id_from(std::string_view tbx_id);

/// What starts the ids that we give to terms: `term.7.2`.
inline constexpr std::string_view tbx_term_id_prefix = "term.";

/// The instruction in which we keep what TBX-Basic has no data category for:
/// `<?hexapla status="forbidden" form="exact"?>`. Other programs pass over it.
inline constexpr std::string_view tbx_instruction = "hexapla";

using TbxExtras = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] std::string instruction_from(const TbxExtras& extras);
/// What can't be read is left out.
[[nodiscard]] TbxExtras extras_from(std::string_view instruction);

/// TBX-Basic's pick list has no "phrase", which is then "other"; v3 has no proper nouns.
[[nodiscard]] std::string part_of_speech_from_tbx(std::string_view part);

}  // namespace hexapla
