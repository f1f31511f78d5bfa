#pragma once

#include "align/evidence/embeddings.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla::cli {

/// Embeddings of former runs, by a hash of their text, in one file for each server and
/// model. A cache that can't be read or written is as good as none: complaint() says why.
///
/// The file holds a record after the other, 16 bytes of hash and the numbers; texts can't
/// be read off it. Several programs may add to it at once; what a killed one left half
/// written is cut off by the next.
class EmbeddingCache {
 public:
  /// `folder` is made when something is to be kept; empty: nothing is kept. `origin` names
  /// whose vectors these are.
  EmbeddingCache(const std::filesystem::path& folder, std::string_view origin);

  /// The vector of `text`, empty when it isn't known. Dies with the cache, or at keep().
  [[nodiscard]] std::span<const float> find(std::string_view text) const;

  /// `rows` has a row for each of `texts`, of the dimension of those kept before, or all
  /// that was kept before is forgotten: the server has another model under the same name.
  void keep(std::span<const std::string_view> texts, const Embeddings& rows);

  [[nodiscard]] const std::string& complaint() const noexcept { return complaint_; }

  static constexpr std::size_t largest = std::size_t{1}
                                         << 30U;  ///< Bytes; then begun anew.

 private:
  using Key = std::array<std::uint8_t, 16>;
  static Key key_of(std::string_view text);
  void read();
  [[nodiscard]] std::string records(std::span<const std::string_view> texts,
                                    const Embeddings& rows) const;
  [[nodiscard]] std::string head_with_dimension() const;
  void append(std::string_view bytes, bool anew);

  std::filesystem::path file_;
  std::string head_;  ///< How the file begins, but for the dimension.
  std::uint32_t dimension_ = 0;
  std::map<Key, std::vector<float>> known_;
  std::string complaint_;
};

}  // namespace hexapla::cli
