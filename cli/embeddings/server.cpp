#include "cli/embeddings/server.hpp"

#include "align/evidence/read_embeddings.hpp"
#include "cli/embeddings/answer.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <set>
#include <thread>

namespace hexapla::cli {
namespace {

constexpr int status_ok = 200;
constexpr int too_many_requests = 429;
constexpr int first_server_error = 500;
constexpr int last_server_error = 599;

bool may_pass(const PostAnswer& answer) {
  return answer.is_retryable || answer.status == too_many_requests ||
         (answer.status >= first_server_error && answer.status <= last_server_error);
}

/// The texts that have to be asked for, each once, in their order.
std::vector<std::string_view> unknown_among(std::span<const std::string_view> texts,
                                            const EmbeddingCache& cache) {
  std::vector<std::string_view> unknown;
  std::set<std::string_view> seen;
  for (const std::string_view text : texts)
    if (!is_blank(text) && cache.find(text).empty() && seen.insert(text).second)
      unknown.push_back(text);
  return unknown;
}

/// How many of `texts` go into one request: at least one.
std::size_t batch_of(std::span<const std::string_view> texts,
                     const ServerSettings& settings) {
  std::size_t count = 0;
  std::size_t bytes = 0;
  while (count < texts.size() && count < settings.batch) {
    bytes += texts[count].size();
    if (count > 0 && bytes > settings.batch_bytes) break;
    ++count;
  }
  return count;
}

}  // namespace

Embeddings EmbeddingServer::embed(std::span<const std::string_view> texts) {
  learn_unknown(texts);
  // When the server has another model than before, the cache forgot what it knew.
  learn_unknown(texts);
  Embeddings result;
  for (const std::string_view text : texts)
    if (!is_blank(text))
      result.dimension = static_cast<std::uint32_t>(cache_.find(text).size());
  result.numbers.reserve(texts.size() * result.dimension);
  for (const std::string_view text : texts) {
    const auto row = is_blank(text) ? std::span<const float>() : cache_.find(text);
    if (!is_blank(text) && row.size() != result.dimension)
      throw Error(Fault::malformed, {settings_.url, 0},
                  "answers with vectors of another dimension each time");
    result.numbers.insert(result.numbers.end(), row.begin(), row.end());
    result.numbers.resize(result.numbers.size() + result.dimension - row.size());
  }
  return result;
}

void EmbeddingServer::learn_unknown(std::span<const std::string_view> texts) {
  const std::vector<std::string_view> unknown = unknown_among(texts, cache_);
  for (std::span<const std::string_view> rest = unknown; !rest.empty();) {
    tell_(unknown.size() - rest.size(), unknown.size());
    const auto batch = rest.first(batch_of(rest, settings_));
    cache_.keep(batch, ask(batch));
    rest = rest.subspan(batch.size());
  }
}

Embeddings EmbeddingServer::ask(std::span<const std::string_view> texts) const {
  return read_embedding_answer(answer_to(embedding_request(settings_.model, texts)),
                               texts.size(), settings_.url);
}

std::string EmbeddingServer::answer_to(const std::string& request) const {
  const auto begun = std::chrono::steady_clock::now();
  std::chrono::milliseconds wait = settings_.first_wait;
  for (unsigned attempt = 1;; ++attempt) {
    PostAnswer answer = post_json(settings_.url, request, settings_.key, settings_.limits);
    if (answer.status == status_ok) return std::move(answer.body);
    if (!may_pass(answer))
      throw Error(Fault::unreadable, {settings_.url, 0}, words_on(answer));
    // One that was silent all the time that it has will be so again.
    const bool is_late = std::chrono::steady_clock::now() - begun >= settings_.limits.whole;
    if (attempt >= settings_.attempts || is_late)
      throw Error(Fault::unreadable, {settings_.url, 0},
                  words_on(answer) + ", " + std::to_string(attempt) +
                      " times; what came before is kept, so that another run goes on here");
    const auto asked = std::chrono::milliseconds(answer.retry_after);
    std::this_thread::sleep_for(std::min(std::max(wait, asked), settings_.longest_wait));
    wait *= 2;
  }
}

std::string EmbeddingServer::words_on(const PostAnswer& answer) const {
  if (answer.status == 0) return answer.error;
  std::string words = "answers with status " + std::to_string(answer.status);
  std::string complaint = complaint_in(answer.body);
  // Some servers quote the key that they refuse.
  if (!settings_.key.empty())
    for (std::size_t at = 0; (at = complaint.find(settings_.key, at)) != std::string::npos;)
      complaint.replace(at, settings_.key.size(), "***");
  return complaint.empty() ? words : words + ": " + complaint;
}

}  // namespace hexapla::cli
