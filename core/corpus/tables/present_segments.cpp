#include "corpus/tables/present_segments.hpp"

#include "text/error.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::string_view blanks = " \t\r\n";

[[noreturn]] void refuse_border(const std::string& why) {
  throw Error(Fault::inconsistent, {"decision", 0}, why);
}

/// Ranges of a text in which the bytes [at.begin, at.end) became `size` bytes.
ByteRange moved(ByteRange range, ByteRange at, std::size_t size) {
  const auto offset = [&](std::size_t place, bool is_end) {
    if (place <= at.begin) return place;
    if (place >= at.end) return place - (at.end - at.begin) + size;
    return is_end ? at.begin + size : at.begin;
  };
  return {offset(range.begin, false), offset(range.end, true)};
}

/// The edited text came, as a whole, from what the old one came from.
SourceMap edited_origin(const SourceMap& origin, ByteRange at, std::size_t size) {
  SourceMap edited;
  const ByteRange hull = origin.hull_of(at);
  const auto part = [&](const SourceMap::Run& run, std::size_t begin, std::size_t end,
                        std::size_t to) {
    SourceMap::Run kept = run;
    const ByteRange source = run.source_of({begin, end});
    kept.text_begin = static_cast<std::uint32_t>(to);
    kept.text_size = static_cast<std::uint32_t>(end - begin);
    kept.source_begin = static_cast<std::uint32_t>(source.begin);
    kept.source_size = static_cast<std::uint32_t>(source.end - source.begin);
    edited.append(kept);
  };
  bool put = false;
  for (const SourceMap::Run& run : origin.runs()) {
    const std::size_t begin = run.text_begin;
    const std::size_t end = begin + run.text_size;
    if (begin < at.begin) part(run, begin, std::min<std::size_t>(end, at.begin), begin);
    if (!put && end > at.begin) {
      edited.append({static_cast<std::uint32_t>(at.begin), static_cast<std::uint32_t>(size),
                     static_cast<std::uint32_t>(hull.begin),
                     static_cast<std::uint32_t>(hull.end - hull.begin), false});
      put = true;
    }
    const std::size_t rest = std::max<std::size_t>(begin, at.end);
    if (end > rest) part(run, rest, end, rest - (at.end - at.begin) + size);
  }
  return edited;
}

/// A text instead of [at.begin, at.end); all ranges follow.
void put_text(SegmentedDocument& version, ByteRange at, std::string_view text) {
  Document& document = version.document;
  document.text.replace(at.begin, at.end - at.begin, text);
  document.origin = edited_origin(document.origin, at, text.size());
  for (Segment& other : version.segments)
    other.range = moved(other.range, at, text.size());
  for (Block& block : document.blocks)
    block.range = moved(block.range, at, text.size());
  std::erase_if(document.marks, [&](const FootnoteMark& mark) {
    return mark.range.begin >= at.begin && mark.range.end <= at.end;
  });
  for (FootnoteMark& mark : document.marks)
    mark.range = moved(mark.range, at, text.size());
}

std::string_view separator_in(const SegmentedDocument& version) {
  return version.document.language.spaceless() ? "" : " ";
}

}  // namespace

std::string PresentSegments::text_of(std::uint32_t segment) const {
  const auto edited = edits_.find(segment);
  return edited == edits_.end() ? std::string(version_.text_of(segments().at(segment)))
                                : edited->second;
}

void PresentSegments::edit(std::uint32_t segment, std::string text) {
  edits_[segment] = std::move(text);
}

void PresentSegments::cut(std::uint32_t segment, std::uint32_t at) {
  const std::string text = text_of(segment);
  if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    refuse_border("the sentence can't be cut there: no letter begins at byte " +
                  std::to_string(at));
  const std::size_t first_end = text.find_last_not_of(blanks, at == 0 ? 0 : at - 1);
  const std::size_t second = text.find_first_not_of(blanks, at);
  if (at == 0 || first_end == std::string::npos || second == std::string::npos)
    refuse_border("the sentence can't be cut there: one part would be empty");
  if (own_.empty()) own_ = version_.segments;
  own_.insert(own_.begin() + segment, own_[segment]);
  EditedSegments edits;
  for (auto& [number, said] : edits_)
    edits.emplace(number > segment ? number + 1 : number, std::move(said));
  edits_ = std::move(edits);
  const auto edited = edits_.find(segment);
  if (edited == edits_.end()) {
    const std::size_t begin = own_[segment].range.begin;
    own_[segment].range.end = begin + first_end + 1;
    own_[segment + 1].range.begin = begin + second;
  } else {
    edited->second = text.substr(0, first_end + 1);
    edits_[segment + 1] = text.substr(second);
  }
}

void PresentSegments::unite(std::uint32_t segment) {
  if (segment + 1 >= size()) refuse_border("there is no sentence after the last");
  if (segments()[segment].block != segments()[segment + 1].block)
    refuse_border("the sentences are in different paragraphs, which can't be joined");
  const bool said = edits_.contains(segment) || edits_.contains(segment + 1);
  std::string text;
  if (said)
    text = text_of(segment) + std::string(separator_in(version_)) + text_of(segment + 1);
  if (own_.empty()) own_ = version_.segments;
  Segment& united = own_[segment];
  united.range = {std::min(united.range.begin, own_[segment + 1].range.begin),
                  std::max(united.range.end, own_[segment + 1].range.end)};
  own_.erase(own_.begin() + segment + 1);
  edits_.erase(segment + 1);
  EditedSegments edits;
  for (auto& [number, words] : edits_)
    edits.emplace(number > segment ? number - 1 : number, std::move(words));
  if (said) edits[segment] = std::move(text);
  edits_ = std::move(edits);
}

void put_edit(SegmentedDocument& version, std::uint32_t segment, std::string_view text) {
  put_text(version, version.segments.at(segment).range, text);
}

void put_segments(SegmentedDocument& version, const std::vector<Segment>& segments,
                  const EditedSegments& edits) {
  version.segments = segments;
  // From the last on, so that what comes before stays where it is.
  for (std::size_t last = segments.size(); last > 0;) {
    std::size_t first = last - 1;
    ByteRange hull = segments[first].range;
    while (first > 0 && segments[first - 1].range.end > hull.begin) {
      --first;
      hull = {std::min(hull.begin, segments[first].range.begin),
              std::max(hull.end, segments[first].range.end)};
    }
    std::string text;
    std::vector<ByteRange> ranges;
    for (std::size_t at = first; at < last; ++at) {
      const auto said = edits.find(static_cast<std::uint32_t>(at));
      if (said == edits.end()) break;
      if (!text.empty()) text += separator_in(version);
      ranges.push_back({hull.begin + text.size(), hull.begin + text.size() + said->second.size()});
      text += said->second;
    }
    if (ranges.size() == last - first) {
      put_text(version, hull, text);
      for (std::size_t at = first; at < last; ++at)
        version.segments[at].range = ranges[at - first];
    }
    last = first;
  }
}

}  // namespace hexapla
