#pragma once

#include "document/audit.hpp"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace hexapla {

/// Checks that nothing of `source` is lost, so much of it is furniture, and three stretches
/// of it are left out, of which this is the first.
inline void check_left_out(Document document, std::string_view source,
                           std::string_view furniture, std::string_view first) {
  CHECK(audit(document, source).unaccounted.empty());
  CHECK(audit(document, source).furniture == furniture.size());
  document.left_out.clear();
  const auto lost = audit(document, source).unaccounted;
  REQUIRE(lost.size() == 3);
  CHECK(lost[0].of(source) == first);
}

}  // namespace hexapla
