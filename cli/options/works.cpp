#include "cli/options/works.hpp"

#include "cli/command.hpp"

#include <string>
#include <vector>

namespace hexapla::cli {

WorkInfo any_work(const std::optional<std::string>& name, const Store& store) {
  if (name) return store.work(*name);
  const std::vector<WorkInfo> works = store.works();
  if (works.empty()) throw UsageError("the corpus holds no works yet");
  if (works.size() == 1) return works.front();
  std::string names;
  for (const WorkInfo& work : works)
    names += (names.empty() ? "" : ", ") + work.name;
  throw UsageError("the corpus holds several works; name one with --work: " + names);
}

}  // namespace hexapla::cli
