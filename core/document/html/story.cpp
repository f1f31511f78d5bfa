#include "document/html/story.hpp"

#include "document/html/elements.hpp"
#include "document/html/read_html.hpp"
#include "document/markup/attribute_number.hpp"
#include "text/error.hpp"
#include "text/number/list_number.hpp"

#include <algorithm>
#include <array>

namespace hexapla {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_banner = std::size_t{256} * 1024;  // bytes

/// Its footer belongs to it, not to the page.
bool is_article(std::string_view element) {
  return element == "article" || element == "section" || element == "blockquote";
}

/// Classes by which the frameworks that sites are built with hide what only screen readers
/// say. Sources: Bootstrap, Drupal and WordPress, their style guides.
constexpr std::array unseen_classes{"visually-hidden"sv,    "visually-hidden-focusable"sv,
                                    "visuallyhidden"sv,     "sr-only"sv,
                                    "screen-reader-text"sv, "element-invisible"sv};

bool is_unseen(std::string_view classes) {
  return std::ranges::any_of(unseen_classes, [&](std::string_view name) {
    for (std::size_t at = classes.find(name); at != std::string_view::npos;
         at = classes.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      if ((at == 0 || classes[at - 1] == ' ') &&
          (end == classes.size() || classes[end] == ' '))
        return true;
    }
    return false;
  });
}

}  // namespace

HtmlStoryReader::HtmlStoryReader(std::string_view source, std::string_view name)
    : scanner_(source, Markup::html),
      name_(name),
      notes_(html_notes(source)),
      wraps_between_han_(wraps_between_han(source)) {}

MarkupStory HtmlStoryReader::read() {
  while (const auto token = scanner_.next()) {
    switch (token->kind) {
      case MarkupToken::Kind::text:
        add_text(*token);
        break;
      case MarkupToken::Kind::start_tag:
        if (token->unfinished) {
          story_.left_out.push_back({"a tag that the page breaks off in", token->range});
        } else if (!skip(*token)) {
          start(*token);
        }
        break;
      case MarkupToken::Kind::end_tag:
        end(*token);
        break;
      case MarkupToken::Kind::other:
        break;
    }
  }
  end_line(true);
  close_until(0);
  return std::move(story_);
}

bool HtmlStoryReader::is_hidden(const MarkupToken& token) const {
  if (html_is_void(token.name) || token.inside.empty()) return false;
  if (scanner_.attribute(token, "hidden")) return true;
  std::string style = scanner_.attribute(token, "style").value_or("");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos ||
         is_unseen(scanner_.attribute(token, "class").value_or(""));
}

/// What stands around the text on the pages of a site: menus, banners with a menu or a
/// search, columns beside the text, feet.
bool HtmlStoryReader::is_furniture(const MarkupToken& token) const {
  const std::string role = scanner_.attribute(token, "role").value_or("");
  if (token.name == "nav" || role == "navigation" || role == "contentinfo" ||
      role == "banner" || role == "search" || role == "complementary")
    return true;
  if (articles_ > 0) return false;
  if (token.name == "footer" || token.name == "aside") return true;
  if (token.name != "header") return false;
  const std::string_view rest = scanner_.source().substr(token.range.end);
  const std::string_view inside =
      rest.substr(0, rest.substr(0, longest_banner).find("</header"));
  return inside.find("<nav") != std::string_view::npos ||
         inside.find("<form") != std::string_view::npos;
}

bool HtmlStoryReader::skip(const MarkupToken& token) {
  std::string_view report = html_left_out(token.name);
  if (report.empty() && is_hidden(token)) report = "hidden text";
  if (report.empty() || never_closed_.contains(token.name)) return false;
  std::optional<ByteRange> range;
  if (html_is_void(token.name)) {
    range = token.range;
  } else if (html_is_raw(token.name)) {
    range = scanner_.skip_raw_element(token);
    if (!range) range = scanner_.skip_rest(token);
  } else {
    range = scanner_.skip_element(token);
  }
  if (!range) {
    never_closed_.insert(token.name);
    return false;
  }
  if (html_is_block(token.name)) end_line(true);
  story_.left_out.push_back({std::string(report), *range});
  return true;
}

void HtmlStoryReader::start(const MarkupToken& token) {
  if (token.name == "br") return end_line(false);
  if (html_is_block(token.name)) end_line(true);
  if (token.name == "p" || token.name == "table" || token.name == "ol" ||
      token.name == "ul")
    in_heading_ = false;
  if (html_is_heading(token.name)) in_heading_ = true;
  if (html_is_container(token.name)) open(token);
  if (const auto note = notes_.notes.find(token.range.begin); note != notes_.notes.end())
    start_note(note->second, token);
  if (token.name == "a") start_link(token);
  if (token.name == "sup" && mark_.empty())
    if (const auto mark = notes_.marks.find(token.range.begin); mark != notes_.marks.end())
      mark_ = mark->second;
}

