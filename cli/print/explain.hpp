#pragma once

#include "align/evidence/evidence.hpp"

#include <iosfwd>
#include <span>
#include <string_view>

namespace hexapla::cli {

/// What each kind of evidence said of each bead, a line a bead: for people with columns, or
/// `{"pair":"zh-en","source":[0],"target":[0,1],"confidence":0.98,"nats":{"words":7.1}}`.
/// Beads that no search has found have nothing after their confidence.
void write_explanations(std::ostream& out, std::string_view pair,
                        std::span<const Bead> beads,
                        std::span<const Explanation> explanations, bool as_jsonl);

}  // namespace hexapla::cli
