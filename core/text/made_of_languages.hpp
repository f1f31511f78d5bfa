#pragma once

#include "text/language.hpp"

#include <map>
#include <string_view>

namespace hexapla {

/// What is made of each official language once a process; for others, what is made of the
/// undetermined one. Valid as long as the process.
template <class Words>
[[nodiscard]] const Words& made_of(Language language) {
  static const std::map<std::string_view, Words> made_once = [] {
    std::map<std::string_view, Words> all;
    for (const Language& official : languages::official)
      all.emplace(official.tag(), Words(official));
    return all;
  }();
  static const Words none{Language()};
  const auto found = made_once.find(language.primary());
  return found == made_once.end() ? none : found->second;
}

}  // namespace hexapla
