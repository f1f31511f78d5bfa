#pragma once

#include "corpus/store.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace hexapla {

/// A work and the corpus that it is in.
struct WorkSource {
  const Store* store = nullptr;
  WorkInfo work;
};

/// The works of several corpora by their names. Of two of the same name the first corpus'
/// is in, the other is told in `left_out`.
struct WorksByName {
  std::vector<WorkSource> works;
  std::vector<WorkSource> left_out;
};
[[nodiscard]] WorksByName works_by_name(std::span<const Store* const> stores);

/// Copies works with their decisions and runs, in the order given, so that the same works
/// give a new corpus the same bytes, wherever they come from. `copying` is told each name.
void copy_works(Store& to, std::span<const WorkSource> works,
                const std::function<void(const std::string&)>& copying = {});

/// True when the runs made a work of the same inputs with the same settings by the same
/// program; what was remarked of the result makes no difference.
[[nodiscard]] bool is_same_run(const RunRecord& run, const RunRecord& other);

}  // namespace hexapla
