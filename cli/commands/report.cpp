#include "report/report.hpp"

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options/works.hpp"
#include "cli/print/counted.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "workbench/workbench.hpp"

#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"out"}, Option{"work"}};

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::filesystem::path corpus = arguments.only_file("corpus file");
  const Store store = Store::open(corpus);
  const WorkInfo work = any_work(arguments, store);
  const auto [multitext, findings] = check_work(store, work.id, {});
  const Termbase termbase =
      work.kind == WorkKind::memory ? Termbase() : store.termbase(work.id);
  const ReportInput input{corpus.filename().string(), std::string(program_name), multitext,
                          findings, &termbase};
  if (const auto out = arguments.value("out")) {
    write_file(*out, [&](std::ostream& page) { write_report(page, input); });
    streams.err << *out << ": " << counted(multitext.rows.size(), "row") << ", "
                << counted(findings.size(), "finding") << '\n';
  } else {
    write_report(streams.out, input);
  }
  return Exit::done;
}

}  // namespace

const Command report_command{"report",
                             "Write a page with all versions and the findings in place",
                             embedded::report_txt, run};

}  // namespace hexapla::cli