void HtmlStoryReader::end(const MarkupToken& token) {
  if (token.name == "a") {
    mark_.clear();
    way_back_ = false;
  }
  if (token.name == "sup") mark_.clear();
  if (token.name == "br") return end_line(false);  // as browsers read it
  if (!html_is_block(token.name)) return;
  end_line(true);
  if (html_is_heading(token.name)) in_heading_ = false;
  if (html_is_container(token.name)) close(token.name);
}

void HtmlStoryReader::open(const MarkupToken& token) {
  close_implied(token.name);
  if (open_.size() == deepest_html)
    throw Error(Fault::unsupported, {name_, 0},
                "byte " + std::to_string(token.range.begin) +
                    ": elements nested more than " + std::to_string(deepest_html) +
                    " deep; save the page from a browser as text");
  Element element;
  element.name = token.name;
  element.first_line = story_.lines.size();
  element.furniture = is_furniture(token);
  if (token.name == "ol") {
    element.list_type = scanner_.attribute(token, "type").value_or("1");
    element.next_number = attribute_number(scanner_.attribute(token, "start")).value_or(1);
  }
  if (element.furniture) ++furniture_;
  if (token.name == "pre") ++preformatted_;
  if (token.name == "table") tables_.emplace_back();
  if (token.name == "tr" && !tables_.empty()) tables_.back().start_row();
  if (token.name == "td" || token.name == "th") start_cell(token);
  if (is_article(token.name)) ++articles_;
  open_.push_back(std::move(element));
  if (token.name == "li") start_item(token);
}

void HtmlStoryReader::close(std::string_view name) {
  for (std::size_t depth = open_.size(); depth > 0; --depth) {
    if (open_[depth - 1].name == name) return close_until(depth - 1);
    if (html_bounds(name, open_[depth - 1].name)) return;
  }
}

void HtmlStoryReader::close_implied(std::string_view name) {
  if (name == "li" || name == "tr") close(name);
  if (name == "dt" || name == "dd") {
    close("dt");
    close("dd");
  }
  if (name == "td" || name == "th" || name == "tr") {
    close("td");
    close("th");
  }
}

void HtmlStoryReader::close_until(std::size_t depth) {
  for (; open_.size() > depth; open_.pop_back()) {
    const Element& element = open_.back();
    if (element.furniture) --furniture_;
    if (element.name == "pre") --preformatted_;
    if (is_article(element.name)) --articles_;
    if (element.note) note_.clear();
    if (element.name == "li") item_.reset();
    if ((element.name == "td" || element.name == "th") && !tables_.empty())
      tables_.back().end_cell(story_.lines, story_.lines.size());
    if (element.name == "table") end_table();
  }
}

void HtmlStoryReader::start_cell(const MarkupToken& token) {
  if (tables_.empty()) return;
  const auto span = [&](std::string_view name) {
    const std::int32_t number =
        attribute_number(scanner_.attribute(token, name)).value_or(1);
    return static_cast<std::uint32_t>(std::max(number, 1));
  };
  tables_.back().start_cell(story_.lines.size(), span("colspan"), span("rowspan"));
}

void HtmlStoryReader::end_table() {
  if (tables_.empty()) return;
  tables_.back().place(story_.lines, ++table_count_);
  tables_.pop_back();
}

void HtmlStoryReader::start_item(const MarkupToken& token) {
  std::string label = "•";
  const auto list =
      std::find_if(open_.rbegin() + 1, open_.rend(), [](const Element& outer) {
        return outer.name == "ol" || outer.name == "ul" || outer.name == "menu";
      });
  if (list != open_.rend() && list->name == "ol") {
    if (const auto value = attribute_number(scanner_.attribute(token, "value")))
      list->next_number = *value;
    label = list_number(list->list_type, list->next_number++) + '.';
  }
  item_ = TextPiece{std::move(label), token.range, false};
}

void HtmlStoryReader::start_link(const MarkupToken& token) {
  const std::size_t position = token.range.begin;
  const auto mark = notes_.marks.find(position);
  mark_ = mark == notes_.marks.end() ? std::string() : mark->second;
  way_back_ = notes_.ways_back.contains(position);
}

void HtmlStoryReader::start_note(const std::string& label, const MarkupToken& token) {
  if (!line_.blank() || in_heading_) return;
  note_ = label;
  note_begun_ = false;
  note_is_element_ = false;
  if (open_.empty()) return;
  Element& element = open_.back();
  // The first thing in an element: all of it is the note.
  const bool all_of_it = element.name == token.name || element.name == "div" ||
                         element.name == "li" || element.name == "aside" ||
                         element.name == "td";
  if (!all_of_it || element.first_line != story_.lines.size()) return;
  element.note = true;
  note_is_element_ = true;
}

}  // namespace hexapla
