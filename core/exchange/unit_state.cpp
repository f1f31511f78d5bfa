#include "exchange/unit_state.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace hexapla {
namespace {

struct StateNames {
  UnitState state;
  std::string_view own;
  std::string_view xliff_1;
  std::string_view xliff_2;
};

constexpr std::array state_names{
    StateNames{UnitState::unknown, "", "", ""},
    StateNames{UnitState::untranslated, "untranslated", "new", "initial"},
    StateNames{UnitState::draft, "draft", "needs-review-translation", "initial"},
    StateNames{UnitState::translated, "translated", "translated", "translated"},
    StateNames{UnitState::reviewed, "reviewed", "signed-off", "reviewed"},
    StateNames{UnitState::final, "final", "final", "final"}};

const StateNames& names_of(UnitState state) noexcept {
  return state_names.at(static_cast<std::size_t>(state));
}

UnitState undone(TargetText target) noexcept {
  return target == TargetText::empty ? UnitState::untranslated : UnitState::draft;
}

struct EditorWords {
  UnitState state;
  std::string_view words;  ///< Between blanks.
};

/// Sources: SDLXLIFF, `conf` of sdl:seg; memoQ, `mq:status`, as files of both have them.
constexpr std::array<EditorWords, 4> editor_words{
    {{UnitState::draft,
      " Draft RejectedTranslation RejectedSignOff PartiallyEdited Pretranslated "
      "AssembledFromFragments MachineTranslated Rejected "},
     {UnitState::translated, " Translated ManuallyConfirmed "},
     {UnitState::reviewed, " ApprovedTranslation Reviewer1Confirmed "},
     {UnitState::final, " ApprovedSignOff Proofread "}}};

}  // namespace

std::string_view name_of(UnitState state) noexcept {
  return names_of(state).own;
}

std::optional<UnitState> unit_state_named(std::string_view name) noexcept {
  const auto* const found = std::ranges::find(state_names, name, &StateNames::own);
  if (name.empty() || found == state_names.end()) return std::nullopt;
  return found->state;
}

UnitState state_in_xliff_1(std::string_view state, std::string_view approved,
                           TargetText target) noexcept {
  if (state == "final") return UnitState::final;
  if (state == "signed-off")
    return approved == "yes" ? UnitState::final : UnitState::reviewed;
  if (state == "new" || state.starts_with("needs-")) return undone(target);
  if (approved == "yes") return UnitState::final;
  if (state == "translated") return UnitState::translated;
  return approved == "no" ? undone(target) : UnitState::unknown;
}

UnitState state_in_xliff_2(std::string_view state, TargetText target) noexcept {
  if (state == "initial") return undone(target);
  const auto* const found = std::ranges::find(state_names, state, &StateNames::xliff_2);
  return state.empty() || found == state_names.end() ? UnitState::unknown : found->state;
}

UnitState state_in_editor(std::string_view word, TargetText target) noexcept {
  if (target == TargetText::empty && !word.empty()) return UnitState::untranslated;
  const std::string whole = ' ' + std::string(word) + ' ';
  for (const auto& [state, words] : editor_words)
    if (word.find(' ') == std::string_view::npos && words.find(whole) != words.npos)
      return state;
  return UnitState::unknown;
}

std::string_view xliff_1_state(UnitState state) noexcept {
  return names_of(state).xliff_1;
}

std::string_view xliff_2_state(UnitState state) noexcept {
  return names_of(state).xliff_2;
}

}  // namespace hexapla
