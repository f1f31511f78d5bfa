#include "corpus/work.hpp"

#include <algorithm>

namespace hexapla {

std::vector<Language> languages_of(const std::vector<WorkInfo>& works) {
  std::vector<Language> languages;
  for (const WorkInfo& work : works)
    for (const Language language : work.languages)
      if (std::ranges::find(languages, language) == languages.end())
        languages.push_back(language);
  return languages;
}

}  // namespace hexapla
