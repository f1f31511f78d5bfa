#include "align/documents/endnotes.hpp"

#include "align/documents/footnotes.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <string>

namespace hexapla {
namespace {

/// A block of a stream: its segments are the places [first, last).
struct StreamBlock {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string label;
};

std::vector<StreamBlock> blocks_of(const SegmentedDocument& version,
                                   const Numbers& stream) {
  std::vector<StreamBlock> blocks;
  for (std::uint32_t place = 0; place < stream.size(); ++place) {
    const Segment& segment = version.segments[stream[place]];
    if (place == 0 || version.segments[stream[place - 1]].block != segment.block)
      blocks.push_back({place, place, note_label(version, segment)});
    ++blocks.back().last;
  }
  return blocks;
}

std::size_t count_of(const std::vector<StreamBlock>& blocks, const std::string& label) {
  return static_cast<std::size_t>(std::ranges::count(blocks, label, &StreamBlock::label));
}

/// Which blocks are notes: a half-open run, and how many of the labels it has.
struct Notes {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t found = 0;
};

/// The notes that begin with block `first`, in the order of `notes`. What has no label goes
/// on with the note before it, as long as another follows soon.
Notes notes_from(const std::vector<StreamBlock>& blocks, std::size_t first,
                 const std::vector<StreamBlock>& notes) {
  constexpr std::size_t longest_note = 4;  // blocks
  Notes result{first, first, 0};
  auto expected = notes.begin();
  for (auto block = first; block < blocks.size() && block < result.last + longest_note;
       ++block) {
    const auto found = std::find_if(expected, notes.end(), [&](const StreamBlock& note) {
      return note.label == blocks[block].label;
    });
    if (blocks[block].label.empty() || found == notes.end()) continue;
    expected = found + 1;
    result.last = block + 1;
    ++result.found;
  }
  return result;
}

/// A line above the notes that says no more than that they are notes.
bool is_heading(const SegmentedDocument& version, const Numbers& stream,
                const StreamBlock& block) {
  constexpr std::size_t longest = 30;  // code points
  if (block.last - block.first != 1 || !block.label.empty()) return false;
  const auto text = version.text_of(version.segments[stream[block.first]]);
  return count_code_points(text) <= longest &&
         !is_terminal(code_point_before(text, text.size()));
}

/// Of a version without footnotes, beside one that has some.
void find_in(const SegmentedDocument& version, Streams& streams,
             const SegmentedDocument& other, const Streams& others) {
  const auto notes = blocks_of(other, others.footnotes);
  const auto blocks = blocks_of(version, streams.body);
  const std::string& label = notes.front().label;
  if (label.empty() ||
      count_of(blocks, label) <= count_of(blocks_of(other, others.body), label))
    return;
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(),
                                 [&](const auto& block) { return block.label == label; });
  Notes run = notes_from(blocks, static_cast<std::size_t>(blocks.rend() - last) - 1, notes);
  if (2 * run.found < notes.size()) return;
  if (run.first > 0 && is_heading(version, streams.body, blocks[run.first - 1]))
    --run.first;
  const auto begin = streams.body.begin() + blocks[run.first].first;
  const auto end = streams.body.begin() + blocks[run.last - 1].last;
  streams.footnotes.assign(begin, end);
  streams.body.erase(begin, end);
}

}  // namespace

void find_endnotes(const SegmentedDocument& source, Streams& sources,
                   const SegmentedDocument& target, Streams& targets) {
  if (sources.footnotes.empty() == targets.footnotes.empty()) return;
  if (sources.footnotes.empty())
    find_in(source, sources, target, targets);
  else
    find_in(target, targets, source, sources);
}

}  // namespace hexapla
