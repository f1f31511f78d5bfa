#include "cli/print/explain.hpp"

#include <algorithm>
#include <iomanip>
#include <map>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

constexpr int column_width = 12;
constexpr int runs_width = 20;

/// Where an empty run stands tells nothing about the bead.
using Place = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;

std::vector<std::uint32_t> numbers_of(const SegmentRun& run) {
  std::vector<std::uint32_t> numbers;
  for (auto segment = run.first; segment < run.last; ++segment)
    numbers.push_back(segment);
  return numbers;
}

template <class Link>
Place place_of(const Link& link) {
  return {numbers_of(link.source), numbers_of(link.target)};
}

/// "3-5", "-" for nothing.
std::string text_of(const std::vector<std::uint32_t>& numbers) {
  if (numbers.empty()) return "-";
  std::string text = std::to_string(numbers.front());
  if (numbers.size() > 1) text += '-' + std::to_string(numbers.back());
  return text;
}

std::string fixed(double value, int digits) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << value;
  return text.str();
}

void write_head(std::ostream& out) {
  out << std::left << std::setw(runs_width) << "segments" << std::right << std::setw(6)
      << "sure";
  for (std::size_t kind = 0; kind < evidence_kinds; ++kind)
    out << std::setw(column_width) << name_of(static_cast<EvidenceKind>(kind));
  out << '\n';
}

void write_row(std::ostream& out, std::string_view pair, const Bead& bead,
               const Explanation* explanation) {
  const auto [source, target] = place_of(bead);
  const std::string place =
      std::string(pair) + ' ' + text_of(source) + " = " + text_of(target);
  out << std::left << std::setw(runs_width) << place << std::right << std::setw(6)
      << fixed(bead.confidence, 3);
  if (explanation) {
    for (const float nats : explanation->nats)
      out << std::setw(column_width) << (nats == 0 ? std::string(".") : fixed(nats, 2));
  } else {
    out << "  by what it says, in any order";
  }
  out << '\n';
}

void write_object(std::ostream& out, std::string_view pair, const Bead& bead,
                  const Explanation* explanation) {
  using Json = nlohmann::ordered_json;
  const auto [source, target] = place_of(bead);
  Json object{{"pair", pair},
              {"source", source},
              {"target", target},
              {"confidence", bead.confidence}};
  if (explanation) {
    Json nats = Json::object();
    for (std::size_t kind = 0; kind < evidence_kinds; ++kind)
      nats[std::string(name_of(static_cast<EvidenceKind>(kind)))] = explanation->nats[kind];
    object["nats"] = nats;
  }
  out << object.dump() << '\n';
}

}  // namespace

void write_explanations(std::ostream& out, std::string_view pair,
                        std::span<const Bead> beads,
                        std::span<const Explanation> explanations, bool as_jsonl) {
  std::map<Place, const Explanation*> by_place;
  for (const Explanation& explanation : explanations)
    by_place.emplace(place_of(explanation), &explanation);
  if (!as_jsonl) write_head(out);
  for (const Bead& bead : beads) {
    const auto found = by_place.find(place_of(bead));
    const Explanation* const explanation =
        found == by_place.end() ? nullptr : found->second;
    if (as_jsonl) {
      write_object(out, pair, bead, explanation);
    } else {
      write_row(out, pair, bead, explanation);
    }
  }
}

}  // namespace hexapla::cli
