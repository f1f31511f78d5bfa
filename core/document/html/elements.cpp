#include "document/html/elements.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

// Names between blanks.
constexpr std::string_view containers =
    " article aside blockquote center dd details dialog dir div dl dt fieldset figure "
    "footer "
    "form header li main menu nav ol pre section table td th tr ul ";
constexpr std::string_view other_blocks =
    " address body caption figcaption frameset h1 h2 h3 h4 h5 h6 head hgroup hr html "
    "legend "
    "p summary tbody tfoot thead title optgroup ";
constexpr std::string_view voids =
    " area base br col embed hr img input link meta param source track wbr ";
constexpr std::string_view raw = " script style iframe noframes textarea ";

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
    LeftOutElement{"label", "a form's label"},
    LeftOutElement{"rt", "a reading aid above the line"},
    LeftOutElement{"rp", "a reading aid above the line"},
    LeftOutElement{"del", "deleted text"},
};

bool contains(std::string_view names, std::string_view name) {
  for (std::size_t at = names.find(name); at != std::string_view::npos;
       at = names.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if (at > 0 && end < names.size() && names[at - 1] == ' ' && names[end] == ' ')
      return true;
  }
  return false;
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
