#include "cli/commands/term_verbs.hpp"
#include "cli_data.hpp"

#include <algorithm>
#include <string>

namespace hexapla::cli {
namespace {

struct TermVerb {
  std::string_view name;
  Exit (*run)(std::span<const std::string_view> words, Streams streams);
};

constexpr std::array verbs{
    TermVerb{"add", run_term_add},       TermVerb{"find", run_term_find},
    TermVerb{"import", run_term_import}, TermVerb{"export", run_term_export},
    TermVerb{"lint", run_term_lint},     TermVerb{"extract", run_term_extract}};

Exit run(std::span<const std::string_view> words, Streams streams) {
  const std::string_view name = words.empty() ? "" : words.front();
  const auto* const verb = std::ranges::find(verbs, name, &TermVerb::name);
  if (verb == verbs.end())
    throw UsageError(words.empty()
                         ? "what to do with terms: add, find, import, export, lint or "
                           "extract"
                         : "'" + std::string(name) +
                               "' is nothing that can be done with terms: add, find, "
                               "import, export, lint or extract");
  return verb->run(words.subspan(1), streams);
}

}  // namespace

const Command term_command{"term", "Keep termbases, and find terms in aligned texts",
                           embedded::term_txt, run};

}  // namespace hexapla::cli
