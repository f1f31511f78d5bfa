#pragma once

#include "cli/arguments.hpp"
#include "corpus/store.hpp"

namespace hexapla::cli {

/// The documents work that --work names, or the only one.
/// Errors: those of Store::work and Store::multitext; UsageError when it is a memory.
[[nodiscard]] WorkInfo documents_work(const Arguments& arguments, const Store& store);

/// A work of any kind, of that name, or the only one.
[[nodiscard]] WorkInfo any_work(const std::optional<std::string>& name, const Store& store);
[[nodiscard]] WorkInfo any_work(const Arguments& arguments, const Store& store);

}  // namespace hexapla::cli
