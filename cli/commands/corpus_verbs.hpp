#pragma once

#include "cli/command.hpp"

#include <span>
#include <string_view>

namespace hexapla::cli {

// The verbs of `hexapla corpus`; see help/corpus.txt.
Exit corpus_info(std::span<const std::string_view> words, Streams streams);
Exit corpus_check(std::span<const std::string_view> words, Streams streams);
Exit corpus_merge(std::span<const std::string_view> words, Streams streams);
Exit corpus_vacuum(std::span<const std::string_view> words, Streams streams);
Exit corpus_rebuild(std::span<const std::string_view> words, Streams streams);
Exit corpus_log(std::span<const std::string_view> words, Streams streams);
Exit corpus_undo(std::span<const std::string_view> words, Streams streams);
Exit corpus_redo(std::span<const std::string_view> words, Streams streams);

}  // namespace hexapla::cli
