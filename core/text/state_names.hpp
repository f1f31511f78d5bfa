#pragma once

#include <string_view>

namespace hexapla {

/// True when `text` is the name of a State, or of an area with a code of its own, in any of
/// the six languages: `Bolivia (Plurinational State of)`, `Федеративные Штаты Микронезии`,
/// `阿尔及利亚`. White space and a list's comma or full stop at its ends don't count.
/// Source: ICU's names of the regions of ISO 3166; state_names.tsv for the long forms.
[[nodiscard]] bool is_state_name(std::string_view text);

}  // namespace hexapla
