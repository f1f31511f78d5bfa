#include "report/statistics_json.hpp"

#include "format/json.hpp"

#include <ostream>

namespace hexapla {
namespace {

Json json_of(const VocabularyFigures& vocabulary) {
  Json frequent = Json::array();
  for (const auto& [form, count] : vocabulary.frequent)
    frequent.push_back({{"form", form}, {"count", count}});
  Json growth = Json::array();
  for (const auto& [words, forms] : vocabulary.growth)
    growth.push_back({{"words", words}, {"forms", forms}});
  return {{"words", vocabulary.words},
          {"forms", vocabulary.forms},
          {"once", vocabulary.once},
          {"frequent", std::move(frequent)},
          {"growth", std::move(growth)}};
}

Json json_of(const LanguageFigures& language) {
  return {{"language", language.language.tag()},
          {"rows", language.rows},
          {"segments", language.segments},
          {"characters", language.characters},
          {"length",
           {{"mean", rounded(language.lengths.mean)},
            {"median", language.lengths.median},
            {"percentile_95", language.lengths.percentile_95},
            {"longest", language.lengths.longest}}},
          {"vocabulary", json_of(language.vocabulary)}};
}

Json json_of(const PairFigures& pair) {
  Json shapes = Json::object();
  for (const auto& [shape, count] : pair.shapes)
    shapes[std::to_string(shape.first) + "-" + std::to_string(shape.second)] = count;
  return {{"source", pair.source.tag()},
          {"target", pair.target.tag()},
          {"rows", pair.rows},
          {"repeated", pair.repeated},
          {"copied", pair.copied},
          {"length_ratio", rounded(pair.length_ratio)},
          {"length_spread", rounded(pair.length_spread)},
          {"shapes", std::move(shapes)},
          {"confidence",
           {{"count", pair.confidence.count},
            {"mean", rounded(pair.confidence.mean)},
            {"tenths", pair.confidence.bins}}}};
}

}  // namespace

void write_statistics_json(std::ostream& out, std::string_view title,
                           const Statistics& statistics) {
  Json json{{"title", title},
            {"rows", statistics.rows},
            {"complete", statistics.complete},
            {"repeated", statistics.repeated},
            {"confirmed", statistics.confirmed},
            {"rejected", statistics.rejected}};
  for (const LanguageFigures& language : statistics.languages)
    json["languages"].push_back(json_of(language));
  for (const PairFigures& pair : statistics.pairs)
    json["pairs"].push_back(json_of(pair));
  json["in_both"] = statistics.in_both;
  constexpr int indent = 1;
  out << json.dump(indent, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace hexapla
