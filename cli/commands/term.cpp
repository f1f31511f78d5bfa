#include "cli/commands/term_verbs.hpp"
#include "cli/verbs.hpp"
#include "cli_data.hpp"

namespace hexapla::cli {
namespace {

constexpr std::array verbs{
    Verb{"add", run_term_add},       Verb{"find", run_term_find},
    Verb{"import", run_term_import}, Verb{"export", run_term_export},
    Verb{"lint", run_term_lint},     Verb{"extract", run_term_extract}};

Exit run(std::span<const std::string_view> words, Streams streams) {
  return run_verb(verbs, words, streams);
}

}  // namespace

const Command term_command{"term", "Keep termbases, and find terms in aligned texts",
                           embedded::term_txt, run};

}  // namespace hexapla::cli
