#include "document/document.hpp"

#include <algorithm>

namespace hexapla {

const Part* part_of(const Document& document, ByteRange range) {
  const std::vector<ByteRange> sources = document.origin.source_of(range);
  if (sources.empty() || document.parts.empty()) return nullptr;
  const auto next =
      std::ranges::upper_bound(document.parts, sources.front().begin, {}, &Part::begin);
  return next == document.parts.begin() ? nullptr : &*std::prev(next);
}

}  // namespace hexapla
