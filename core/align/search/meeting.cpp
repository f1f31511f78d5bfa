#include "align/search/meeting.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace hexapla {
namespace {

constexpr std::uint32_t least_block = 16;  // segments
constexpr std::uint32_t most_blocks = 1000;

std::uint32_t blocks_of_tokens(const TokenSide& side) {
  return std::clamp(side.size() / least_block, 1U, most_blocks);
}

/// The blocks in which each token stands, as long as they are few.
class Places {
 public:
  Places(const TokenSide& side, std::uint32_t vocabulary) : blocks_(vocabulary) {
    constexpr std::uint32_t most_common = 20;  // a word in one block of so many, or rarer
    constexpr std::uint32_t always_rare = 6;   // blocks
    const auto all = blocks_of_tokens(side);
    most_ = std::max(always_rare, all / most_common);
    for (std::uint32_t segment = 0; segment < side.size(); ++segment) {
      const auto block =
          static_cast<std::uint32_t>(std::uint64_t{segment} * all / side.size());
      for (const auto token : side.of(segment)) {
        auto& of_token = blocks_[token];
        if (of_token.size() > most_) continue;
        if (of_token.empty() || of_token.back() != block) of_token.push_back(block);
      }
    }
  }

  /// Of a token that is too common to tell a place: nothing.
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t token) const {
    if (blocks_[token].size() > most_) return {};
    return blocks_[token];
  }

 private:
  std::vector<std::vector<std::uint32_t>> blocks_;
  std::size_t most_ = 0;
};

/// How much more each pair of blocks shares than chance brings.
class BlockTable {
 public:
  BlockTable(const TokenSide& source, const TokenSide& target, const KnownWords& known)
      : rows_(blocks_of_tokens(source)),
        columns_(blocks_of_tokens(target)),
        shared_(rows_ * columns_) {
    constexpr float surely = 4;  // known as if seen so often
    const auto vocabulary = vocabulary_of(source, target);
    const Places sources(source, vocabulary);
    const Places targets(target, vocabulary);
    for (const KnownWords::Pair& pair : known.pairs) {
      const auto from = sources.of(pair.source);
      const auto to = targets.of(pair.target);
      const float probability = std::min(1.0F, pair.forward / surely);
      const auto weight =
          probability * std::log1p(static_cast<float>(rows_ + columns_) /
                                   static_cast<float>(from.size() + to.size()));
      for (const auto row : from)
        for (const auto column : to)
          shared_[row * columns_ + column] += weight;
    }
    expect();
  }

  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
  /// Units: nats, below 0 for what chance brings.
  [[nodiscard]] float score(std::size_t row, std::size_t column) const {
    constexpr float little = 2;
    constexpr float by_chance = 0.5;
    const float expected = of_rows_[row] * of_columns_[column] / total_;
    return std::log((shared_[row * columns_ + column] + little) / (expected + little)) -
           by_chance;
  }

 private:
  void expect() {
    constexpr float no_division_by_zero = 1e-6F;
    of_rows_.assign(rows_, 0);
    of_columns_.assign(columns_, 0);
    total_ = no_division_by_zero;
    for (std::size_t row = 0; row < rows_; ++row) {
      for (std::size_t column = 0; column < columns_; ++column) {
        const float weight = shared_[row * columns_ + column];
        of_rows_[row] += weight;
        of_columns_[column] += weight;
      }
      total_ += of_rows_[row];
    }
  }

  std::size_t rows_;
  std::size_t columns_;
  std::vector<float> shared_;
  std::vector<float> of_rows_;
  std::vector<float> of_columns_;
  float total_ = 0;
};

/// The best chain of blocks that ends in a place.
struct Chain {
  float score = 0;
  std::uint32_t row = 0;  ///< Where it begins.
  std::uint32_t column = 0;
};

Chain best_chain(const BlockTable& table) {
  constexpr float step_aside = 0.3F;  // nats, for a block that meets two
  std::vector<Chain> above(table.columns());
  std::vector<Chain> here(table.columns());
  Chain best;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns(); ++column) {
      Chain chain{0, static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
      const auto consider = [&](const Chain& before, float cost) {
        if (before.score - cost <= chain.score) return;
        chain = before;
        chain.score -= cost;
      };
      consider(above[column], step_aside);
      if (column > 0) consider(here[column - 1], step_aside);
      if (column > 0 && row > 0) consider(above[column - 1], 0);
      chain.score = std::max(0.0F, chain.score + table.score(row, column));
      here[column] = chain;
      if (chain.score > best.score) best = chain;
    }
    // above[column - 1] is needed until the row is done
    std::swap(above, here);
  }
  return best;
}

}  // namespace

std::optional<Meeting> first_meeting(const TokenSide& source, const TokenSide& target,
                                     const KnownWords& known) {
  constexpr float least_score = 12;  // nats
  const BlockTable table(source, target, known);
  const Chain chain = best_chain(table);
  if (chain.score < least_score) return std::nullopt;
  const auto border = [](std::uint32_t block, std::size_t blocks, std::uint32_t size) {
    return static_cast<std::uint32_t>((std::uint64_t{block} * size + blocks - 1) / blocks);
  };
  return Meeting{border(chain.row, table.rows(), source.size()),
                 border(chain.column, table.columns(), target.size())};
}

}  // namespace hexapla
