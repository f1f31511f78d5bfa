#pragma once

#include "cli/command.hpp"

#include <span>
#include <string_view>

namespace hexapla::cli {

/// Each gets the words after its name.
using VerbOfGroup = Exit(std::span<const std::string_view> words, Streams streams);

// The verbs of `hexapla corpus`; see help/corpus.txt.
VerbOfGroup corpus_info, corpus_check, corpus_merge, corpus_vacuum, corpus_rebuild;
VerbOfGroup corpus_log, corpus_undo, corpus_redo, corpus_join;

// The verbs of `hexapla term`; see help/term.txt.
VerbOfGroup run_term_add, run_term_find, run_term_import, run_term_export;
VerbOfGroup run_term_lint, run_term_extract;

}  // namespace hexapla::cli
