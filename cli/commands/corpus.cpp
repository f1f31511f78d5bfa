#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/commands/corpus_verbs.hpp"
#include "cli_data.hpp"

#include <algorithm>

namespace hexapla::cli {
namespace {

struct CorpusVerb {
  std::string_view name;
  Exit (*run)(std::span<const std::string_view> words, Streams streams);
};

constexpr std::array verbs{
    CorpusVerb{"info", corpus_info},   CorpusVerb{"check", corpus_check},
    CorpusVerb{"merge", corpus_merge}, CorpusVerb{"vacuum", corpus_vacuum},
    CorpusVerb{"log", corpus_log},     CorpusVerb{"undo", corpus_undo},
    CorpusVerb{"redo", corpus_redo},   CorpusVerb{"rebuild", corpus_rebuild}};

Exit run(std::span<const std::string_view> words, Streams streams) {
  constexpr std::string_view known =
      "info, check, merge, vacuum, rebuild, log, undo or redo";
  if (words.empty()) throw UsageError("what to do? " + std::string(known));
  const auto* const verb = std::ranges::find(verbs, words.front(), &CorpusVerb::name);
  if (verb == verbs.end())
    throw UsageError("'" + std::string(words.front()) + "' is none of " +
                     std::string(known));
  return verb->run(words.subspan(1), streams);
}

}  // namespace

const Command corpus_command{"corpus", "Look into, check, merge and rebuild corpus files",
                             embedded::corpus_txt, run};

}  // namespace hexapla::cli
