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

#include <algorithm>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array options{Option{"out"}, Option{"work"}, Option{"languages"}};

/// The multitext without versions in other languages; rows that then say nothing go.
Multitext only_in(const std::vector<Language>& languages, Multitext whole) {
  Multitext part;
  std::vector<std::uint32_t> place(whole.documents.size(), UINT32_MAX);
  for (std::size_t i = 0; i < whole.documents.size(); ++i) {
    if (std::ranges::find(languages, whole.documents[i].document.language) ==
        languages.end())
      continue;
    place[i] = static_cast<std::uint32_t>(part.documents.size());
    part.documents.push_back(std::move(whole.documents[i]));
  }
  for (Bitext& bitext : whole.bitexts)
    if (place[bitext.source] != UINT32_MAX && place[bitext.target] != UINT32_MAX)
      part.bitexts.push_back(
          {place[bitext.source], place[bitext.target], std::move(bitext.beads)});
  for (const Row& row : whole.rows) {
    Row kept{{}, row.confidence, row.agreement};
    for (std::size_t i = 0; i < place.size(); ++i)
      if (place[i] != UINT32_MAX) kept.runs.push_back(row.runs[i]);
    if (!std::ranges::all_of(kept.runs, &SegmentRun::empty))
      part.rows.push_back(std::move(kept));
  }
  return part;
}

/// Findings all of whose places are in these languages.
void keep_in(const std::vector<Language>& languages, std::vector<Finding>& findings) {
  const auto is_shown = [&](const Spot& spot) {
    return std::ranges::find(languages, spot.language) != languages.end();
  };
  std::erase_if(findings, [&](const Finding& finding) {
    return !std::ranges::all_of(finding.source, is_shown) ||
           !std::ranges::all_of(finding.target, is_shown);
  });
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, options);
  const std::filesystem::path corpus = arguments.only_file("corpus file");
  const Store store = Store::open(corpus);
  const WorkInfo work = any_work(arguments, store);
  auto [multitext, findings] = check_work(store, work.id, {});
  if (const auto tags = arguments.value("languages")) {
    const std::vector<Language> languages = languages_in(*tags);
    for (const Language language : languages)
      static_cast<void>(version_in(multitext, language));  // or say that there is none
    multitext = only_in(languages, std::move(multitext));
    keep_in(languages, findings);
  }
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
