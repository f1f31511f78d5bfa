#include "collection/works_list.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace hexapla {
namespace {

auto order_of(const PairedFile& file) {
  return std::tuple(std::string_view(file.work), std::string_view(file.language),
                    std::string_view(file.path));
}

/// Says of files that can't be aligned why.
void doubt(std::vector<PairedFile>& files) {
  for (PairedFile& file : files) {
    if (!file.problem.empty()) continue;
    if (file.work.empty()) file.problem = "no work: the table names none for it";
    if (file.language.empty()) file.problem = "no language: the table names none for it";
  }
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> by_place;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].problem.empty()) by_place[{files[i].work, files[i].language}].push_back(i);
  std::map<std::string, std::size_t> versions;
  for (const auto& [place, places] : by_place) {
    if (places.size() == 1) ++versions[place.first];
    for (const std::size_t i : places)
      if (places.size() > 1)
        files[i].problem = "two candidates: the table has another in that language";
  }
  for (PairedFile& file : files)
    if (file.problem.empty() && versions[file.work] == 1)
      file.problem = "alone: there is no version in another language";
}

/// Every `of`-th.
template <class Part>
std::vector<Part> part_of(std::vector<Part> all, Shard shard) {
  std::vector<Part> part;
  for (std::size_t i = shard.number - 1; i < all.size(); i += shard.of)
    part.push_back(std::move(all[i]));
  return part;
}

}  // namespace

WorksList list_works(std::vector<PairedFile> files) {
  doubt(files);
  std::ranges::sort(files, {}, order_of);
  WorksList list;
  for (PairedFile& file : files) {
    if (!file.problem.empty()) {
      list.left_out.push_back(std::move(file));
      continue;
    }
    if (list.works.empty() || list.works.back().name != file.work)
      list.works.push_back({file.work, {}});
    list.works.back().files.push_back(std::move(file));
  }
  return list;
}

WorksList part_of_list(WorksList list, Shard shard) {
  return {part_of(std::move(list.works), shard), part_of(std::move(list.left_out), shard)};
}

}  // namespace hexapla
