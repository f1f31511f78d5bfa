#pragma once

#include "align/multitext.hpp"
#include "align/pair_remarks.hpp"

#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace hexapla::cli {

/// Two aligned texts and what there is to say of them as a whole.
struct JudgedPair {
  std::string source;  ///< How people call it.
  std::string target;
  std::size_t beads = 0;
  std::optional<BelongingScore> belonging = {};
  std::vector<PairRemark> remarks = {};
};

/// Documents are called by their files' names.
[[nodiscard]] JudgedPair judged_pair(const Multitext& multitext,
                                     const JudgedBitext& bitext);

/// A line for each remark.
void write_remarks(std::ostream& err, const JudgedPair& pair);

/// A line for each remark; where many pairs are too short to tell anything of them, one
/// for all of these.
void write_remarks(std::ostream& err, std::span<const JudgedPair> pairs);

/// `{"source":"a.en","target":"a.fr","beads":57,"belonging":"together","gain":3.2,
/// "by_chance":3.2,"remarks":[{"kind":"moved","source":[60,120],"target":[120,180],"words":"..."}]}`
/// Runs are half open; `belonging` is "together", "untold" or "apart".
void write_remarks_jsonl(std::ostream& out, const JudgedPair& pair);

/// What of that object belongs to the judgement: "belonging" to "remarks".
[[nodiscard]] nlohmann::ordered_json judgement_json(const JudgedPair& pair);

}  // namespace hexapla::cli
