#pragma once

#include "text/utf8.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace hexapla {

/// The number of a paragraph or a point, at the start of a text: `12.`, `(a)`, `iv)`,
/// `(一)`, `（أ）`.
struct ListLabel {
  ByteRange range;
  /// What it may number: (i) is the ninth letter or the Roman one.
  std::vector<std::size_t> places;
};

/// The label that `text` starts with.
[[nodiscard]] std::optional<ListLabel> list_label_of(std::string_view text);

/// The letters of points that a text refers to, in the order in which they come, wherever
/// they are: paragraph 3 (b), l’alinéa b), الفقرة 3 (ب). A Cyrillic letter that looks like
/// a Latin one may be either.
[[nodiscard]] std::vector<ListLabel> cited_labels(std::string_view text);

}  // namespace hexapla
