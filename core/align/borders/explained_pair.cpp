#include "align/borders/explained_pair.hpp"

namespace hexapla {

float ExplainedPair::given(const WordKnowledge& words, Piece causes, Piece effects) {
  float unknown = 0;
  for (const auto cause : causes) {
    ++counts_[cause];
    unknown += words.dictionary.unknown[cause];
  }
  float sum = 0;
  for (const auto effect : effects) {
    float ratio = unknown;
    for (const auto& [cause, more] : words.dictionary.causes_of(effect))
      ratio += counts_[cause] * more;
    sum += words.log_ratio(effect, ratio / static_cast<float>(causes.size()));
  }
  for (const auto cause : causes)
    counts_[cause] = 0;
  return sum;
}

}  // namespace hexapla
