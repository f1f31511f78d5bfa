#pragma once

// Private to date*.cpp.

#include "text/date/date.hpp"

#include <string_view>
#include <vector>

namespace hexapla {

/// dates_in() for Chinese, which counts its months: `2020 年 10 月 4 日至 6 日`, `十月`.
[[nodiscard]] std::vector<Date> chinese_dates_in(std::string_view text);

}  // namespace hexapla
