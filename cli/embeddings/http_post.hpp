#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace hexapla::cli {

/// How long an answer may take and how large it may be.
struct PostLimits {
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds whole{180'000};  ///< A large batch without a graphics card.
  std::size_t answer = std::size_t{64} * 1024 * 1024;  ///< Bytes.
};

/// What came of a request: an answer with its status, or words on why there is none.
struct PostAnswer {
  int status = 0;  ///< Of HTTP; 0 when nothing came that is one.
  std::string body;
  std::chrono::seconds retry_after{0};  ///< As the server asks for, else 0.
  std::string error;                    ///< Why there is no answer; empty when there is.
  bool is_retryable = false;            ///< The error may pass.
};

/// Sends `json` to `url` (http or https; redirections aren't followed) and waits. `key`, if
/// not empty, goes along as a bearer token; it appears in no message.
/// Errors: Fault::malformed for an address or a key that can't be sent.
[[nodiscard]] PostAnswer post_json(const std::string& url, std::string_view json,
                                   const std::string& key, const PostLimits& limits = {});

}  // namespace hexapla::cli
