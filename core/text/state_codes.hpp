#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hexapla {

/// The ISO 3166 code of the State or area that `text` names in any of the six languages:
/// "VE" for `Venezuela (Bolivarian Republic of)`, `委内瑞拉(玻利瓦尔共和国)`, `Венесуэла`.
/// A number or bullet before the name, an article, and a list's comma, full stop or
/// asterisk after it don't count. Source: ICU's names of the regions; state_codes.tsv
/// where the United Nations write others.
[[nodiscard]] std::optional<std::string> state_code(std::string_view text);

}  // namespace hexapla
