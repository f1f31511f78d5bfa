#include "document/html/elements.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

using Names = std::string_view;

constexpr std::array containers{
    Names("article"), Names("aside"),   Names("blockquote"), Names("center"),
    Names("dd"),      Names("details"), Names("dialog"),     Names("dir"),
    Names("div"),     Names("dl"),      Names("dt"),         Names("fieldset"),
    Names("figure"),  Names("footer"),  Names("form"),       Names("header"),
    Names("li"),      Names("main"),    Names("menu"),       Names("nav"),
    Names("ol"),      Names("pre"),     Names("section"),    Names("table"),
    Names("td"),      Names("th"),      Names("tr"),         Names("ul")};

constexpr std::array other_blocks{
    Names("address"),  Names("body"),    Names("caption"), Names("figcaption"),
    Names("frameset"), Names("h1"),      Names("h2"),      Names("h3"),
    Names("h4"),       Names("h5"),      Names("h6"),      Names("head"),
    Names("hgroup"),   Names("hr"),      Names("html"),    Names("legend"),
    Names("p"),        Names("summary"), Names("tbody"),   Names("tfoot"),
    Names("thead"),    Names("title"),   Names("optgroup")};

constexpr std::array voids{Names("area"),  Names("base"), Names("br"),    Names("col"),
                           Names("embed"), Names("hr"),   Names("img"),   Names("input"),
                           Names("link"),  Names("meta"), Names("param"), Names("source"),
                           Names("track"), Names("wbr")};

struct LeftOutElement {
  std::string_view name;
  std::string_view report;
};
constexpr std::array left_out{
    LeftOutElement{"script", "a script"},
    LeftOutElement{"style", "a style sheet"},
    LeftOutElement{"iframe", "another page inside this one"},
    LeftOutElement{"noframes", "text for browsers without frames"},
    LeftOutElement{"noscript", "text for browsers without scripts"},
    LeftOutElement{"template", "a template for scripts"},
    LeftOutElement{"title", "the page's title"},
    LeftOutElement{"svg", "a picture"},
    LeftOutElement{"img", "a picture"},
    LeftOutElement{"canvas", "a picture"},
    LeftOutElement{"object", "an embedded object"},
    LeftOutElement{"embed", "an embedded object"},
    LeftOutElement{"video", "a video"},
    LeftOutElement{"audio", "a recording"},
    LeftOutElement{"select", "a form's control"},
    LeftOutElement{"datalist", "a form's control"},
    LeftOutElement{"textarea", "a form's control"},
    LeftOutElement{"button", "a form's control"},
    LeftOutElement{"rt", "a reading aid above the line"},
    LeftOutElement{"rp", "a reading aid above the line"},
    LeftOutElement{"del", "deleted text"},
};

constexpr std::array raw{Names("script"), Names("style"), Names("iframe"),
                         Names("noframes"), Names("textarea")};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool html_is_container(std::string_view element) {
  return contains(containers, element);
}

bool html_is_block(std::string_view element) {
  return html_is_container(element) || contains(other_blocks, element);
}

bool html_is_void(std::string_view element) {
  return contains(voids, element);
}

bool html_is_heading(std::string_view element) {
  return element.size() == 2 && element[0] == 'h' && element[1] >= '1' && element[1] <= '6';
}

bool html_bounds(std::string_view element, std::string_view other) {
  if (element == other) return false;
  if (other == "table") return true;
  if (element == "table") return false;
  if (element == "tr" || element == "td" || element == "th")
    return other == "tr" && element != "tr";
  if (other == "td" || other == "th") return true;
  return element == "li" && (other == "ol" || other == "ul");
}

std::string_view html_left_out(std::string_view element) {
  const auto* const found = std::ranges::find(left_out, element, &LeftOutElement::name);
  return found == left_out.end() ? std::string_view() : found->report;
}

bool html_is_raw(std::string_view element) {
  return contains(raw, element);
}

}  // namespace hexapla
