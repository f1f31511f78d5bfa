#include "align/evidence/evidence.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::array<std::string_view, evidence_kinds> names{
    "shapes",    "lengths",  "words",      "anchors",     "marks",     "names",
    "structure", "concepts", "references", "translation", "witnesses", "embeddings",
    "labels"};

}  // namespace

std::string_view name_of(EvidenceKind kind) noexcept {
  return names[static_cast<std::size_t>(kind)];
}

std::optional<EvidenceKind> evidence_named(std::string_view name) noexcept {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<EvidenceKind>(found - names.begin());
}

}  // namespace hexapla
