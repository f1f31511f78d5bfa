#pragma once

#include "corpus/store.hpp"

#include <optional>
#include <string>

namespace hexapla::cli {

/// The work that --work names, or the only one.
/// Errors: those of Store::work; UsageError that names all works when there are several.
[[nodiscard]] WorkInfo any_work(const std::optional<std::string>& name, const Store& store);

}  // namespace hexapla::cli
