#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace hexapla {

/// What became of the units given to an exporter.
struct Exported {
  std::size_t written = 0;
  std::size_t skipped = 0;            ///< The format has no use for them.
  std::size_t marked_characters = 0;  ///< The format forbids them; see the exporter.
  std::size_t further_texts = 0;      ///< In a language of which a unit may have one text.
  /// Units in which a language that was asked for is filled by another: how many, by the
  /// tags of both (`zh` and `zh-TW`).
  std::map<std::pair<std::string, std::string>, std::size_t> stand_ins = {};

  friend bool operator==(const Exported&, const Exported&) = default;
};

}  // namespace hexapla
