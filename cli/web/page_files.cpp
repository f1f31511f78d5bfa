#include "cli/web/page_files.hpp"

#include "web_data.hpp"

#include <algorithm>
#include <array>

namespace hexapla::web {
namespace {

struct PageFile {
  std::string_view path;
  std::string_view type;
  std::string_view bytes;
};

constexpr std::string_view html = "text/html; charset=utf-8";
constexpr std::string_view script = "text/javascript; charset=utf-8";
constexpr std::string_view style = "text/css; charset=utf-8";

constexpr std::array files{
    PageFile{"/", html, embedded::index_html},
    PageFile{"/style.css", style, embedded::style_css},
    PageFile{"/main.js", script, embedded::main_js},
    PageFile{"/api.js", script, embedded::api_js},
    PageFile{"/state.js", script, embedded::state_js},
    PageFile{"/grid.js", script, embedded::grid_js},
    PageFile{"/keys.js", script, embedded::keys_js},
    PageFile{"/panel.js", script, embedded::panel_js},
    PageFile{"/acts.js", script, embedded::acts_js},
    PageFile{"/make.js", script, embedded::make_js},
    PageFile{"/icon.svg", "image/svg+xml", embedded::icon_svg},
};

/// All modules, so that a browser asks for them at once, and not for each only when the one
/// before it says so. Source: HTML, "Link type modulepreload".
std::string modules() {
  std::string links;
  for (const PageFile& file : files)
    if (file.type == script)
      links +=
          (links.empty() ? "<" : ", <") + std::string(file.path) + ">; rel=modulepreload";
  return links;
}

}  // namespace

HttpResponse page_file(const HttpRequest& request) {
  const std::string_view path =
      std::string_view(request.target).substr(0, request.target.find('?'));
  const auto* const file = std::ranges::find(files, path, &PageFile::path);
  if (file == files.end()) return problem(404, "there is nothing of that name");
  HttpResponse response;
  response.type = file->type;
  response.body = file->bytes;
  response.headers.emplace_back("Cache-Control", "no-cache");
  if (path == "/") response.headers.emplace_back("Link", modules());
  return response;
}

}  // namespace hexapla::web
