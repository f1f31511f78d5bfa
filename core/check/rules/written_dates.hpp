#pragma once

// Private to core/check/.

#include "text/date/date.hpp"

#include <string>

namespace hexapla {

/// A date as documents of the United Nations write it in a language: 11 October 2020,
/// 1er octobre, 11 de octubre de 2020, 11 октября 2020 года, 2020年10月11日,
/// 11 تشرين الأول/أكتوبر 2020. In other languages as in English.
/// Source: United Nations Editorial Manual Online, dates; core/text/date/dates.tsv.
[[nodiscard]] std::string written_date(const Date& date, Language language);

}  // namespace hexapla
