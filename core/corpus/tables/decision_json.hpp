#pragma once

// Private to core/corpus/.

#include "corpus/decision.hpp"

#include <string>
#include <string_view>

namespace hexapla {

/// What is in a decision beside its kind.
[[nodiscard]] std::string json_of(const Decision& decision);

/// Errors: Fault::malformed, naming `file`, when it is not what json_of() wrote.
[[nodiscard]] Decision decision_in(DecisionKind kind, std::string_view json,
                                   std::string_view file);

}  // namespace hexapla
