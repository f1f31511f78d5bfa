#pragma once

#include "corpus/store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace hexapla {

/// Two works that are joined where they say the same in the language that they share.
struct WorkJoin {
  std::int64_t first = 0;
  std::int64_t second = 0;
  Language through;
};

/// Two works say the same text, and one of them renders it in several ways, or both render
/// it differently into one language: nobody can tell which renderings belong together.
struct AmbiguousText {
  std::string text;
  std::vector<TranslationUnit> first;  ///< Its different renderings in either work.
  std::vector<TranslationUnit> second;
};

struct JoinCounts {
  std::size_t joined = 0;       ///< Texts.
  std::size_t ambiguous = 0;    ///< Texts, which are not joined.
  std::size_t first_alone = 0;  ///< Rows whose text the other work does not have.
  std::size_t second_alone = 0;
};

/// Hands on a unit for each text in the shared language that both works have, whatever the
/// white space: the variants of both, the less of their confidences and states, the id and
/// the document of the first. Rows that repeat a text with the same renderings count once;
/// rejected rows are left out.
/// Shape:  in the order of the first work.
/// Memory: some 50 bytes a row.
JoinCounts join_works(const Store& store, const WorkJoin& join,
                      const std::function<void(const TranslationUnit&)>& take,
                      const std::function<void(const AmbiguousText&)>& tell);

}  // namespace hexapla
