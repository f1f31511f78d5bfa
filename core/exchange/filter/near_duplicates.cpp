#include "exchange/filter/filter_rule.hpp"
#include "exchange/unit_filter.hpp"
#include "format/stable_hash.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace hexapla {
namespace {

constexpr std::size_t bands = 16;
constexpr std::size_t rows_in_band = 4;
constexpr std::size_t hashes = bands * rows_in_band;
constexpr std::size_t piece = 5;  // letters
using Signature = std::array<std::uint32_t, hashes>;

/// The letters of all texts, each language's apart from the next.
std::u32string letters_of(const TranslationUnit& unit) {
  std::u32string letters;
  for (const Variant& variant : unit.variants) {
    const std::string text = letters_for_comparing(variant.text);
    for (std::size_t at = 0; at < text.size();)
      letters += next_code_point(text, at);
    letters += U'\n';
  }
  return letters;
}

/// A number that differs in about half of its bits from that of any other. Source:
/// SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t mixed(std::uint64_t number) {
  number += 0x9e3779b97f4a7c15;
  number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9;
  number = (number ^ (number >> 27U)) * 0x94d049bb133111eb;
  return number ^ (number >> 31U);
}

Signature signature_of(std::u32string_view letters) {
  Signature least;
  least.fill(UINT32_MAX);
  const std::size_t pieces = letters.size() < piece ? 1 : letters.size() - piece + 1;
  for (std::size_t at = 0; at < pieces; ++at) {
    std::uint64_t hash = hash_start;
    for (const char32_t letter : letters.substr(at, piece))
      hash = mixed(hash ^ letter);
    for (std::size_t number = 0; number < hashes; ++number)
      least[number] =
          std::min(least[number], static_cast<std::uint32_t>(mixed(hash + number) >> 32U));
  }
  return least;
}

double likeness(const Signature& one, const Signature& other) {
  std::size_t same = 0;
  for (std::size_t number = 0; number < hashes; ++number)
    same += static_cast<std::size_t>(one[number] == other[number]);
  return static_cast<double>(same) / hashes;
}

/// Whether the edit distance of two texts is at most `most`. Source: Ukkonen 1985, only
/// the diagonals that can hold it.
bool is_within(std::u32string_view one, std::u32string_view other, std::size_t most) {
  if (one.size() > other.size()) std::swap(one, other);
  if (other.size() - one.size() > most) return false;
  const std::size_t beyond = most + 1;
  std::vector<std::size_t> row(one.size() + 1);
  for (std::size_t at = 0; at <= one.size(); ++at)
    row[at] = std::min(at, beyond);
  for (std::size_t line = 1; line <= other.size(); ++line) {
    const std::size_t first = line > most ? line - most : 0;
    const std::size_t last = std::min(one.size(), line + most);
    std::size_t before = first == 0 ? row[0] : row[first - 1];
    if (first == 0) row[0] = std::min(line, beyond);
    if (first > 0) row[first - 1] = beyond;
    std::size_t least = first == 0 ? row[0] : beyond;
    for (std::size_t at = std::max<std::size_t>(first, 1); at <= last; ++at) {
      const std::size_t up = at == line + most ? beyond : row[at];
      const std::size_t changed = before + (one[at - 1] == other[line - 1] ? 0 : 1);
      before = row[at];
      row[at] = std::min({changed, up + 1, row[at - 1] + 1, beyond});
      least = std::min(least, row[at]);
    }
    if (least == beyond) return false;
  }
  return row[one.size()] <= most;
}

/// Texts that have 85 of 100 pieces in common meet in one of the bands all but always,
/// those with 60 in nine of ten cases: so far is a likeness found, by minhash or edit
/// distance. Memory: 8 bytes a unit by letters; 400 by minhash, with its letters by edit
/// distance.
class NearDuplicates final : public FilterRule {
 public:
  enum class By : std::uint8_t { letters, minhash, edit };

  NearDuplicates(By by, double least) : by_(by), least_(least) {}

  bool keeps(const TranslationUnit& unit) override {
    std::u32string letters = letters_of(unit);
    if (by_ == By::letters) {
      std::uint64_t hash = hash_start;
      for (const char32_t letter : letters)
        hash = mixed(hash ^ letter);
      return hashes_.insert(hash).second;
    }
    const Signature signature = signature_of(letters);
    if (has_like(signature, letters)) return false;
    for (std::size_t band = 0; band < bands; ++band)
      buckets_[key_of(signature, band)].push_back(
          static_cast<std::uint32_t>(signatures_.size()));
    signatures_.push_back(signature);
    if (by_ == By::edit) letters_.push_back(std::move(letters));
    return true;
  }

 private:
  static std::uint64_t key_of(const Signature& signature, std::size_t band) {
    std::uint64_t key = band;
    for (std::size_t row = 0; row < rows_in_band; ++row)
      key = mixed(key ^ signature.at(band * rows_in_band + row));
    return key;
  }

  [[nodiscard]] bool has_like(const Signature& signature,
                              std::u32string_view letters) const {
    std::unordered_set<std::uint32_t> seen;
    for (std::size_t band = 0; band < bands; ++band) {
      const auto bucket = buckets_.find(key_of(signature, band));
      if (bucket == buckets_.end()) continue;
      for (const std::uint32_t other : bucket->second)
        if (seen.insert(other).second && is_like(other, signature, letters)) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_like(std::uint32_t other, const Signature& signature,
                             std::u32string_view letters) const {
    if (by_ == By::minhash) return likeness(signatures_[other], signature) >= least_;
    const std::u32string& theirs = letters_[other];
    const double longer = static_cast<double>(std::max(theirs.size(), letters.size()));
    return is_within(theirs, letters,
                     static_cast<std::size_t>(std::floor((1 - least_) * longer)));
  }

  By by_;
  double least_;
  std::unordered_set<std::uint64_t> hashes_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> buckets_;
  std::vector<Signature> signatures_;  ///< Of what was kept.
  std::vector<std::u32string> letters_;
};

}  // namespace

std::unique_ptr<FilterRule> near_duplicate_rule(const FilterLine& line) {
  require_known(line, {"by", "least"});
  constexpr double usual = .8;
  const auto by = static_cast<NearDuplicates::By>(
      choice_of(line, "by", 0, {"letters", "minhash", "edit"}));
  return std::make_unique<NearDuplicates>(by, argument_of(line, "least", usual, 0, 1));
}

}  // namespace hexapla
