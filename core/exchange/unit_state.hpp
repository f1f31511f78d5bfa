#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hexapla {

/// How far the translation of a unit has come, the least first.
enum class UnitState : std::uint8_t {
  unknown,       ///< Nothing is said of it.
  untranslated,  ///< XLIFF `new`, `initial`; no translation.
  draft,         ///< There is one, and it needs work: PO `fuzzy`, XLIFF `needs-...`.
  translated,
  reviewed,  ///< XLIFF `signed-off`, `reviewed`.
  final,     ///< XLIFF `final`, `approved`.
};

/// "draft"; "unknown" is no name for a file, and is empty.
[[nodiscard]] std::string_view name_of(UnitState state) noexcept;

/// What name_of() would give; nullopt for other words.
[[nodiscard]] std::optional<UnitState> unit_state_named(std::string_view name) noexcept;

/// Whether there is a translation that a state speaks of.
enum class TargetText : bool { empty, present };

/// What XLIFF 1.2 means by `state` of a target and `approved` of its unit, as written or
/// empty.
[[nodiscard]] UnitState state_in_xliff_1(std::string_view state, std::string_view approved,
                                         TargetText target) noexcept;
/// What XLIFF 2 means by `state` of a segment.
[[nodiscard]] UnitState state_in_xliff_2(std::string_view state,
                                         TargetText target) noexcept;
/// What editors mean by a word of their own: `conf` of SDLXLIFF's segments, `mq:status`.
[[nodiscard]] UnitState state_in_editor(std::string_view word, TargetText target) noexcept;

/// What to write; empty for unknown.
[[nodiscard]] std::string_view xliff_1_state(UnitState state) noexcept;
[[nodiscard]] std::string_view xliff_2_state(UnitState state) noexcept;

}  // namespace hexapla
