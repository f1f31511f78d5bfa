#include "cli/commands/corpus_verbs.hpp"
#include "cli/verbs.hpp"
#include "cli_data.hpp"

namespace hexapla::cli {
namespace {

constexpr std::array verbs{Verb{"info", corpus_info},       Verb{"check", corpus_check},
                           Verb{"merge", corpus_merge},     Verb{"vacuum", corpus_vacuum},
                           Verb{"rebuild", corpus_rebuild}, Verb{"log", corpus_log},
                           Verb{"undo", corpus_undo},       Verb{"redo", corpus_redo}};

Exit run(std::span<const std::string_view> words, Streams streams) {
  return run_verb(verbs, words, streams);
}

}  // namespace

const Command corpus_command{"corpus", "Look into, check, merge and rebuild corpus files",
                             embedded::corpus_txt, run};

}  // namespace hexapla::cli
