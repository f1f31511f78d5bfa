#pragma once

// Private to core/exchange/.

#include <array>
#include <string_view>

namespace hexapla {

/// What Trados says of a unit, and under which name TMX knows it.
struct TradosFact {
  std::string_view element;
  std::string_view attribute;
  bool is_date = false;
};
inline constexpr std::array trados_facts{
    TradosFact{"CrD", "creationdate", true},  TradosFact{"CrU", "creationid"},
    TradosFact{"ChD", "changedate", true},    TradosFact{"ChU", "changeid"},
    TradosFact{"UsD", "lastusagedate", true}, TradosFact{"UsC", "usagecount"}};

/// Fields that users made: `<Att L=Client>` is the property `Att::Client`.
inline constexpr std::array<std::string_view, 2> trados_fields{"Att", "Txt"};
inline constexpr std::string_view trados_field_mark = "::";

}  // namespace hexapla
