#include "exchange/dataset/split_guard.hpp"

#include "exchange/unit_filter.hpp"
#include "format/stable_hash.hpp"

#include <algorithm>

namespace hexapla {

std::uint64_t near_hash(std::string_view text) {
  return stable_hash(letters_for_comparing(text));
}

void SplitGuard::note(const TranslationUnit& unit, Split split) {
  if (split == Split::train) return;
  for (const Variant& variant : unit.variants)
    texts_.at(static_cast<std::size_t>(split)).insert(near_hash(variant.text));
}

bool SplitGuard::any_in(const TranslationUnit& unit, const Hashes& hashes) {
  return !hashes.empty() && std::ranges::any_of(unit.variants, [&](const Variant& variant) {
    return hashes.contains(near_hash(variant.text));
  });
}

bool SplitGuard::leaks(const TranslationUnit& unit, Split split) const {
  const auto& test = texts_.at(static_cast<std::size_t>(Split::test));
  const auto& dev = texts_.at(static_cast<std::size_t>(Split::dev));
  if (split == Split::test) return false;
  return any_in(unit, test) || (split == Split::train && any_in(unit, dev));
}

bool SplitGuard::is_forbidden(const TranslationUnit& unit) const {
  return any_in(unit, forbidden_);
}

}  // namespace hexapla
