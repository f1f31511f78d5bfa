#pragma once

#include "align/multitext.hpp"

#include <iosfwd>

namespace hexapla::cli {

/// A line a pair: how many beads of which shapes, how many ways over third languages close;
/// then how many rows are disputed.
void write_alignment_summary(std::ostream& out, const Multitext& multitext);

/// The same for machines, an object a line:
/// `{"pair":"zh-en","beads":57,"shapes":{"1-1":54,"1-2":3},"cycles":230,"closed":228,
/// "belonging":"together",...}` (see judgement_json), and
/// last `{"rows":57,"disputed":1,"cycles":3450,"closed":3420}`.
void write_alignment_summary_jsonl(std::ostream& out, const Multitext& multitext);

}  // namespace hexapla::cli
