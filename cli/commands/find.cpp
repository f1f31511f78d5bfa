#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/commands/find_similar.hpp"
#include "cli/options/find_options.hpp"
#include "cli/print/find_output.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"

#include <ostream>

namespace hexapla::cli {
namespace {

Exit find_rows(const FindOptions& options, Streams streams) {
  const Store store = Store::open(options.file);
  if (options.count) {
    std::size_t rows = 0;
    store.search(options.search, [&](const SearchHit&) {
      ++rows;
      return true;
    });
    streams.out << rows << '\n';
    return rows > 0 ? Exit::done : Exit::findings;
  }
  HitWriter writer(options, store.works(), streams);
  std::size_t rows = 0;
  bool more = false;
  store.search(options.search, [&](const SearchHit& hit) {
    more = rows == options.limit;
    if (more) return false;
    ++rows;
    writer.write(hit);
    return true;
  });
  if (more && streams.err_is_terminal)
    streams.err << "more rows have it; --limit N shows more, --count counts them\n";
  return rows > 0 ? Exit::done : Exit::findings;
}

Exit run_find(std::span<const std::string_view> words, Streams streams) {
  const FindOptions options = find_options_in(words);
  return options.similar ? find_similar(options, streams) : find_rows(options, streams);
}

}  // namespace

const Command find_command{"find", "Search the corpus: words, phrases, similar sentences",
                           embedded::find_txt, run_find};

}  // namespace hexapla::cli
