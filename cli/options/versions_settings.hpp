#pragma once

// What all ways to align several versions have in common: --anchors, --alone, --threads,
// --format.

#include "align/align_versions.hpp"
#include "cli/arguments.hpp"
#include "cli/command.hpp"

#include <span>
#include <vector>

namespace hexapla::cli {

/// Errors: UsageError for --threads without a whole number.
[[nodiscard]] VersionsSettings versions_settings(const Arguments& arguments);

/// What the file --anchors holds, or nothing.
[[nodiscard]] std::vector<ConfirmedBeads> confirmed_beads(
    const Arguments& arguments, std::span<const SegmentedDocument> versions);

/// On standard error for people, and with --format jsonl on standard output for machines.
void report_alignment(const Arguments& arguments, const Multitext& multitext,
                      Streams streams);

}  // namespace hexapla::cli
