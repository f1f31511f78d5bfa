#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla::web {

/// A request as the routes see it, whatever it came by.
struct HttpRequest {
  std::string method;  ///< GET, POST, ...
  std::string target;  ///< As sent: /api/works/1/rows?after=7
  std::map<std::string, std::string, std::less<>> headers;  ///< Names in small letters.
  std::string body;

  /// Empty when there is none.
  [[nodiscard]] std::string_view header(std::string_view name) const;
};

struct HttpResponse {
  int status = 200;
  std::string type = "application/json";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers = {};
};

/// A target taken apart: parts of the path decoded one by one, so that an encoded slash is
/// no border, and the query. Nothing when an escape is broken or what it stands for is not
/// UTF-8.
struct Target {
  std::vector<std::string> path;
  std::map<std::string, std::string, std::less<>> query;

  [[nodiscard]] std::string_view value(std::string_view name) const;
};
[[nodiscard]] std::optional<Target> target_from(std::string_view target);

/// An error as application/problem+json. Source: RFC 9457.
[[nodiscard]] HttpResponse problem(int status, std::string_view title,
                                   std::string_view detail = {});

/// JSON with what is no UTF-8 replaced, ready to be sent.
[[nodiscard]] HttpResponse json_answer(std::string body, int status = 200);

}  // namespace hexapla::web
