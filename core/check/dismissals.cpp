#include "check/dismissals.hpp"

#include "text/error.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>

namespace hexapla {
namespace {

/// 64 bits of FNV-1a in hexadecimal figures: the same on every machine, as std::hash is
/// not.
std::string mark_of(std::string_view text) {
  constexpr std::uint64_t offset = 0xCBF29CE484222325;
  constexpr std::uint64_t prime = 0x100000001B3;
  std::uint64_t hash = offset;
  for (const char byte : text)
    hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
  constexpr int hexadecimal = 16;
  std::array<char, 16> figures{};
  const auto written =
      std::to_chars(figures.data(), figures.data() + figures.size(), hash, hexadecimal);
  return {figures.data(), written.ptr};
}

/// The texts of the segments that the spots are in, each once, and the places in them.
std::string texts_of(const std::vector<Spot>& spots,
                     const Dismissals::SegmentText& text_of) {
  std::string texts;
  const Spot* before = nullptr;
  for (const Spot& spot : spots) {
    if (before == nullptr || before->segment != spot.segment)
      texts.append(text_of(spot)).append("\n");
    texts += std::to_string(spot.range.begin) + '-' + std::to_string(spot.range.end) + '\n';
    before = &spot;
  }
  return texts;
}

}  // namespace

Dismissals::Key Dismissals::key_of(const Finding& finding, const SegmentText& text_of) {
  const Spot& place = finding.target.front();
  return {std::string(name_of(finding.rule)), std::string(place.language.tag()),
          place.segment,
          mark_of(texts_of(finding.source, text_of) + '\t' +
                  texts_of(finding.target, text_of))};
}

std::string Dismissals::line_of(const Key& key) {
  const auto& [rule, language, segment, mark] = key;
  return rule + '\t' + language + '\t' + std::to_string(segment) + '\t' + mark;
}

std::string Dismissals::line_for(const Finding& finding, const SegmentText& text_of) {
  return line_of(key_of(finding, text_of));
}

void Dismissals::add(const Finding& finding, const SegmentText& text_of) {
  dismissed_.insert(key_of(finding, text_of));
}

bool Dismissals::holds(const Finding& finding, const SegmentText& text_of) const {
  return !dismissed_.empty() && dismissed_.contains(key_of(finding, text_of));
}

void Dismissals::read(std::string_view text, std::string_view name) {
  constexpr std::size_t columns = 4;
  std::size_t number = 0;
  for (std::string_view line : parts_of(text, '\n')) {
    const Place place{std::string(name), ++number};
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const auto fields = parts_of(line, '\t');
    if (fields.size() != columns)
      throw Error(Fault::malformed, place,
                  "rule, language, segment and mark are needed, with tabs between them");
    if (std::ranges::find(rule_names, fields[0]) == rule_names.end())
      throw Error(Fault::malformed, place, "no rule '" + std::string(fields[0]) + "'");
    std::uint32_t segment = 0;
    const char* const last = fields[2].data() + fields[2].size();
    const auto [end, error] = std::from_chars(fields[2].data(), last, segment);
    if (error != std::errc() || end != last)
      throw Error(Fault::malformed, place,
                  "'" + std::string(fields[2]) + "' is no segment's number");
    dismissed_.emplace(fields[0], fields[1], segment, fields[3]);
  }
}

void Dismissals::write(std::ostream& out) const {
  out << "# Findings that were looked at and are none: rule, language, segment, mark of "
         "the "
         "texts.\n";
  for (const Key& key : dismissed_)
    out << line_of(key) << '\n';
}

}  // namespace hexapla
