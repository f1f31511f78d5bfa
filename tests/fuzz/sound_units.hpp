#pragma once

#include "exchange/unit_reader.hpp"
#include "require_sound.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <cstdint>
#include <sstream>
#include <string>

namespace hexapla {

/// What every reader of units promises: valid UTF-8, tags at places of their texts.
inline void require_sound(const TranslationUnit& unit) {
  require(!unit.variants.empty());
  require(!find_ill_formed(unit.id));
  for (const Variant& variant : unit.variants) {
    require(!find_ill_formed(variant.text));
    for (const InlineTag& tag : variant.tags) {
      require(tag.at <= variant.text.size());
    }
  }
}

/// Reads all units that `open` gives; refusals are fine.
template <class Open>
void read_sound_units(Open open) {
  try {
    const auto reader = open();
    for (TranslationUnit unit; reader->next(unit);)
      require_sound(unit);
  } catch (const Error&) {
    return;
  }
}

/// Reads all units of a file of these bytes with what `open` makes for their stream.
template <class Open>
void read_sound_units(const std::uint8_t* data, std::size_t size, Open open) {
  std::istringstream in(std::string(data, data + size));
  read_sound_units([&] { return open(in); });
}

}  // namespace hexapla
