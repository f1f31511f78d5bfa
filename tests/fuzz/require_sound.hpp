#pragma once

#include "document/manuscript.hpp"
#include "text/error.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace hexapla {

inline void require(bool sound) {
  if (!sound) std::abort();
}

/// Stops the fuzzer unless `manuscript` keeps what it promises of any input. `source` is
/// what its map leads to; empty when that isn't known.
inline void require_sound(const Manuscript& manuscript, std::string_view source) {
  const std::string_view text = manuscript.text;
  const bool same_bytes = manuscript.encoding.empty() || manuscript.encoding == "UTF-8";
  std::size_t at = 0;
  for (const SourceMap::Run& run : manuscript.origin.runs()) {
    require(run.text_begin == at && run.text_size > 0);
    at += run.text_size;
    const std::size_t source_end = std::size_t{run.source_begin} + run.source_size;
    require(source.empty() || source_end <= source.size());
    if (run.copied && same_bytes && !source.empty())
      require(text.substr(run.text_begin, run.text_size) ==
              source.substr(run.source_begin, run.source_size));
  }
  require(at == text.size());
  // In reading order: a cell of several lines is read before the next one.
  std::vector<ByteRange> ranges;
  for (const Line& line : manuscript.lines) {
    require(line.range.end <= text.size());
    require(!line.range.empty() && trimmed(text, line.range) == line.range);
    ranges.push_back(line.range);
  }
  std::ranges::sort(ranges, {}, &ByteRange::begin);
  for (std::size_t i = 1; i < ranges.size(); ++i)
    require(ranges[i].begin >= ranges[i - 1].end);
  for (const FootnoteMark& mark : manuscript.marks)
    require(!mark.range.empty() && mark.range.end <= text.size() && !mark.label.empty());
  for (const Omission& left : manuscript.left_out)
    require(left.source.begin <= left.source.end &&
            (source.empty() || left.source.end <= source.size()));
}

/// Finds the blocks too, now and then: it costs much more than reading.
inline void require_sound_document(const Manuscript& manuscript) {
  constexpr std::size_t every = 16;
  if (manuscript.lines.empty() || manuscript.text.size() % every != 0) return;
  const Document document = document_from(manuscript, "fuzz", languages::en);
  require(!find_ill_formed(document.text));
  std::size_t end = 0;
  for (const Block& block : document.blocks) {
    require(block.range.begin >= end && !block.range.empty());
    end = block.range.end;
  }
  require(end <= document.text.size());
  for (const FootnoteMark& mark : document.marks)
    require(mark.range.end <= document.text.size());
}

/// Stops the fuzzer unless `read` makes a sound manuscript of `source`, or refuses it.
/// Returns: 0, what a fuzz target answers.
template <class Read>
int require_sound_reading(std::string_view source, Read read) {
  try {
    const Manuscript manuscript = read();
    require(!find_ill_formed(manuscript.text));
    require_sound(manuscript, source);
    require_sound_document(manuscript);
  } catch (const Error&) {
    return 0;
  }
  return 0;
}

}  // namespace hexapla
