#include "document/structure/text_builder.hpp"

#include "text/code_point.hpp"

namespace hexapla {
namespace {

/// The end of the code point at `at` and of the marks that compose with it.
std::size_t cluster_end(std::string_view source, ByteRange range, std::size_t at) {
  (void)next_code_point(source, at);
  while (at < range.end) {
    const std::size_t before = at;
    const char32_t next = next_code_point(source, at);
    if (is_letter(next) || is_digit(next) || is_white_space(next)) return before;
  }
  return at;
}

}  // namespace

void TextBuilder::append(ByteRange source_range) {
  if (all_nfc_ || is_nfc(source_range.of(source_))) {
    append_run(source_range.of(source_), source_range, true);
    return;
  }
  for (std::size_t at = source_range.begin; at < source_range.end;) {
    const ByteRange cluster{at, cluster_end(source_, source_range, at)};
    const std::string composed = nfc(cluster.of(source_));
    append_run(composed, cluster, composed == cluster.of(source_));
    at = cluster.end;
  }
}

void TextBuilder::append_instead(std::string_view words, ByteRange source_range) {
  append_run(words, source_range, false);
}

void TextBuilder::append_run(std::string_view words, ByteRange source_range, bool copied) {
  if (words.empty()) return;
  const auto narrow = [](std::size_t size) { return static_cast<std::uint32_t>(size); };
  map_.append({narrow(text_.size()), narrow(words.size()), narrow(source_range.begin),
               narrow(source_range.size()), copied});
  text_ += words;
}

}  // namespace hexapla
