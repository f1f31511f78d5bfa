#pragma once

#include "corpus/store.hpp"

#include <span>
#include <vector>

namespace hexapla {

/// The works of several corpora by their names. Of two of the same name the first corpus'
/// is in, the other is told in `left_out`.
struct WorksByName {
  std::vector<WorkSource> works;
  std::vector<WorkSource> left_out;
};
[[nodiscard]] WorksByName works_by_name(std::span<const Store* const> stores);

/// True when the runs made a work of the same inputs with the same settings by the same
/// program; what was remarked of the result makes no difference.
[[nodiscard]] bool is_same_run(const RunRecord& run, const RunRecord& other);

}  // namespace hexapla
