#include "exchange/unit_filter.hpp"

#include "format/stable_hash.hpp"
#include "text/code_point.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <utility>

namespace hexapla {
namespace {

struct ReasonWords {
  std::string_view name;
  std::string_view words;
};
constexpr std::array<ReasonWords, drop_reasons> reason_words{
    {{"language_missing", "without all the languages"},
     {"empty_side", "with an empty side"},
     {"state", "whose translation is not ready"},
     {"obsolete", "that are obsolete"},
     {"confidence", "below the least confidence"},
     {"length_ratio", "out of proportion in length"},
     {"language_mismatch", "in another language than named"},
     {"duplicate", "that came before"},
     {"near_duplicate", "that came before but for letter case, marks and digits"},
     {"verdict", "that people did not confirm, or rejected"}}};

constexpr auto all_reasons = [] {
  std::array<DropReason, drop_reasons> reasons{};
  for (std::size_t at = 0; at < drop_reasons; ++at)
    reasons.at(at) = static_cast<DropReason>(at);
  return reasons;
}();

bool is_blank_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!is_white_space(next_code_point(text, at))) return false;
  return true;
}

template <class Form>
std::uint64_t hash_of(const TranslationUnit& unit, Form form,
                      std::uint64_t hash = hash_start) {
  for (const Variant& variant : unit.variants) {
    hash = stable_hash(variant.language.tag(), hash);
    hash = stable_hash(std::string_view("\0", 1), hash);
    hash = stable_hash(form(variant.text), hash);
    hash = stable_hash(std::string_view("\0", 1), hash);
  }
  return hash;
}

/// From 0 to 1 by chance, but the same for the same texts and seed. Source: the last steps
/// of MurmurHash3 (A. Appleby), since the ends of texts change few bits of the hash.
double share_of(const TranslationUnit& unit, std::uint64_t seed) {
  std::uint64_t hash = hash_of(
      unit, [](const std::string& text) { return std::string_view(text); },
      stable_hash(std::to_string(seed)));
  hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccd;
  hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53;
  constexpr double parts =
      9007199254740992;  // 2 to the power of 53, which a double counts to
  return static_cast<double>(hash >> 11U) / parts;
}

}  // namespace

std::string letters_for_comparing(std::string_view text) {
  const std::string key = folded(text);
  std::string letters;
  bool follows_digit = false;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t begin = at;
    const char32_t code_point = next_code_point(key, at);
    if (is_letter(code_point)) letters += std::string_view(key).substr(begin, at - begin);
    if (is_digit(code_point) && !follows_digit) letters += '0';
    follows_digit = is_digit(code_point);
  }
  return letters;
}

std::string_view words_for(DropReason reason) noexcept {
  return reason_words[static_cast<std::size_t>(reason)].words;
}

std::string_view name_of(DropReason reason) noexcept {
  return reason_words[static_cast<std::size_t>(reason)].name;
}

UnitFilter::UnitFilter(UnitFilterSettings settings) : settings_(std::move(settings)) {
  for (const FilterLine& line : settings_.plan.filters)
    rules_.push_back(rule_of(line));
  dropped_by_rule_.resize(rules_.size() + 1);
}

std::vector<std::pair<std::string, std::size_t>> UnitFilter::dropped_by_plan() const {
  std::vector<std::pair<std::string, std::size_t>> dropped;
  for (std::size_t rule = 0; rule < rules_.size(); ++rule)
    dropped.emplace_back(settings_.plan.filters[rule].text, dropped_by_rule_[rule]);
  if (dropped_by_rule_.back() > 0) dropped.emplace_back("sample", dropped_by_rule_.back());
  return dropped;
}

bool UnitFilter::is_dropped_by_plan(const TranslationUnit& unit) {
  for (std::size_t rule = 0; rule < rules_.size(); ++rule) {
    if (rules_[rule]->keeps(unit)) continue;
    ++dropped_by_rule_[rule];
    last_reason_ = settings_.plan.filters[rule].text;
    return true;
  }
  const auto& sample = settings_.plan.sample;
  if (!sample || sample->share == 1 || share_of(unit, sample->seed) < sample->share)
    return false;
  ++dropped_by_rule_.back();
  last_reason_ = "sample";
  return true;
}

bool UnitFilter::select_languages(TranslationUnit& unit) const {
  if (settings_.languages.empty()) return true;
  const auto answers = variants_in(unit, settings_.languages);
  std::vector<Variant> wanted;
  for (std::size_t at = 0; at < answers.size(); ++at) {
    if (answers[at] == nullptr) return false;
    const bool is_exact = answers[at]->language == settings_.languages[at];
    for (const Variant& variant : unit.variants)
      if (&variant == answers[at] ||
          (is_exact && variant.language == settings_.languages[at]))
        wanted.push_back(variant);
  }
  unit.variants = std::move(wanted);
  return true;
}

bool UnitFilter::is_dropped(TranslationUnit& unit, DropReason reason) {
  switch (reason) {
    case DropReason::language_missing:
      return !select_languages(unit);
    case DropReason::empty_side:
      return settings_.drops_empty_sides &&
             (unit.variants.size() < 2 ||
              std::ranges::any_of(unit.variants, is_blank_text, &Variant::text));
    case DropReason::state:
      return unit.state != UnitState::unknown && unit.state < settings_.least_state &&
             !(settings_.keeps_untranslated && unit.state == UnitState::untranslated);
    case DropReason::obsolete:
      return settings_.drops_obsolete && is_obsolete(unit);
    case DropReason::confidence:
      return unit.confidence < settings_.least_confidence;
    case DropReason::length_ratio:
      return settings_.largest_length_ratio > 0 &&
             length_ratio_of(unit) > settings_.largest_length_ratio;
    case DropReason::language_mismatch:
      return settings_.drops_other_languages &&
             std::ranges::any_of(unit.variants, reads_as_another);
    case DropReason::duplicate:
      return settings_.drops_duplicates &&
             !texts_
                  .insert(hash_of(
                      unit, [](const std::string& text) { return std::string_view(text); }))
                  .second;
    case DropReason::verdict:
      return false;
    case DropReason::near_duplicate:
      return settings_.drops_near_duplicates &&
             !letters_.insert(hash_of(unit, letters_for_comparing)).second;
  }
  return false;
}

bool UnitFilter::keeps(TranslationUnit& unit) {
  const auto drops = [&](DropReason reason) { return is_dropped(unit, reason); };
  const auto* const reason = std::ranges::find_if(all_reasons, drops);
  if (reason != all_reasons.end()) {
    ++dropped_.at(static_cast<std::size_t>(*reason));
    last_reason_ = name_of(*reason);
    return false;
  }
  if (is_dropped_by_plan(unit)) return false;
  ++kept_;
  return true;
}

}  // namespace hexapla
