#include "cli/commands/group_verbs.hpp"
#include "cli/verbs.hpp"
#include "cli_data.hpp"

namespace hexapla::cli {
namespace {

constexpr std::array corpus_verbs{
    Verb{"info", corpus_info},       Verb{"check", corpus_check},
    Verb{"merge", corpus_merge},     Verb{"vacuum", corpus_vacuum},
    Verb{"rebuild", corpus_rebuild}, Verb{"log", corpus_log},
    Verb{"undo", corpus_undo},       Verb{"redo", corpus_redo},
    Verb{"join", corpus_join}};

constexpr std::array term_verbs{
    Verb{"add", run_term_add},       Verb{"find", run_term_find},
    Verb{"import", run_term_import}, Verb{"export", run_term_export},
    Verb{"lint", run_term_lint},     Verb{"extract", run_term_extract}};

template <const auto& verbs>
Exit run(std::span<const std::string_view> words, Streams streams) {
  return run_verb(verbs, words, streams);
}

}  // namespace

const Command corpus_command{"corpus", "Look into, check, merge and rebuild corpus files",
                             embedded::corpus_txt, run<corpus_verbs>};

const Command term_command{"term", "Keep termbases, and find terms in aligned texts",
                           embedded::term_txt, run<term_verbs>};

}  // namespace hexapla::cli
