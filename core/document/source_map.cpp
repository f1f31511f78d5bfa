#include "document/source_map.hpp"

#include <algorithm>

namespace hexapla {

namespace {

std::uint32_t narrow_position(std::size_t size) {
  return static_cast<std::uint32_t>(size);
}

bool same_steps(const SourceMap::Run& run, const SourceMap::Run& other) {
  return run.text_step == other.text_step && run.source_step == other.source_step;
}

}  // namespace

ByteRange SourceMap::Run::source_of(ByteRange text) const {
  if (!copied) return {source_begin, std::size_t{source_begin} + source_size};
  const std::size_t begin = std::max<std::size_t>(text.begin, text_begin) - text_begin;
  const std::size_t end =
      std::min<std::size_t>(text.end, std::size_t{text_begin} + text_size) - text_begin;
  // A part of a character stands for all of it.
  const std::size_t first = begin / text_step;
  const std::size_t last = (end + text_step - 1) / text_step;
  return {source_begin + first * source_step, source_begin + last * source_step};
}

void SourceMap::append(Run run) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    if (last.copied && run.copied && same_steps(last, run) &&
        last.text_begin + last.text_size == run.text_begin &&
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
  const auto last = std::partition_point(
      first, runs_.end(), [&](const Run& run) { return run.text_begin < text.end; });
  return {first, last};
}

std::vector<ByteRange> SourceMap::source_of(ByteRange text) const {
  std::vector<ByteRange> ranges;
  for (const Run& run : runs_over(text)) {
    const ByteRange source = run.source_of(text);
    if (!ranges.empty() && ranges.back().end == source.begin) {
      ranges.back().end = source.end;
    } else {
      ranges.push_back(source);
    }
  }
  return ranges;
}

ByteRange SourceMap::hull_of(ByteRange text) const {
  const std::span<const Run> runs = runs_over(text);
  if (runs.empty()) return {};
  ByteRange hull = runs.front().source_of(text);
  for (const Run& run : runs) {
    const ByteRange range = run.source_of(text);
    hull = {std::min(hull.begin, range.begin), std::max(hull.end, range.end)};
  }
  return hull;
}

SourceMap composed(const SourceMap& first, const SourceMap& second) {
  SourceMap map;
  for (const SourceMap::Run& run : first.runs()) {
    const ByteRange middle{run.source_begin,
                           std::size_t{run.source_begin} + run.source_size};
    // Steps of two encodings can't be told in one run: such a run maps as a whole.
    const bool plain = run.copied && run.text_step == 1 && run.source_step == 1;
    if (!plain || middle.empty()) {
      const ByteRange source = second.hull_of(middle);
      map.append({run.text_begin, run.text_size, narrow_position(source.begin),
                  narrow_position(source.size()), false});
      continue;
    }
    // A copy may lie over several runs of the second map: cut it at their borders.
    for (const SourceMap::Run& inner : second.runs_over(middle)) {
      const std::size_t begin = std::max<std::size_t>(middle.begin, inner.text_begin);
      const std::size_t end = std::min<std::size_t>(
          middle.end, std::size_t{inner.text_begin} + inner.text_size);
      const ByteRange source = inner.source_of(middle);
      map.append({narrow_position(run.text_begin + (begin - middle.begin)),
                  narrow_position(end - begin), narrow_position(source.begin),
                  narrow_position(source.size()), inner.copied, inner.text_step,
                  inner.source_step});
    }
  }
  return map;
}

}  // namespace hexapla
