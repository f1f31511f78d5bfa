#include "collection/pair_files.hpp"

#include "collection/content_match.hpp"
#include "collection/grouping.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace hexapla {
namespace {

/// What most of the group call it: the symbol on page one, that of the names, or the name.
std::string name_of_group(const std::vector<Candidate>& candidates,
                          const std::vector<std::size_t>& group) {
  std::map<std::string, std::size_t> symbols;
  std::map<std::string, std::size_t> names;
  for (const std::size_t member : group) {
    const Candidate& candidate = candidates[member];
    const CollectedFile& file = candidate.file;
    if (!candidate.sound()) continue;
    if (!file.symbol.empty()) ++symbols[file.symbol];
    if (!file.name.symbol.empty()) ++names[file.name.symbol];
    if (file.name.symbol.empty()) ++names[file.name.work];
  }
  const auto& known = symbols.empty() ? names : symbols;
  const auto most =
      std::ranges::max_element(known, {}, [](const auto& entry) { return entry.second; });
  if (most != known.end() && !most->first.empty()) return most->first;
  const FileName& name = candidates[group.front()].file.name;
  if (!name.symbol.empty()) return name.symbol;
  return name.work.empty() ? "work" : name.work;
}

/// Groups have names that no other has.
std::map<std::string, std::string> names_of(const std::vector<Candidate>& candidates) {
  std::map<std::string, std::string> names;
  std::set<std::string> taken;
  for (const auto& [key, group] : groups_of(candidates)) {
    const std::string usual = name_of_group(candidates, group);
    std::string name = usual;
    for (std::size_t number = 2; !taken.insert(name).second; ++number)
      name = usual + " (" + std::to_string(number) + ")";
    names.emplace(key, name);
  }
  return names;
}

}  // namespace

std::vector<PairedFile> pair_files(std::vector<CollectedFile> files) {
  std::ranges::sort(files, {}, &CollectedFile::path);
  std::vector<ContentPrint> prints;
  std::vector<Candidate> candidates;
  for (CollectedFile& file : files) {
    prints.push_back(file.print);
    candidates.push_back({std::move(file), {}, PairedBy::nothing, {}, 0, {}});
  }
  find_languages(candidates);
  std::vector<Language> languages;
  for (const Candidate& candidate : candidates)
    languages.push_back(candidate.language.value_or(Language()));
  const ContentIndex index(prints, languages);
  find_duplicates(candidates);
  group_by_symbol_and_name(candidates);
  check_by_content(candidates, index);
  group_by_content(candidates, index);
  find_rivals(candidates);
  const auto names = names_of(candidates);
  std::vector<PairedFile> paired;
  for (Candidate& candidate : candidates) {
    const auto name = names.find(candidate.group);
    paired.push_back({name == names.end() ? "" : name->second,
                      candidate.language ? std::string(candidate.language->tag()) : "",
                      std::move(candidate.file.path), std::move(candidate.file.sha),
                      std::string(name_of(candidate.how)), candidate.score,
                      std::move(candidate.problem)});
  }
  std::ranges::sort(paired, {}, [](const PairedFile& file) {
    return std::tuple(file.work.empty(), std::string_view(file.work),
                      std::string_view(file.language), std::string_view(file.path));
  });
  return paired;
}

}  // namespace hexapla
