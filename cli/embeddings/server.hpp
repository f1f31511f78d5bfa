#pragma once

#include "align/evidence/embeddings.hpp"
#include "cli/embeddings/cache.hpp"
#include "cli/embeddings/http_post.hpp"

#include <chrono>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace hexapla::cli {

struct ServerSettings {
  std::string url;    ///< Of /v1/embeddings.
  std::string model;  ///< As the server calls it.
  std::string key;    ///< Sent along when not empty; never printed or kept.
  /// Texts in one request, and their bytes: servers refuse more tokens at a time.
  std::size_t batch = 64;
  std::size_t batch_bytes = 100'000;
  /// How often a request is made before it is given up, and how long to wait after the
  /// first failure; each time twice as long. Not after `limits.whole` in all.
  unsigned attempts = 5;
  std::chrono::milliseconds first_wait{500};
  std::chrono::milliseconds longest_wait{60'000};  ///< Whatever the server asks for.
  PostLimits limits;
};

/// A server that makes embeddings, asked for what the cache doesn't know.
class EmbeddingServer {
 public:
  using Tell = std::function<void(std::size_t done, std::size_t all)>;

  /// Refers to `settings` and `cache`. `tell` hears how far it is.
  EmbeddingServer(const ServerSettings& settings, EmbeddingCache& cache, Tell tell)
      : settings_(settings), cache_(cache), tell_(std::move(tell)) {}

  /// A row for each text; zeros for one that is blank. Equal texts are sent once. What came
  /// before a failure stays in the cache.
  /// Errors: Fault::unreadable when the server can't be reached or refuses, naming it and
  ///         its words; Fault::malformed when its answer makes no sense.
  [[nodiscard]] Embeddings embed(std::span<const std::string_view> texts);

 private:
  void learn_unknown(std::span<const std::string_view> texts);
  Embeddings ask(std::span<const std::string_view> texts) const;
  [[nodiscard]] std::string answer_to(const std::string& request) const;
  [[nodiscard]] std::string words_on(const PostAnswer& answer) const;

  const ServerSettings& settings_;
  EmbeddingCache& cache_;
  Tell tell_;
};

}  // namespace hexapla::cli
