#include "document/source_map.hpp"

#include <algorithm>

namespace hexapla {

void SourceMap::append(Run run) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    if (last.copied && run.copied && last.text_begin + last.text_size == run.text_begin &&
        last.source_begin + last.source_size == run.source_begin) {
      last.text_size += run.text_size;
      last.source_size += run.source_size;
      return;
    }
  }
  runs_.push_back(run);
}

std::vector<ByteRange> SourceMap::source_of(ByteRange text) const {
  std::vector<ByteRange> ranges;
  auto run = std::ranges::partition_point(runs_, [&](const Run& candidate) {
    return std::size_t{candidate.text_begin} + candidate.text_size <= text.begin;
  });
  for (; run != runs_.end() && run->text_begin < text.end; ++run) {
    ByteRange source{run->source_begin, std::size_t{run->source_begin} + run->source_size};
    if (run->copied) {
      const std::size_t begin = std::max<std::size_t>(text.begin, run->text_begin);
      const std::size_t end =
          std::min<std::size_t>(text.end, std::size_t{run->text_begin} + run->text_size);
      source = {run->source_begin + (begin - run->text_begin),
                run->source_begin + (end - run->text_begin)};
    }
    if (!ranges.empty() && ranges.back().end == source.begin) {
      ranges.back().end = source.end;
    } else {
      ranges.push_back(source);
    }
  }
  return ranges;
}

}  // namespace hexapla
