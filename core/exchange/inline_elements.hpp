#pragma once

// Private to core/exchange/.

#include "exchange/translation_unit.hpp"

#include <array>
#include <string_view>

namespace hexapla {

/// An inline element that is one tag, whatever it holds. All others are pairs around text.
struct InlineElement {
  std::string_view name;
  InlineTag::Role role;
};

namespace inline_elements {

using enum InlineTag::Role;

// `hi` is a pair around text; `sub` is inside the others.
inline constexpr std::array<InlineElement, 6> of_tmx{{{"bpt", begin},
                                                      {"ept", end},
                                                      {"ph", alone},
                                                      {"it", alone},
                                                      {"ut", alone},
                                                      {"sub", alone}}};

// g, pc and mrk are pairs around text; sub is inside the others.
inline constexpr std::array<InlineElement, 8> of_xliff_1{{{"x", alone},
                                                          {"bx", alone},
                                                          {"ex", alone},
                                                          {"bpt", begin},
                                                          {"ept", end},
                                                          {"ph", alone},
                                                          {"it", alone},
                                                          {"sub", alone}}};

inline constexpr std::array<InlineElement, 6> of_xliff_2{
    {{"cp", alone}, {"ph", alone}, {"sc", begin}, {"ec", end}, {"sm", begin}, {"em", end}}};

}  // namespace inline_elements

}  // namespace hexapla
