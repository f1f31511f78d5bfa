#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace hexapla {

/// The footnotes of a page, by the positions of tags in its source. HTML has no element for
/// them, but every program that writes them makes two links that point at each other; by
/// hand, people raise a link to a paragraph that begins with the same number, or raise a
/// number in the text and another at the start of a paragraph below.
struct HtmlNotes {
  /// `<a>` or `<sup>` around a mark, to its label.
  std::map<std::size_t, std::string> marks;
  std::map<std::size_t, std::string> notes;  ///< The tag that a mark points at.
  std::set<std::size_t> ways_back;           ///< `<a>` from a note to its mark.
};

[[nodiscard]] HtmlNotes html_notes(std::string_view source);

}  // namespace hexapla
