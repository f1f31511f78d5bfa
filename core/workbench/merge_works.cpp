#include "workbench/merge_works.hpp"

#include "workbench/workbench.hpp"

#include <algorithm>

namespace hexapla {
namespace {

auto settings_of(const RunRecord& run) {
  auto settings = run.settings;
  std::erase_if(settings, [](const auto& setting) {
    return setting.first.starts_with(remark_setting);
  });
  return settings;
}

}  // namespace

WorksByName works_by_name(std::span<const Store* const> stores) {
  std::vector<WorkSource> all;
  for (const Store* store : stores)
    for (WorkInfo& work : store->works())
      all.push_back({store, std::move(work)});
  std::ranges::stable_sort(
      all, {}, [](const WorkSource& source) { return std::string_view(source.work.name); });
  WorksByName sorted;
  for (WorkSource& source : all) {
    const bool taken =
        !sorted.works.empty() && sorted.works.back().work.name == source.work.name;
    (taken ? sorted.left_out : sorted.works).push_back(std::move(source));
  }
  return sorted;
}

bool is_same_run(const RunRecord& run, const RunRecord& other) {
  return run.kind == other.kind && run.program == other.program &&
         run.inputs == other.inputs && settings_of(run) == settings_of(other);
}

}  // namespace hexapla
