#pragma once

#include "corpus/decision.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace hexapla {

/// What was done to a corpus and with what, so that it can be done again.
struct RunRecord {
  std::int64_t id = 0;    ///< Given by the corpus.
  std::int64_t work = 0;  ///< 0 when it was about none or many.
  Stamp stamp;
  std::string kind;                                           ///< import, align, check, ...
  std::string program;                                        ///< As in "hexapla 0.1.0".
  std::vector<std::pair<std::string, std::string>> settings;  ///< Names and values.
  std::vector<std::pair<std::string, std::string>> inputs;    ///< Names and SHA-256.

  friend bool operator==(const RunRecord&, const RunRecord&) = default;
};

}  // namespace hexapla
