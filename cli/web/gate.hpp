#pragma once

#include "cli/web/http.hpp"
#include "cli/web/reviewers.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hexapla::web {

/// Refuses what does not come from our own page by somebody who was let in.
class Gate {
 public:
  /// `origin`: of a proxy in front of us, as https://review.example.org; may be empty.
  Gate(std::uint16_t port, const std::string& origin);

  /// Nothing when the request may be looked at: its Host is ours, so that no other site can
  /// reach us by a name of its own; a POST comes from our page and brings JSON.
  [[nodiscard]] std::optional<HttpResponse> refusal(const HttpRequest& request) const;

  /// Whose request it is, or the answer to somebody unknown: 401, and 429 once there were
  /// too many within a minute. `now` counts seconds.
  [[nodiscard]] std::variant<const Person*, HttpResponse> person_behind(
      const HttpRequest& request, const Reviewers& reviewers, std::int64_t now);

 private:
  static constexpr std::size_t most_failures = 10;
  static constexpr std::int64_t forgotten_after = 60;  // seconds

  std::vector<std::string> hosts_;
  std::vector<std::string> origins_;
  std::deque<std::int64_t> failures_;
};

}  // namespace hexapla::web
