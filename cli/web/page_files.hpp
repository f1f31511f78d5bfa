#pragma once

#include "cli/web/http.hpp"

namespace hexapla::web {

/// A file of the page, from a table compiled in: there is no file system here.
[[nodiscard]] HttpResponse page_file(const HttpRequest& request);

}  // namespace hexapla::web
