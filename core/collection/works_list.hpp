#pragma once

#include "collection/pair_files.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace hexapla {

/// A work of works.tsv and the files that it is aligned from.
struct ListedWork {
  std::string name;
  std::vector<PairedFile> files;  ///< Two or more, each in its own language, by language.
};

/// What a table asks for, and what is left out and why: files with a problem, works of one
/// version, two files of one work in the same language.
struct WorksList {
  std::vector<ListedWork> works;     ///< By name.
  std::vector<PairedFile> left_out;  ///< Each with its problem, by work, language, path.
};
[[nodiscard]] WorksList list_works(std::vector<PairedFile> files);

/// Part `number`, from 1 on, of `of` parts of about the same size, which together are the
/// whole.
struct Shard {
  std::size_t number = 1;
  std::size_t of = 1;
};
[[nodiscard]] WorksList part_of_list(WorksList list, Shard shard);

}  // namespace hexapla
