#include "cli/print/alignment_summary.hpp"

#include "align/cycles.hpp"
#include "cli/print/remarks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

using Shapes = std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t>;

struct PairSummary {
  std::string name;  ///< "zh-en"
  std::size_t beads = 0;
  Shapes shapes;
  Tally cycles;
};

std::vector<PairSummary> pairs_of(const Multitext& multitext) {
  std::vector<std::uint32_t> sizes;
  std::vector<std::string> tags;
  for (const SegmentedDocument& version : multitext.documents) {
    sizes.push_back(static_cast<std::uint32_t>(version.segments.size()));
    tags.emplace_back(version.document.language.tag());
  }
  const auto cycles = closed_cycles(multitext.bitexts, sizes);
  std::vector<PairSummary> pairs;
  for (std::size_t number = 0; number < multitext.bitexts.size(); ++number) {
    const Bitext& bitext = multitext.bitexts[number];
    PairSummary& pair =
        pairs.emplace_back(PairSummary{tags[bitext.source] + '-' + tags[bitext.target],
                                       bitext.beads.size(),
                                       {},
                                       cycles[number]});
    for (const Bead& bead : bitext.beads)
      ++pair.shapes[{bead.source.size(), bead.target.size()}];
  }
  return pairs;
}

Tally sum_of(const std::vector<PairSummary>& pairs) {
  Tally sum;
  for (const PairSummary& pair : pairs)
    sum += pair.cycles;
  return sum;
}

std::size_t disputed_rows(const Multitext& multitext) {
  return static_cast<std::size_t>(std::ranges::count_if(multitext.rows, &Row::disputed));
}

/// "98.7 %"
std::string percent(double share) {
  constexpr double hundred = 100;
  std::array<char, 16> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(),
                                     hundred * share, std::chars_format::fixed, 1);
  return std::string(digits.data(), written.ptr) + " %";
}

std::string name_of(const Shapes::key_type& shape) {
  return std::to_string(shape.first) + '-' + std::to_string(shape.second);
}

}  // namespace

void write_alignment_summary(std::ostream& out, const Multitext& multitext) {
  const auto pairs = pairs_of(multitext);
  for (const PairSummary& pair : pairs) {
    out << "  " << pair.name << ": " << pair.beads << " beads";
    for (const auto& [shape, count] : pair.shapes)
      out << ", " << count << " of " << name_of(shape);
    if (pair.cycles.all > 0)
      out << "; " << percent(pair.cycles.share()) << " of the ways over a third close";
    out << '\n';
  }
  const Tally sum = sum_of(pairs);
  if (sum.all > 0)
    out << "  all pairs: " << percent(sum.share()) << " of the ways over a third close; "
        << disputed_rows(multitext) << " of " << multitext.rows.size()
        << " rows disputed\n";
}

void write_alignment_summary_jsonl(std::ostream& out, const Multitext& multitext) {
  using Json = nlohmann::ordered_json;
  const auto pairs = pairs_of(multitext);
  for (std::size_t number = 0; number < pairs.size(); ++number) {
    const PairSummary& pair = pairs[number];
    Json shapes = Json::object();
    for (const auto& [shape, count] : pair.shapes)
      shapes[name_of(shape)] = count;
    Json object{{"pair", pair.name},
                {"beads", pair.beads},
                {"shapes", shapes},
                {"cycles", pair.cycles.all},
                {"closed", pair.cycles.right}};
    if (number < multitext.judged.size())
      object.update(judgement_json(judged_pair(multitext, multitext.judged[number])));
    out << object.dump() << '\n';
  }
  const Tally sum = sum_of(pairs);
  out << Json{{"rows", multitext.rows.size()},
              {"disputed", disputed_rows(multitext)},
              {"cycles", sum.all},
              {"closed", sum.right}}
             .dump()
      << '\n';
}

}  // namespace hexapla::cli
