#pragma once

#include <memory>
#include <string_view>

namespace hexapla {

/// How likely a text is that might be in a wrong encoding.
struct TextLikelihood {
  double nats = 0;  ///< Sum of ln p over all characters.
  std::size_t characters = 0;
  double other_alphabets = 0;  ///< Share of Cyrillic and Arabic among all letters.
  bool impossible = false;     ///< Holds controls, private or unassigned characters.
};

/// Unigram models of the scripts of the six languages, from encodings.tsv.
class LikelihoodModel {
 public:
  LikelihoodModel();
  ~LikelihoodModel();
  LikelihoodModel(LikelihoodModel&&) noexcept;
  LikelihoodModel& operator=(LikelihoodModel&&) noexcept;

  [[nodiscard]] TextLikelihood of(std::string_view text) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace hexapla
