#pragma once

#include "align/documents/streams.hpp"
#include "segment/segments.hpp"

namespace hexapla {

/// Where one version has its notes below the pages and the other at its end, as numbered
/// paragraphs like any, takes these out of the body and puts them where footnotes are, so
/// that each note finds its own. A heading over them comes along, and has no partner.
/// Changes nothing when both versions have footnotes or neither has, or when the numbered
/// paragraphs have their like in the other body.
void find_endnotes(const SegmentedDocument& source, Streams& sources,
                   const SegmentedDocument& target, Streams& targets);

}  // namespace hexapla
