#include "check/document_use.hpp"

#include "check/latin_names.hpp"
#include "check/word_root.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace hexapla {

namespace {

/// The concepts of a side, each once.
std::vector<std::uint32_t> concepts_in(const std::vector<TermHit>& hits) {
  std::vector<std::uint32_t> concepts;
  for (const TermHit& hit : hits)
    concepts.push_back(hit.concept_index);
  std::ranges::sort(concepts);
  concepts.erase(std::unique(concepts.begin(), concepts.end()), concepts.end());
  return concepts;
}

/// How often any concept of one side is not on the other. Texts that were made with the
/// termbase have next to none, others a third.
double usual_share(std::size_t all, std::size_t both) {
  constexpr double unknown = 0.02;  // who has a termbase is thought to write by it
  constexpr double weight = 10;      // hits for which the unknown share counts
  return (static_cast<double>(all - both) + unknown * weight) /
         (static_cast<double>(all) + weight);
}

/// Of the pairs but this one, which itself has one side only: the share that has one side
/// only, between what is usual and what was counted.
double share_alone(std::size_t all, std::size_t both, double usual) {
  constexpr double weight = 2;  // pairs for which the usual share counts
  if (all == 0) return usual;
  const auto others = static_cast<double>(all - 1);
  const double alone = others - static_cast<double>(std::min(both, all - 1));
  return (alone + usual * weight) / (others + weight);
}

/// The value below which this share of `values` lies; reorders them.
double quantile(std::vector<double>& values, double share) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(
                                           static_cast<double>(values.size() - 1) * share);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// By how much the logarithm of a proportion varies where the shorter side has so many
/// letters. Source: quartiles in TICO-19 and in biosafety reports, eight pairs of
/// languages, from 12 letters to 300: .35 at 18, .25 at 36, .16 at 144.
double usual_deviation(std::uint32_t letters) {
  constexpr double of_any_length = 0.01;  // variance
  constexpr double of_a_letter = 2.0;
  return std::sqrt(of_any_length + of_a_letter / letters);
}

double log_proportion(std::size_t source, std::size_t target) {
  return std::log(static_cast<double>(target) / static_cast<double>(source));
}

}  // namespace

