#include "corpus/tables/decision_json.hpp"

#include "text/error.hpp"

#include <nlohmann/json.hpp>

namespace hexapla {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// Confidence is written of what the machine made.
enum class Confidence : std::uint8_t { left_out, written };

OrderedJson json_of(const std::vector<BeadsBetween>& pairs, Confidence confidence) {
  OrderedJson json = OrderedJson::array();
  for (const BeadsBetween& pair : pairs) {
    OrderedJson beads = OrderedJson::array();
    for (const Bead& bead : pair.beads) {
      OrderedJson numbers{bead.source.first, bead.source.last, bead.target.first,
                          bead.target.last};
      if (confidence == Confidence::written) numbers.push_back(bead.confidence);
      beads.push_back(std::move(numbers));
    }
    json.push_back({{"source", pair.source.tag()},
                    {"target", pair.target.tag()},
                    {"beads", std::move(beads)}});
  }
  return json;
}

Language language_in(const OrderedJson& json, const char* name) {
  const auto language = Language::from(json.at(name).get<std::string>());
  if (!language) throw OrderedJson::other_error::create(0, "no language", &json);
  return *language;
}

SegmentRun run_in(const OrderedJson& numbers, std::size_t at) {
  const SegmentRun run{numbers.at(at).get<std::uint32_t>(),
                       numbers.at(at + 1).get<std::uint32_t>()};
  if (run.first > run.last)
    throw OrderedJson::other_error::create(0, "a run ends before it begins", &numbers);
  return run;
}

double confidence_in(const OrderedJson& numbers) {
  constexpr std::size_t place = 4;  // after the two runs
  if (numbers.size() <= place) return 1;
  const auto confidence = numbers.at(place).get<double>();
  if (!(confidence >= 0 && confidence <= 1))
    throw OrderedJson::other_error::create(0, "a confidence is none", &numbers);
  return confidence;
}

std::vector<BeadsBetween> beads_in(const OrderedJson& json, const char* name) {
  std::vector<BeadsBetween> pairs;
  if (!json.contains(name)) return pairs;
  for (const OrderedJson& pair : json.at(name)) {
    pairs.push_back({language_in(pair, "source"), language_in(pair, "target"), {}});
    for (const OrderedJson& numbers : pair.at("beads"))
      pairs.back().beads.push_back(
          {run_in(numbers, 0), run_in(numbers, 2), confidence_in(numbers)});
  }
  return pairs;
}

bool names_a_segment(DecisionKind kind) {
  return kind == DecisionKind::edit || kind == DecisionKind::comment ||
         changes_borders(kind);
}

std::string text_in(const OrderedJson& json, const char* name) {
  return json.contains(name) ? json.at(name).get<std::string>() : std::string();
}

}  // namespace

std::string json_of(const Decision& decision) {
  OrderedJson json = OrderedJson::object();
  if (!decision.beads.empty()) json["beads"] = json_of(decision.beads, Confidence::left_out);
  if (!decision.after.empty())
    json["after"] = json_of(decision.after, decision.kind == DecisionKind::realign
                                                ? Confidence::written
                                                : Confidence::left_out);
  if (decision.row != 0) json["row"] = decision.row;
  if (names_a_segment(decision.kind)) {
    json["language"] = decision.language.tag();
    json["segment"] = decision.segment;
    json["text"] = decision.text;
  }
  if (names_a_segment(decision.kind) && decision.kind != DecisionKind::comment)
    json["was"] = decision.was;
  if (decision.kind == DecisionKind::cut) json["at"] = decision.at;
  if (!decision.finding.empty()) json["finding"] = decision.finding;
  return json.dump();
}

Decision decision_in(DecisionKind kind, std::string_view json, std::string_view file) {
  try {
    const OrderedJson detail = OrderedJson::parse(json);
    Decision decision;
    decision.kind = kind;
    decision.beads = beads_in(detail, "beads");
    decision.after = beads_in(detail, "after");
    if (detail.contains("row")) decision.row = detail.at("row").get<std::int64_t>();
    if (names_a_segment(kind)) {
      decision.language = language_in(detail, "language");
      decision.segment = detail.at("segment").get<std::uint32_t>();
    }
    if (kind == DecisionKind::cut) decision.at = detail.at("at").get<std::uint32_t>();
    decision.text = text_in(detail, "text");
    decision.was = text_in(detail, "was");
    decision.finding = text_in(detail, "finding");
    return decision;
  } catch (const OrderedJson::exception& error) {
    throw Error(
        Fault::malformed, {std::string(file), 0},
        "a damaged corpus file: a decision can't be read: " + std::string(error.what()));
  }
}

}  // namespace hexapla
