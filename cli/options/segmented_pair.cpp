#include "cli/options/segmented_pair.hpp"

#include "align/input/segmented_text.hpp"
#include "cli/files.hpp"
#include "text/error.hpp"

namespace hexapla::cli {

PairTexts read_pair(const PairNames& names) {
  const auto read = [](const std::string& file) {
    return file.empty() ? std::string() : admit_segments(read_file(file), file);
  };
  return {read(names.source), read(names.target), read(names.translation)};
}

BatchPair pair_of(const PairTexts& texts, const PairNames& names,
                  const std::vector<Language>& languages) {
  BatchPair pair{{languages[0], segments_of(texts.source), {}},
                 {languages[1], segments_of(texts.target), {}}};
  pair.source.translation = segments_of(texts.translation);
  if (!names.translation.empty() &&
      pair.source.translation.size() != pair.source.segments.size())
    throw Error(Fault::malformed, {names.translation, 0},
                "has " + std::to_string(pair.source.translation.size()) + " lines for " +
                    std::to_string(pair.source.segments.size()) +
                    " segments; it needs one a segment");
  return pair;
}

}  // namespace hexapla::cli
