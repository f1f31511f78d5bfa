#pragma once

#include "check/document_use.hpp"
#include "check/side.hpp"
#include "term/termbase.hpp"

#include <cstdint>
#include <optional>

namespace hexapla {

/// A term of the target that the source does not account for, of a concept that is seldom
/// said without the source.
struct Stranger {
  ByteRange range;
  double usually_added = 1;
};

/// The strangest term of the target that is not known to stand in for the concept
/// `missing`.
[[nodiscard]] std::optional<Stranger> stranger_in(const Pair& pair,
                                                  const DocumentUse& document,
                                                  std::uint32_t missing);

/// True when each word of one of the concept's terms has one akin to it in the target.
[[nodiscard]] bool has_kin(const Concept& entry, const Side& target);

/// How likely it is that a missing term is an error: the less often the document leaves the
/// concept unsaid elsewhere, and the stranger the other term is that stands there.
/// `said_otherwise`: the target has a derivation of it, or a usual other word.
[[nodiscard]] double certainty_of_missing(double usually_missing,
                                          const std::optional<Stranger>& stranger,
                                          bool said_otherwise);

}  // namespace hexapla
