#include "cli/embeddings/http_post.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <new>

#include <curl/curl.h>

namespace hexapla::cli {
namespace {

struct Free {
  void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
  void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
  void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
  void operator()(char* text) const noexcept { curl_free(text); }
};
using Handle = std::unique_ptr<CURL, Free>;
using Address = std::unique_ptr<CURLU, Free>;
using Headers = std::unique_ptr<curl_slist, Free>;
using Text = std::unique_ptr<char, Free>;

/// The library asks to be started once, before all else.
void start_library() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK)
    throw Error(Fault::unsupported, {"libcurl", 0}, curl_easy_strerror(started));
}

bool has_part(CURLU* address, CURLUPart part) {
  char* text = nullptr;
  const bool found = curl_url_get(address, part, &text, 0) == CURLUE_OK;
  const Text owner(text);
  return found;
}

/// `host` of the scheme that a URL names, refusing what would print a password or go
/// somewhere else than a web server.
void require_address(const std::string& url) {
  const Address address(curl_url());
  if (!address) throw std::bad_alloc();
  const CURLUcode code = curl_url_set(address.get(), CURLUPART_URL, url.c_str(), 0);
  const bool is_web = url.starts_with("http://") || url.starts_with("https://");
  // What has a password in it isn't printed.
  if (has_part(address.get(), CURLUPART_USER) ||
      has_part(address.get(), CURLUPART_PASSWORD))
    throw Error(Fault::malformed, {"--embeddings-url", 0},
                "holds a name or password; a key belongs in HEXAPLA_API_KEY");
  if (code != CURLUE_OK || !is_web)
    throw Error(Fault::malformed, {"--embeddings-url", 0},
                "no address such as http://localhost:8080/v1/embeddings");
}

void require_key(const std::string& key) {
  const auto printable = [](char sign) { return sign > ' ' && sign < '\x7F'; };
  if (!std::ranges::all_of(key, printable))
    throw Error(Fault::malformed, {"HEXAPLA_API_KEY", 0},
                "holds a blank, a line's end or a letter outside ASCII, which no key has");
}

/// Where an answer is put while it comes.
struct Arriving {
  std::string body;
  std::size_t most = 0;
};

extern "C" std::size_t take_bytes(char* bytes, std::size_t size, std::size_t count,
                                  void* arriving) {
  auto& answer = *static_cast<Arriving*>(arriving);
  const std::size_t length = size * count;
  if (length > answer.most - answer.body.size()) return 0;  // the library ends the transfer
  answer.body.append(bytes, length);
  return length;
}

Headers usual_headers() {
  Headers headers;
  // Without the last one it would wait a second before it sends a large body.
  for (const char* line :
       {"Content-Type: application/json", "Accept: application/json", "Expect:"}) {
    curl_slist* const longer = curl_slist_append(headers.get(), line);
    if (longer == nullptr) throw std::bad_alloc();
    (void)headers.release();
    headers.reset(longer);
  }
  return headers;
}

void set_limits(CURL* handle, const PostLimits& limits) {
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connect.count());
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, limits.whole.count());
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
}

bool may_pass(CURLcode code) {
  constexpr std::array passing{CURLE_COULDNT_CONNECT,    CURLE_COULDNT_RESOLVE_HOST,
                               CURLE_OPERATION_TIMEDOUT, CURLE_GOT_NOTHING,
                               CURLE_RECV_ERROR,         CURLE_SEND_ERROR,
                               CURLE_PARTIAL_FILE};
  return std::ranges::find(passing, code) != passing.end();
}

}  // namespace

PostAnswer post_json(const std::string& url, std::string_view json, const std::string& key,
                     const PostLimits& limits) {
  start_library();
  require_address(url);
  require_key(key);
  const Handle handle(curl_easy_init());
  if (!handle) throw std::bad_alloc();
  const Headers headers = usual_headers();
  Arriving arriving{{}, limits.answer};
  std::array<char, CURL_ERROR_SIZE> words{};
  CURL* const raw = handle.get();
  set_limits(raw, limits);
  curl_easy_setopt(raw, CURLOPT_URL, url.c_str());
  curl_easy_setopt(raw, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(raw, CURLOPT_POSTFIELDS, json.data());
  curl_easy_setopt(raw, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(json.size()));
  curl_easy_setopt(raw, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt(raw, CURLOPT_WRITEDATA, &arriving);
  curl_easy_setopt(raw, CURLOPT_ERRORBUFFER, words.data());
  if (!key.empty()) {
    curl_easy_setopt(raw, CURLOPT_HTTPAUTH, CURLAUTH_BEARER);
    curl_easy_setopt(raw, CURLOPT_XOAUTH2_BEARER, key.c_str());
  }

  const CURLcode code = curl_easy_perform(raw);
  PostAnswer answer;
  if (code != CURLE_OK) {
    answer.error = words.front() != '\0' ? words.data() : curl_easy_strerror(code);
    if (code == CURLE_WRITE_ERROR)
      answer.error =
          "the answer is longer than " + std::to_string(limits.answer) + " bytes";
    answer.is_retryable = may_pass(code);
    return answer;
  }
  long status = 0;
  curl_off_t wait = 0;
  curl_easy_getinfo(raw, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(raw, CURLINFO_RETRY_AFTER, &wait);
  answer.status = static_cast<int>(status);
  answer.retry_after = std::chrono::seconds(wait);
  answer.body = std::move(arriving.body);
  return answer;
}

}  // namespace hexapla::cli
