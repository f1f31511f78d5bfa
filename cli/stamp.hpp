#pragma once

#include "corpus/decision.hpp"

namespace hexapla::cli {

/// Now, and who is at work: the clock, or SOURCE_DATE_EPOCH where that is set so that runs
/// can be repeated byte for byte, and $USER.
/// Source: reproducible-builds.org, SOURCE_DATE_EPOCH specification 1.1.
[[nodiscard]] Stamp stamp_of_now();

/// Without SOURCE_DATE_EPOCH, no time and nobody: for what is to be the same each time.
[[nodiscard]] Stamp repeatable_stamp();

}  // namespace hexapla::cli
