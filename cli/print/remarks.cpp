#include "cli/print/remarks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

using Json = nlohmann::ordered_json;

bool is_untold(const PairRemark& remark) {
  return remark.kind == RemarkKind::untold;
}

Json json_of(const SegmentRun& run) {
  return run.empty() ? Json() : Json{run.first, run.last};
}

double rounded(double nats) {
  constexpr double thousand = 1000;
  return std::round(nats * thousand) / thousand;
}

}  // namespace

JudgedPair judged_pair(const Multitext& multitext, const JudgedBitext& bitext) {
  return {multitext.documents[bitext.source].document.name,
          multitext.documents[bitext.target].document.name, 0, bitext.belonging,
          bitext.remarks};
}

void write_remarks(std::ostream& err, const JudgedPair& pair) {
  for (const PairRemark& remark : pair.remarks)
    err << "hexapla: " << words_of(remark, pair.source, pair.target) << '\n';
}

void write_remarks(std::ostream& err, std::span<const JudgedPair> pairs) {
  constexpr std::ptrdiff_t most_named = 3;
  const auto untold = std::ranges::count_if(pairs, [](const JudgedPair& pair) {
    return std::ranges::any_of(pair.remarks, is_untold);
  });
  bool said = false;
  for (JudgedPair pair : pairs) {
    if (untold > most_named && std::erase_if(pair.remarks, is_untold) > 0 && !said) {
      err << "hexapla: " << untold << " of " << pairs.size()
          << " pairs are too short to tell whether they belong together, the first of them "
          << pair.source << " and " << pair.target << '\n';
      said = true;
    }
    write_remarks(err, pair);
  }
}

nlohmann::ordered_json judgement_json(const JudgedPair& pair) {
  constexpr std::array<std::string_view, 3> verdicts{"together", "untold", "apart"};
  Json object = Json::object();
  if (pair.belonging) {
    object["belonging"] = verdicts.at(static_cast<std::size_t>(pair.belonging->verdict));
    object["gain"] = rounded(pair.belonging->gain);
    object["by_chance"] = rounded(pair.belonging->by_chance);
  }
  object["remarks"] = Json::array();
  for (const PairRemark& remark : pair.remarks)
    object["remarks"].push_back({{"kind", name_of(remark.kind)},
                                 {"source", json_of(remark.source)},
                                 {"target", json_of(remark.target)},
                                 {"words", words_of(remark, pair.source, pair.target)}});
  return object;
}

void write_remarks_jsonl(std::ostream& out, const JudgedPair& pair) {
  Json object{{"source", pair.source}, {"target", pair.target}, {"beads", pair.beads}};
  object.update(judgement_json(pair));
  out << object.dump() << '\n';
}

}  // namespace hexapla::cli
