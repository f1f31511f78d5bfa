#pragma once

#include <string>

namespace hexapla {

/// `number` with six digits after the point, whatever the locale: 0.987654.
[[nodiscard]] std::string decimal(double number);

}  // namespace hexapla
