#pragma once

#include "text/language.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hexapla {

/// `documents`: the aligned versions of one document. `memory`: units without documents,
/// from a TMX, an XLIFF, a parallel text.
enum class WorkKind : std::uint8_t { documents, memory };
inline constexpr std::array work_kind_names{std::string_view("documents"),
                                            std::string_view("memory")};
[[nodiscard]] constexpr std::string_view name_of(WorkKind kind) noexcept {
  return work_kind_names.at(static_cast<std::size_t>(kind));
}

/// How a work is called when it comes into a corpus.
struct NewWork {
  std::string name;    ///< Unique in its file; never empty.
  std::string symbol;  ///< A/75/574; empty when not known.
  std::string date;    ///< 2020-11-03; empty when not known.
};

/// What a corpus says of one of its works.
struct WorkInfo {
  std::int64_t id = 0;
  std::string name;
  WorkKind kind = WorkKind::documents;
  std::string symbol;
  std::string date;
  std::uint32_t revision = 0;       ///< How often its documents were replaced.
  std::vector<Language> languages;  ///< Of documents, in their order, the pivot first.
  std::uint64_t rows = 0;
};

/// Each once, in the order of the works.
[[nodiscard]] std::vector<Language> languages_of(const std::vector<WorkInfo>& works);

}  // namespace hexapla
