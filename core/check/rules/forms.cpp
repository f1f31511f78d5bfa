#include "check/form_habits.hpp"
#include "check/rules/rules.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hexapla {
namespace {

constexpr double slip = 0.7;   // what the document does nowhere or hardly anywhere else
constexpr double habit = 0.3;  // what it does often

double certainty_by_habit(double share) {
  constexpr double seldom = 0.02;  // of the document's segments
  return share <= seldom ? slip : habit;
}

Finding finding_at(const CellPair& pair, Rule rule, ByteRange range, double certainty) {
  Finding finding = make_finding(rule, pair, certainty);
  finding.target = spots_of(*pair.target.cell, range);
  if (finding.target.empty()) finding.target = whole(*pair.target.cell);
  return finding;
}

/// Where French wants a no-break space and an ordinary one stands: before : ; ! ? and
/// inside guillemets.
std::vector<ByteRange> breaking_spaces(std::string_view text) {
  constexpr std::array<std::string_view, 6> places{" :", " ;", " !", " ?", " »", "« "};
  std::vector<ByteRange> found;
  for (const std::string_view place : places)
    for (std::size_t at = text.find(place); at != std::string_view::npos;
         at = text.find(place, at + 1))
      found.push_back({at, at + place.size()});
  std::ranges::sort(found, {}, &ByteRange::begin);
  return found;
}

std::string_view name_of(EndMark mark) {
  constexpr std::array<std::string_view, end_marks> names{
      "no mark", "a full stop", "a question mark", "an exclamation mark",
      "a colon", "a semicolon"};
  return names.at(static_cast<std::size_t>(mark));
}

bool has_question_mark(std::string_view text) {
  constexpr std::array<std::string_view, 3> marks{"?", "？", "؟"};
  return std::ranges::any_of(marks, [&](std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
  });
}

}  // namespace

void check_blanks(const CellPair& pair, const CheckContext& around, Findings& findings) {
  const std::string_view text = pair.target.cell->text;
  const FormHabits& habits = around.document.habits();
  const auto odd = odd_blanks_in(text);
  // A blank line, or a source laid out with blanks, says something.
  if (!odd.empty() && odd.front().size() < text.size() &&
      odd_blanks_in(pair.source.cell->text).empty()) {
    findings.push_back(finding_at(pair, Rule::blank, odd.front(),
                                  certainty_by_habit(habits.share_with_odd_blanks())));
    findings.back().message = odd.front().begin == 0 ? "there is a blank before the text"
                              : odd.front().end == text.size()
                                  ? "there is a blank after the text"
                                  : "there are two blanks or more";
  }
  if (pair.target.language().primary() != "fr" || !habits.keeps_no_break_spaces()) return;
  for (const ByteRange range : breaking_spaces(text)) {
    findings.push_back(finding_at(pair, Rule::blank, range, slip));
    findings.back().message =
        "this blank should be a no-break space, as elsewhere in the text";
  }
}

void check_end_marks(const CellPair& pair, const CheckContext& around, Findings& findings) {
  const EndMark source = end_mark_of(pair.source.cell->text);
  const EndMark target = end_mark_of(pair.target.cell->text);
  if (source == target) return;
  constexpr double made_a_question = 0.4;  // of Chinese that asks without a mark
  constexpr double stop_lost = 0.45;       // or added: a matter of style in many texts
  constexpr double other_mark = 0.4;       // a colon for a full stop is often good style
  constexpr double seldom = 0.02;          // of the segments that end so in the source
  const bool asked = source == EndMark::question;
  const bool asks = target == EndMark::question;
  const auto usual = around.document.habits().share_of_ends(source, target);
  if (usual ? *usual > seldom : !asked && !asks) return;
  // The question may be before a remark in brackets.
  if (asked && has_question_mark(pair.target.cell->text)) return;
  const bool lost = asked ? target == EndMark::none || target == EndMark::full_stop
                          : source == EndMark::none || target == EndMark::none;
  findings.push_back(finding_at(pair, Rule::end_mark, {0, pair.target.cell->text.size()},
                                asks            ? made_a_question
                                : asked && lost ? slip
                                : lost          ? stop_lost
                                                : other_mark));
  findings.back().source = whole(*pair.source.cell);
  findings.back().message = "the segment ends with " + std::string(name_of(target)) +
                            ", the " + std::string(english_name(pair.source.language())) +
                            " with " + std::string(name_of(source));
}

}  // namespace hexapla
