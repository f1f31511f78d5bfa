#include "exchange/split.hpp"

#include "format/stable_hash.hpp"

namespace hexapla {
namespace {

/// Spreads a hash's bits: those of FNV differ little between like names.
/// Source: the last step of splitmix64 (Steele, Lea and Flood 2014).
std::uint64_t spread(std::uint64_t bits) noexcept {
  bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111eb;
  return bits ^ (bits >> 31U);
}

}  // namespace

std::string_view name_of(Split split) noexcept {
  constexpr std::array<std::string_view, 3> names{"train", "dev", "test"};
  return names[static_cast<std::size_t>(split)];
}

Split split_of(std::string_view document, std::uint64_t seed, SplitShares shares) noexcept {
  constexpr double range = 9007199254740992.;  // 2^53, what a double holds exactly
  constexpr unsigned spare_bits = 11;
  const std::uint64_t bits = spread(stable_hash(document) ^ spread(seed + 1));
  const double place = static_cast<double>(bits >> spare_bits) / range;
  if (place < shares.test) return Split::test;
  return place < shares.test + shares.dev ? Split::dev : Split::train;
}

}  // namespace hexapla
