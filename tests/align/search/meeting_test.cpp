#include "align/search/meeting.hpp"

#include <random>

#include <catch2/catch.hpp>

namespace hexapla::meeting_test {
namespace {

constexpr std::uint32_t vocabulary = 3000;

/// Segments of eight tokens by chance; those of the target are numbered after the
/// source's.
TokenSide side_of(std::uint32_t segments, unsigned seed) {
  std::mt19937 random(seed);
  TokenSide side;
  for (std::uint32_t segment = 0; segment < segments; ++segment) {
    for (unsigned word = 0; word < 8; ++word)
      side.tokens.push_back(static_cast<std::uint32_t>(random() % vocabulary));
    side.starts.push_back(static_cast<std::uint32_t>(side.tokens.size()));
    side.lengths.push_back(40);
  }
  return side;
}

TokenSide translated(TokenSide side) {
  for (auto& token : side.tokens)
    token += vocabulary;
  return side;
}

KnownWords all_words() {
  KnownWords known;
  for (std::uint32_t token = 0; token < vocabulary; ++token)
    known.pairs.push_back({token, token + vocabulary, 4, 4});
  return known;
}

}  // namespace

TEST_CASE("texts meet where one has said what the other lacks", "[align]") {
  const TokenSide source = side_of(2000, 1);
  TokenSide target = translated(side_of(1200, 2));
  const TokenSide same = translated(source);
  const auto before = static_cast<std::uint32_t>(target.tokens.size());
  target.tokens.insert(target.tokens.end(), same.tokens.begin(), same.tokens.end());
  for (std::uint32_t segment = 0; segment < same.size(); ++segment) {
    target.starts.push_back(before + same.starts[segment + 1]);
    target.lengths.push_back(same.lengths[segment]);
  }
  const auto meeting = first_meeting(source, target, all_words());
  REQUIRE(meeting);
  CHECK(meeting->source <= 50);
  CHECK(meeting->target >= 1150);
  CHECK(meeting->target <= 1250);
}

TEST_CASE("texts that have nothing in common never meet", "[align]") {
  const unsigned seed = GENERATE(range(10U, 16U));
  CHECK_FALSE(first_meeting(side_of(3000, seed), translated(side_of(3000, seed + 100)),
                            all_words()));
}

TEST_CASE("texts of a few segments that know no words don't meet", "[align][edge]") {
  CHECK_FALSE(first_meeting(side_of(3, 1), translated(side_of(2, 2)), {}));
}

}  // namespace hexapla::meeting_test