std::vector<std::uint32_t> root_keys_of(const ParsedCell& side) {
  std::vector<std::uint32_t> keys;
  const auto add = [&](std::string_view root) {
    keys.push_back(static_cast<std::uint32_t>(std::hash<std::string_view>()(root)));
  };
  for (std::size_t index = 0; index < side.words.size(); ++index) {
    const ByteRange range = side.words[index].range;
    if (side.words[index].kind == WordKind::letters) {
      if (const std::string root = word_root(range.of(side.text)); !root.empty()) add(root);
    } else if (side.words[index].kind == WordKind::han && index > 0 &&
               side.words[index - 1].range.end == range.begin) {
      add(ByteRange{side.words[index - 1].range.begin, range.end}.of(side.text));
    }
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::set<std::uint32_t> renderings_of(const ParsedCell& target,
                                      std::uint32_t concept_index) {
  std::set<std::uint32_t> terms;
  for (const auto* hits : {&target.hits, &target.all_hits}) {
    for (const TermHit& hit : *hits)
      if (hit.concept_index == concept_index) terms.insert(hit.term_index);
    if (!terms.empty()) break;  // those inside longer ones only where there is nothing else
  }
  return terms;
}

void DocumentUse::count_concepts(const CellPair& pair) {
  const auto source = concepts_in(pair.source.all_hits);
  const auto target = concepts_in(pair.target.all_hits);
  const std::size_t most = source.empty() ? 0 : source.back() + std::size_t{1};
  if (counts_.size() < most) counts_.resize(most);
  for (const std::uint32_t entry : source) {
    ++counts_[entry].source;
    if (std::ranges::binary_search(target, entry)) {
      ++counts_[entry].both;
      ++all_.both;
    }
  }
  all_.source += source.size();
  std::vector<std::uint32_t> missing;
  std::vector<std::uint32_t> added;
  std::ranges::set_difference(source, target, std::back_inserter(missing));
  std::ranges::set_difference(target, source, std::back_inserter(added));
  const std::vector<std::uint32_t> roots = root_keys_of(pair.target);
  ++pairs_;
  for (const std::uint32_t root : roots)
    roots_.count(root);
  for (const std::uint32_t one : missing) {
    ++counts_[one].missing;
    for (const std::uint32_t other : added)
      substitutes_.count(two_keys(other, one));
    for (const std::uint32_t root : roots)
      roots_instead_.count(two_keys(root, one));
  }
}

void DocumentUse::add(const CellPair& pair) {
  constexpr std::size_t shortest_measured = 12;  // letters of either side
  const std::size_t source_length = count_letters(pair.source);
  const std::size_t target_length = count_letters(pair.target);
  if (std::min(source_length, target_length) >= shortest_measured)
    lengths_.push_back(
        {static_cast<float>(log_proportion(source_length, target_length)),
         static_cast<std::uint32_t>(std::min(source_length, target_length))});
  habits_.add(pair.source.cell->text, pair.target.cell->text);
  if (counts_terms_) count_concepts(pair);
  links_.add(pair.source.language(), pair.target.language(), pair.source.text,
             pair.target.text, pair.confidence);
  std::set<std::uint32_t> concepts;
  for (const TermHit& hit : pair.source.hits)
    said_.count(two_keys(hit.concept_index, hit.term_index));
  for (const TermHit& hit : pair.source.all_hits)
    concepts.insert(hit.concept_index);
  for (const std::uint32_t concept_index : concepts)
    for (const std::uint32_t term : renderings_of(pair.target, concept_index))
      uses_.count(two_keys(concept_index, term));
  std::set<std::string> known;
  for (const LatinName& name : latin_names_in(pair.source.text, pair.source.words))
    known.insert(name.key);
  // In another script a name in Latin letters is rare; without one nothing is asked.
  if (known.empty() && !is_latin(pair.source.language())) return;
  std::set<std::string> said;
  for (const LatinName& name : latin_names_in(pair.target.text, pair.target.words))
    if (said.insert(name.key).second) ++names_[name.key];
  if (!is_latin(pair.target.language())) return;
  for (const std::string& name : said)
    if (known.contains(name)) kept_.insert(name);
}

double DocumentUse::usually_missing(std::uint32_t concept_index) const {
  // The place that is asked about lacks it; what the others do is usual.
  const std::size_t others = std::max<std::size_t>(all_.source, 1) - 1;
  const double usual = usual_share(others, std::min(all_.both, others));
  if (concept_index >= counts_.size()) return usual;
  const Counts& counts = counts_[concept_index];
  return share_alone(counts.source, counts.both, usual);
}

std::size_t DocumentUse::stands_in_for(std::uint32_t added, std::uint32_t missing) const {
  const std::uint32_t times = substitutes_.times(two_keys(added, missing));
  return times == 0 ? 0 : times - 1;
}

bool DocumentUse::usually_merged(std::uint32_t added, std::uint32_t missing) const {
  constexpr std::size_t enough = 3;  // other pairs
  if (added >= counts_.size() || missing >= counts_.size()) return false;
  constexpr double most = 0.5;           // of those pairs
  constexpr double much_more_often = 4;  // times; a word that stands everywhere, here too
  const std::size_t together = stands_in_for(added, missing);
  if (together < enough || counts_[added].both == 0) return false;
  const double here =
      static_cast<double>(together) / static_cast<double>(counts_[missing].missing - 1);
  const double anywhere =
      static_cast<double>(counts_[added].source) / static_cast<double>(pairs_);
  return here > most && here >= anywhere * much_more_often;
}

bool DocumentUse::has_other_rendering(std::span<const std::uint32_t> roots,
                                      std::uint32_t concept_index) const {
  constexpr std::uint32_t enough = 2;    // other pairs
  constexpr double much_more_often = 4;  // times
  if (concept_index >= counts_.size()) return false;
  const auto others = static_cast<double>(counts_[concept_index].missing) - 1;
  return std::ranges::any_of(roots, [&](std::uint32_t root) {
    const std::uint32_t instead = roots_instead_.times(two_keys(root, concept_index));
    if (instead < enough + 1) return false;
    const double here = static_cast<double>(instead - 1) / others;
    const double anywhere =
        static_cast<double>(roots_.times(root)) / static_cast<double>(pairs_);
    return here >= anywhere * much_more_often;
  });
}

void DocumentUse::learn() {
  links_.learn();
  constexpr std::size_t enough = 20;      // pairs
  constexpr double half_within = 0.6745;  // deviations: half of a normal distribution
  // A document may vary less, but that is by chance in short ones; more comes from what is
  // wrong in it.
  constexpr double least_spread = 0.8;
  constexpr double most_spread = 1.6;
  if (lengths_.size() < enough) return;
  std::vector<double> values;
  for (const MeasuredPair& pair : lengths_)
    values.push_back(pair.nats);
  const double middle = quantile(values, 0.5);
  values.clear();
  for (const MeasuredPair& pair : lengths_)
    values.push_back((pair.nats - middle) / usual_deviation(pair.letters));
  const double quarter = quantile(values, 0.25);
  const double spread = (quantile(values, 0.75) - quarter) / (2 * half_within);
  usual_length_ = {middle, std::clamp(spread, least_spread, most_spread)};
}

std::optional<DocumentUse::LengthDeparture> DocumentUse::length_departure(
    std::size_t source_length, std::size_t target_length) const {
  if (!usual_length_ || source_length == 0 || target_length == 0) return std::nullopt;
  const double nats = log_proportion(source_length, target_length) - usual_length_->nats;
  const auto letters = static_cast<std::uint32_t>(std::min(source_length, target_length));
  return LengthDeparture{nats,
                         nats / (usual_length_->deviations * usual_deviation(letters))};
}

std::size_t DocumentUse::times(std::uint32_t concept_index,
                               std::uint32_t term_index) const {
  return uses_.times(two_keys(concept_index, term_index));
}

}  // namespace hexapla
