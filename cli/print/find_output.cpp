#include "cli/print/find_output.hpp"

#include "cli/print/styles.hpp"
#include "cli/terminal.hpp"
#include "text/code_point.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

using Json = nlohmann::ordered_json;

std::span<const ByteRange> ranges_of(const SearchHit& hit, std::size_t variant) {
  const auto spot = std::ranges::find(hit.spots, variant, &SearchSpot::variant);
  return spot == hit.spots.end() ? std::span<const ByteRange>() : spot->ranges;
}

/// Tabs and line ends would part columns and lines.
std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return line;
}

/// The part of a line around its first hit that fits into `width` columns; the whole where
/// that is unlimited.
ByteRange window_of(std::string_view text, std::span<const ByteRange> ranges,
                    std::size_t width) {
  ByteRange window = ranges.empty() ? ByteRange{0, 0} : ranges.front();
  std::size_t used = display_width(window.of(text));
  for (bool grew = true; grew;) {
    grew = false;
    for (const bool forwards : {false, true}) {
      if (forwards ? window.end == text.size() : window.begin == 0) continue;
      ByteRange wider = window;
      static_cast<void>(forwards ? next_code_point(text, wider.end)
                                 : previous_code_point(text, wider.begin));
      const std::size_t more =
          forwards ? display_width(text.substr(window.end, wider.end - window.end))
                   : display_width(text.substr(wider.begin, window.begin - wider.begin));
      if (used + more > width) return window;
      used += more;
      window = wider;
      grew = true;
    }
  }
  return window;
}

}  // namespace

HitWriter::HitWriter(const FindOptions& options, std::span<const WorkInfo> works,
                     Streams streams)
    : options_(options), streams_(streams) {
  for (const WorkInfo& work : works)
    works_[work.id] = work;
}

bool HitWriter::shown(const SearchHit& hit, std::size_t variant) const {
  if (options_.show.empty() || !ranges_of(hit, variant).empty()) return true;
  const Language language = hit.stored.unit.variants[variant].language;
  return std::ranges::any_of(options_.show, [&](Language wanted) {
    return language == wanted || language.primary() == wanted.tag();
  });
}

void HitWriter::write(const SearchHit& hit, std::optional<std::uint32_t> score) {
  switch (options_.format) {
    case FindFormat::text:
      return write_text(hit, score);
    case FindFormat::jsonl:
      return write_jsonl(hit, score);
    case FindFormat::tsv:
      return write_tsv(hit, score);
  }
}

void HitWriter::write_text(const SearchHit& hit, std::optional<std::uint32_t> score) {
  const WorkInfo& work = works_[hit.stored.work];
  std::string head = work.name + " row " + std::to_string(hit.stored.number);
  if (!work.symbol.empty() && work.symbol != work.name) head += ", " + work.symbol;
  if (!hit.stored.unit.id.empty()) head += ", unit " + hit.stored.unit.id;
  if (hit.stored.verdict != Verdict::none)
    head.append(", ").append(name_of(hit.stored.verdict));
  if (score) head = std::to_string(*score) + " %  " + head;
  write_raw(streams_.out, streams_.colour ? faint : "");
  streams_.out << head;
  write_raw(streams_.out, streams_.colour ? plain : "");
  streams_.out << '\n';
  for (std::size_t i = 0; i < hit.stored.unit.variants.size(); ++i)
    if (shown(hit, i)) write_variant(hit.stored.unit.variants[i], ranges_of(hit, i));
  streams_.out << '\n';
}

void HitWriter::write_variant(const Variant& variant, std::span<const ByteRange> ranges) {
  constexpr std::size_t indent = 6;  // columns: two, a tag, a gap
  const std::string text = in_one_line(variant.text);
  const std::string tag(variant.language.tag());
  const std::size_t gap = tag.size() + 2 < indent ? indent - tag.size() - 2 : 1;
  streams_.out << "  " << tag << std::string(gap, ' ');
  // Keyword in context on a terminal; a pipe gets all of the hit's sentence.
  const std::size_t width =
      streams_.columns > 2 * indent ? streams_.columns - indent - 2 : indent;
  const ByteRange window = streams_.out_is_terminal && !ranges.empty()
                               ? window_of(text, ranges, width)
                               : ByteRange{0, text.size()};
  const bool isolate = streams_.out_is_terminal && variant.language.right_to_left();
  if (isolate) write_raw(streams_.out, right_to_left_isolate);
  if (window.begin > 0) streams_.out << "…";
  std::size_t at = window.begin;
  for (const ByteRange range : ranges) {
    if (!streams_.colour || range.end > window.end) break;
    streams_.out << text.substr(at, range.begin - at);
    write_raw(streams_.out, bold_red);
    streams_.out << range.of(text);
    write_raw(streams_.out, plain);
    at = range.end;
  }
  streams_.out << text.substr(at, window.end - at);
  if (window.end < text.size()) streams_.out << "…";
  if (isolate) write_raw(streams_.out, pop_isolate);
  streams_.out << '\n';
}

void HitWriter::write_jsonl(const SearchHit& hit, std::optional<std::uint32_t> score) {
  const WorkInfo& work = works_[hit.stored.work];
  Json line{{"row", hit.stored.row},
            {"work", work.name},
            {"symbol", work.symbol},
            {"date", work.date},
            {"number", hit.stored.number},
            {"unit", hit.stored.unit.id},
            {"confidence", hit.stored.unit.confidence},
            {"decision", name_of(hit.stored.verdict)}};
  if (score) line["score"] = *score;
  Json texts = Json::array();
  for (std::size_t i = 0; i < hit.stored.unit.variants.size(); ++i) {
    if (!shown(hit, i)) continue;
    const Variant& variant = hit.stored.unit.variants[i];
    Json text{{"language", variant.language.tag()}, {"text", variant.text}};
    for (const ByteRange range : ranges_of(hit, i))
      text["hits"].push_back({range.begin, range.end});
    texts.push_back(std::move(text));
  }
  line["texts"] = std::move(texts);
  streams_.out << line.dump() << '\n';
}

void HitWriter::write_tsv(const SearchHit& hit, std::optional<std::uint32_t> score) {
  for (std::size_t i = 0; i < hit.stored.unit.variants.size(); ++i) {
    if (!shown(hit, i)) continue;
    const Variant& variant = hit.stored.unit.variants[i];
    const auto ranges = ranges_of(hit, i);
    streams_.out << in_one_line(works_[hit.stored.work].name) << '\t' << hit.stored.number
                 << '\t' << variant.language.tag() << '\t' << ranges.size() << '\t'
                 << in_one_line(variant.text);
    if (score) streams_.out << '\t' << *score;
    streams_.out << '\n';
  }
}

}  // namespace hexapla::cli
