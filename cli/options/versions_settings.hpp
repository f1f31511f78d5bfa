#pragma once

// What all ways to align several versions have in common: --anchors, --alone, --threads,
// --format.

#include "align/align_versions.hpp"
#include "cli/command.hpp"
#include "cli/options/align_options.hpp"

#include <span>
#include <vector>

namespace hexapla::cli {

/// Errors: UsageError for --threads without a whole number.
[[nodiscard]] VersionsSettings versions_settings(const AlignOptions& given);

/// What the file --anchors holds, or nothing.
[[nodiscard]] std::vector<ConfirmedBeads> confirmed_beads(
    const AlignOptions& given, std::span<const SegmentedDocument> versions);

/// On standard error for people, and with --format jsonl on standard output for machines.
void report_alignment(const AlignOptions& given, const Multitext& multitext,
                      Streams streams);

}  // namespace hexapla::cli
