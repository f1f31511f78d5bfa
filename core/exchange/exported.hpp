#pragma once

#include <cstddef>

namespace hexapla {

/// What became of the units given to an exporter.
struct Exported {
  std::size_t written = 0;
  std::size_t skipped = 0;            ///< The format has no use for them.
  std::size_t marked_characters = 0;  ///< The format forbids them; see the exporter.

  friend bool operator==(const Exported&, const Exported&) = default;
};

}  // namespace hexapla
