#pragma once

#include "cli/web/desk.hpp"
#include "cli/web/gate.hpp"
#include "cli/web/http.hpp"
#include "cli/web/reviewers.hpp"

#include <cstdint>
#include <functional>

namespace hexapla::web {

/// All that an answer depends on beside the request.
struct Site {
  Desk& desk;
  Reviewers& reviewers;
  Gate& gate;
  std::function<std::int64_t()> seconds;  ///< The clock, for counting wrong tokens.
};

/// The answer to any request. Nothing here knows of sockets, and nothing is thrown.
[[nodiscard]] HttpResponse answer(Site& site, const HttpRequest& request);

}  // namespace hexapla::web
