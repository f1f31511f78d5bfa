#pragma once

#include "align/multitext.hpp"
#include "segment/segments.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace hexapla::cli {

/// Reads beads that a person has confirmed; `hexapla align --help` shows the format.
/// Shape:  one entry for each pair of versions that the file speaks of; no segment stands
/// in
///         two beads of an entry.
/// Errors: Fault::malformed at a line that can't be read;
///         Fault::inconsistent at one that names a language or segment that is not there,
///         or a segment of an earlier line.
[[nodiscard]] std::vector<ConfirmedBeads> read_anchors(
    std::string_view text, std::string_view name,
    std::span<const SegmentedDocument> versions);

}  // namespace hexapla::cli
