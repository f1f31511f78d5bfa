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

std::span<const SourceMap::Run> SourceMap::runs_over(ByteRange text) const {
  const auto first = std::ranges::partition_point(runs_, [&](const Run& run) {
    return std::size_t{run.text_begin} + run.text_size <= text.begin;
  });
  const auto last = std::find_if(
      first, runs_.end(), [&](const Run& run) { return run.text_begin >= text.end; });
  return {first, last};
}

std::vector<ByteRange> SourceMap::source_of(ByteRange text) const {
  std::vector<ByteRange> ranges;
  for (const Run& run : runs_over(text)) {
    ByteRange source{run.source_begin, std::size_t{run.source_begin} + run.source_size};
    if (run.copied) {
      const std::size_t begin = std::max<std::size_t>(text.begin, run.text_begin);
      const std::size_t end =
          std::min<std::size_t>(text.end, std::size_t{run.text_begin} + run.text_size);
      source = {run.source_begin + (begin - run.text_begin),
                run.source_begin + (end - run.text_begin)};
    }
    if (!ranges.empty() && ranges.back().end == source.begin) {
      ranges.back().end = source.end;
    } else {
      ranges.push_back(source);
    }
  }
  return ranges;
}

ByteRange SourceMap::hull_of(ByteRange text) const {
  const std::vector<ByteRange> ranges = source_of(text);
  if (ranges.empty()) return {};
  ByteRange hull = ranges.front();
  for (const ByteRange range : ranges)
    hull = {std::min(hull.begin, range.begin), std::max(hull.end, range.end)};
  return hull;
}

SourceMap composed(const SourceMap& first, const SourceMap& second) {
  const auto narrow = [](std::size_t size) { return static_cast<std::uint32_t>(size); };
  SourceMap map;
  for (const SourceMap::Run& run : first.runs()) {
    const ByteRange middle{run.source_begin,
                           std::size_t{run.source_begin} + run.source_size};
    if (!run.copied || middle.empty()) {
      const ByteRange source = second.hull_of(middle);
      map.append({run.text_begin, run.text_size, narrow(source.begin),
                  narrow(source.size()), false});
      continue;
    }
    // A copy may lie over several runs of the second map: cut it at their borders.
    for (const SourceMap::Run& inner : second.runs_over(middle)) {
      const std::size_t begin = std::max<std::size_t>(middle.begin, inner.text_begin);
      const std::size_t end = std::min<std::size_t>(
          middle.end, std::size_t{inner.text_begin} + inner.text_size);
      const ByteRange source =
          inner.copied ? ByteRange{inner.source_begin + (begin - inner.text_begin),
                                   inner.source_begin + (end - inner.text_begin)}
                       : ByteRange{inner.source_begin,
                                   std::size_t{inner.source_begin} + inner.source_size};
      map.append({narrow(run.text_begin + (begin - middle.begin)), narrow(end - begin),
                  narrow(source.begin), narrow(source.size()), inner.copied});
    }
  }
  return map;
}

}  // namespace hexapla
