// Terms of a row, concordance, rows that are alike.

#include "cli/web/call.hpp"
#include "cli/web/review_json.hpp"
#include "search/query.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>

namespace hexapla::web {
namespace {

constexpr std::size_t most_hits = 50;
constexpr std::array term_status_words{
    std::string_view("preferred"), std::string_view("admitted"),
    std::string_view("deprecated"), std::string_view("forbidden"),
    std::string_view("obsolete")};

Language language_in(std::string_view tag) {
  const auto language = Language::from(tag);
  if (!language)
    throw Error(Fault::malformed, {"language", 0},
                "'" + std::string(tag) + "' is no language");
  return *language;
}

const TermMatcher& matcher_for(OpenWork& work, Language language) {
  auto found = work.matchers.find(language);
  if (found == work.matchers.end())
    found = work.matchers.emplace(language, TermMatcher(work.checks.termbase(), language))
                .first;
  return found->second;
}

/// Where a row names concepts, by concept, in the order in which they are met.
struct NamedConcept {
  std::uint32_t index = 0;
  Json hits = Json::array();
};

std::vector<NamedConcept> concepts_in_row(OpenWork& work, std::size_t row) {
  std::vector<NamedConcept> named;
  const Multitext& multitext = work.reviewed.multitext();
  for (std::uint32_t document = 0; document < multitext.documents.size(); ++document) {
    const Language language = multitext.documents[document].document.language;
    const SegmentRun& run = multitext.rows[row].runs[document];
    for (auto at = run.first; at < run.last; ++at) {
      const std::string_view text = work.reviewed.text_of(document, at);
      for (const TermHit& hit : matcher_for(work, language).find(text)) {
        auto known = std::ranges::find(named, hit.concept_index, &NamedConcept::index);
        if (known == named.end()) known = named.insert(known, {hit.concept_index, {}});
        const std::size_t begin = utf16_units(text.substr(0, hit.range.begin));
        known->hits.push_back({{"language", language.tag()},
                               {"segment", at},
                               {"begin", begin},
                               {"end", begin + utf16_units(hit.range.of(text))},
                               {"text", hit.range.of(text)}});
      }
    }
  }
  return named;
}

Json json_of_concept(const Concept& concept_, const Json& hits) {
  Json terms = Json::array();
  for (const Term& term : concept_.terms)
    terms.push_back(
        {{"language", term.language.tag()},
         {"text", term.text},
         {"status", term_status_words.at(static_cast<std::size_t>(term.status))},
         {"note", term.note}});
  return {{"id", concept_.id},
          {"subject", concept_.subject},
          {"definition", concept_.definition},
          {"terms", std::move(terms)},
          {"hits", hits}};
}

/// `zh:战争罪`
std::vector<SideQuery> sides_in(std::string_view value) {
  if (value.empty()) return {};
  const std::size_t colon = value.find(':');
  if (colon == std::string_view::npos)
    throw Error(Fault::malformed, {"query", 0},
                "a language and a query are needed, as in zh:战争罪");
  return {{language_in(value.substr(0, colon)), parse_query(value.substr(colon + 1))}};
}

Json json_of_hit(const StoredUnit& stored, const std::string& work) {
  Json json = json_of_unit(stored);
  json["work"] = stored.work;
  json["work_name"] = work;
  return json;
}

/// What the rows before and after say in a language: words are judged by what is around.
Json context_of(const Store& store, const StoredUnit& stored, Language language) {
  Json context = Json::array();
  for (const std::int64_t step : {-1, 1}) {
    const std::int64_t number = stored.number + step;
    const auto row = number < 0
                         ? std::nullopt
                         : store.row_of(stored.work, static_cast<std::uint32_t>(number));
    std::string text;
    if (row)
      for (const Variant& variant : store.unit(*row).unit.variants)
        if (variant.language == language) text = variant.text;
    context.push_back(std::move(text));
  }
  return context;
}

std::string name_of_work(const Call& call, std::int64_t id) {
  const auto info = call.desk.info(id);
  return info ? info->name : std::string();
}

}  // namespace

HttpResponse get_terms(const Call& call) {
  const auto info = call.desk.info(call.number);
  if (!info || !Desk::can_be_open(*info))
    return json_answer(dumped({{"concepts", Json::array()}}));
  OpenWork& work = call.desk.open(call.number);
  const Termbase& termbase = work.checks.termbase();
  Json concepts = Json::array();
  const std::string_view query = call.target.value("q");
  if (!query.empty()) {
    for (const Concept& concept_ : termbase.concepts) {
      const bool found = std::ranges::any_of(concept_.terms, [&](const Term& term) {
        return term.text.find(query) != std::string::npos;
      });
      if (found && concepts.size() < most_hits)
        concepts.push_back(json_of_concept(concept_, Json::array()));
    }
  } else {
    const auto place = work.reviewed.place_of(number_in(call.target, "row", -1));
    if (!place) return problem(404, "there is no such row any more");
    for (const NamedConcept& named : concepts_in_row(work, *place))
      concepts.push_back(json_of_concept(termbase.concepts.at(named.index), named.hits));
  }
  return json_answer(dumped({{"concepts", std::move(concepts)}}));
}

HttpResponse get_find(const Call& call) {
  const Target& target = call.target;
  Search search;
  search.query = parse_query(target.value("q"));
  if (!target.value("in").empty()) search.language = language_in(target.value("in"));
  search.has = sides_in(target.value("has"));
  search.lacks = sides_in(target.value("lacks"));
  search.filter.work = target.value("work");
  Json hits = Json::array();
  bool more = false;
  call.desk.store().search(search, [&](const SearchHit& hit) {
    more = hits.size() == most_hits;
    if (more) return false;
    Json json = json_of_hit(hit.stored, name_of_work(call, hit.stored.work));
    if (!hit.spots.empty()) {
      const Variant& found = hit.stored.unit.variants.at(hit.spots.front().variant);
      json["context"] = context_of(call.desk.store(), hit.stored, found.language);
    }
    for (const SearchSpot& spot : hit.spots) {
      const Variant& variant = hit.stored.unit.variants.at(spot.variant);
      for (const ByteRange& range : spot.ranges) {
        const std::string_view text = variant.text;
        const std::size_t begin = utf16_units(text.substr(0, range.begin));
        json["spots"].push_back({{"language", variant.language.tag()},
                                 {"begin", begin},
                                 {"end", begin + utf16_units(range.of(text))}});
      }
    }
    hits.push_back(std::move(json));
    return true;
  });
  return json_answer(dumped({{"hits", std::move(hits)}, {"more", more}}));
}

HttpResponse get_similar(const Call& call) {
  SimilarSearch search;
  search.sentence = call.target.value("text");
  search.language = language_in(call.target.value("in"));
  Json hits = Json::array();
  for (const SimilarHit& hit : call.desk.store().similar(search)) {
    Json json = json_of_hit(hit.stored, name_of_work(call, hit.stored.work));
    json["score"] = hit.score;
    json["context"] = context_of(call.desk.store(), hit.stored, search.language);
    hits.push_back(std::move(json));
  }
  return json_answer(dumped({{"hits", std::move(hits)}, {"more", false}}));
}

}  // namespace hexapla::web
