#pragma once

#include <string>

namespace hexapla {

/// `number` with six digits behind the point, whatever the locale: 0.987654.
[[nodiscard]] std::string decimal(double number);

}  // namespace hexapla
