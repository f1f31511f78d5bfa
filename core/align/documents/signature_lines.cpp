#include "align/documents/signature_lines.hpp"

#include "align/documents/assignment.hpp"
#include "align/evidence/name_similarity.hpp"
#include "text/transliterate.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace hexapla {
namespace {

struct Line {
  bool bracketed = false;  ///< Holds (Signed), （签名） or their kin.
  std::string skeleton;
  double log_length = 0;
};

/// `line` without what is in brackets, which is a word and no name.
std::string outside_brackets(std::string_view line) {
  std::string result;
  constexpr std::string_view wide_open = "（";
  constexpr std::string_view wide_close = "）";
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '(' || line.substr(at).starts_with(wide_open)) {
      const auto plain = line.find(')', at);
      const auto wide = line.find(wide_close, at);
      if (plain != std::string_view::npos) {
        at = plain + 1;
        continue;
      }
      if (wide != std::string_view::npos) {
        at = wide + wide_close.size();
        continue;
      }
    }
    result += line[at++];
  }
  return result;
}

std::vector<Line> lines_of(const AlignmentSide& side) {
  std::vector<Line> lines;
  double total = 0;
  for (const std::string_view text : side.segments) {
    const std::string name = outside_brackets(text);
    const auto length = std::max<std::size_t>(1, count_code_points(text));
    total += static_cast<double>(length);
    lines.push_back({name.size() < text.size(), consonant_skeleton(name),
                     std::log(static_cast<double>(length))});
  }
  const double log_mean = std::log(total / static_cast<double>(lines.size()));
  for (Line& line : lines)
    line.log_length -= log_mean;
  return lines;
}

/// How well two lines fit, in nats.
double fit(const Line& source, const Line& target) {
  constexpr double bracket_tells = 3;
  constexpr double name_tells = 4;
  constexpr double least_similarity = 0.5;  // below, skeletons are alike by chance
  constexpr double length_variance = 0.25;  // of the log ratio of titles
  double sum = source.bracketed == target.bracketed ? 0 : -bracket_tells;
  const double similarity = name_similarity(source.skeleton, target.skeleton);
  if (source.bracketed && target.bracketed)
    sum += name_tells * std::max(0.0, similarity - least_similarity);
  const double distance = source.log_length - target.log_length;
  return sum - distance * distance / (2 * length_variance);
}

/// The only line with a bracket.
std::optional<std::uint32_t> signed_line(const std::vector<Line>& lines) {
  if (std::ranges::count(lines, true, &Line::bracketed) != 1) return std::nullopt;
  return static_cast<std::uint32_t>(std::ranges::find(lines, true, &Line::bracketed) -
                                    lines.begin());
}

/// The lines but `without`, when they stand together.
std::optional<SegmentRun> rest_of(std::uint32_t size, std::uint32_t without) {
  if (without == 0) return SegmentRun{1, size};
  if (without + 1 == size) return SegmentRun{0, size - 1};
  return std::nullopt;
}

/// Confidence of a bead whose lines could not be told apart.
constexpr double lumped = 0.5;
constexpr double matched = 0.9;

std::vector<Bead> align_unequal(const AlignmentSide& source, const AlignmentSide& target,
                                const std::vector<Line>& sources,
                                const std::vector<Line>& targets) {
  const auto source_size = static_cast<std::uint32_t>(sources.size());
  const auto target_size = static_cast<std::uint32_t>(targets.size());
  const auto source_signed = signed_line(sources);
  const auto target_signed = signed_line(targets);
  if (!source_signed || !target_signed) return align(source, target);
  const auto source_rest = rest_of(source_size, *source_signed);
  const auto target_rest = rest_of(target_size, *target_signed);
  if (!source_rest || !target_rest) return {{{0, source_size}, {0, target_size}, lumped}};
  return {
      {{*source_signed, *source_signed + 1}, {*target_signed, *target_signed + 1}, matched},
      {*source_rest, *target_rest, lumped}};
}

}  // namespace

std::vector<Bead> align_signature_lines(const AlignmentSide& source,
                                        const AlignmentSide& target) {
  if (source.segments.empty() || target.segments.empty()) return align(source, target);
  const auto sources = lines_of(source);
  const auto targets = lines_of(target);
  if (sources.size() != targets.size())
    return align_unequal(source, target, sources, targets);
  const auto size = static_cast<std::uint32_t>(sources.size());
  const auto partners = best_assignment(
      size, size, [&](std::uint32_t source_line, std::uint32_t target_line) {
        return fit(sources[source_line], targets[target_line]);
      });
  std::vector<Bead> beads;
  for (std::uint32_t line = 0; line < size; ++line)
    beads.push_back({{line, line + 1}, {*partners[line], *partners[line] + 1}, matched});
  return beads;
}

}  // namespace hexapla
