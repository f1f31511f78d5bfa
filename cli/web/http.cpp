#include "cli/web/http.hpp"

#include "text/table.hpp"
#include "text/utf8.hpp"

#include <charconv>

#include <nlohmann/json.hpp>

namespace hexapla::web {
namespace {

/// %E4%B8%AD and, in a query, + for a space.
std::optional<std::string> decoded(std::string_view text, bool in_query) {
  constexpr int hexadecimal = 16;
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && in_query) {
      plain += ' ';
    } else if (text[i] != '%') {
      plain += text[i];
    } else {
      unsigned char byte = 0;
      const char* const first = text.data() + i + 1;
      if (i + 2 >= text.size() ||
          std::from_chars(first, first + 2, byte, hexadecimal).ptr != first + 2)
        return std::nullopt;
      plain += static_cast<char>(byte);
      i += 2;
    }
  }
  if (find_ill_formed(plain) || plain.find('\0') != std::string::npos) return std::nullopt;
  return plain;
}

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : found->second;
}

std::string_view Target::value(std::string_view name) const {
  const auto found = query.find(name);
  return found == query.end() ? std::string_view() : found->second;
}

std::optional<Target> target_from(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  Target taken;
  const std::size_t mark = std::min(target.find('?'), target.size());
  for (const std::string_view part : parts_of(target.substr(1, mark - 1), '/')) {
    auto plain = decoded(part, false);
    if (!plain) return std::nullopt;
    taken.path.push_back(std::move(*plain));
  }
  if (mark >= target.size()) return taken;
  for (const std::string_view pair : parts_of(target.substr(mark + 1), '&')) {
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decoded(pair.substr(0, equals), true);
    auto value = decoded(equals < pair.size() ? pair.substr(equals + 1) : "", true);
    if (!name || !value) return std::nullopt;
    taken.query[*name] = std::move(*value);
  }
  return taken;
}

HttpResponse problem(int status, std::string_view title, std::string_view detail) {
  nlohmann::ordered_json json{{"status", status}, {"title", title}};
  if (!detail.empty()) json["detail"] = detail;
  HttpResponse response = json_answer(
      json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), status);
  response.type = "application/problem+json";
  return response;
}

HttpResponse json_answer(std::string body, int status) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

}  // namespace hexapla::web
