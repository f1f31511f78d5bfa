#include "report/report.hpp"

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/option_table.hpp"
#include "cli/options/works.hpp"
#include "cli/print/counted.hpp"
#include "cli/print/review_facts.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"
#include "corpus/store.hpp"
#include "workbench/review/memory_work.hpp"
#include "workbench/workbench.hpp"

#include <algorithm>
#include <functional>
#include <ostream>

namespace hexapla::cli {
namespace {

struct ReportOptions {
  std::filesystem::path corpus;
  std::optional<std::filesystem::path> out;
  std::optional<std::string> work;
  std::vector<Language> languages;  ///< Empty: all.
};

void bind_options(OptionTable& table, ReportOptions& given) {
  table.only_file("corpus file", given.corpus);
  table.value("out", given.out);
  table.file_words({});
  table.files(FileUse::written, {"out"});
  table.value("work", given.work);
  table.value("languages", given.languages);
}

/// The multitext without versions in other languages; rows that then say nothing are not
/// shown, so that the others keep their numbers.
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

/// FILE.html, and FILE-2.html and so on where the findings are too many for one page.
void write_pages(const std::filesystem::path& out, const ReportInput& input,
                 std::ostream& told) {
  std::size_t pages = 0;
  write_report_pages(
      input,
      [&](std::size_t page) {
        if (page == 0) return out.filename().string();
        return out.stem().string() + '-' + std::to_string(page + 1) +
               out.extension().string();
      },
      [&](const std::string& file, const std::function<void(std::ostream&)>& page) {
        write_file(out.parent_path() / file, page);
        ++pages;
      });
  told << out.string() << ": " << counted(input.multitext.rows.size(), "row") << ", "
       << counted(input.findings.size(), "finding");
  if (pages > 1) told << ", in " << counted(pages, "page");
  told << '\n';
}

Exit run_report(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<ReportOptions>(words);
  const Store store = Store::open(given.corpus);
  const WorkInfo work = any_work(given.work, store);
  auto [multitext, findings] = check_work(store, work.id, {});
  const bool is_memory = work.kind == WorkKind::memory;
  const DecidedWork decided =
      is_memory ? memory_as_work(store, work.id) : store.decided_work(work.id);
  const ReviewFacts facts =
      review_facts(decided, is_memory ? 0 : decided.findings.size() - findings.size());
  if (!given.languages.empty()) {
    for (const Language language : given.languages)
      static_cast<void>(version_in(multitext, language));  // or say that there is none
    multitext = only_in(given.languages, std::move(multitext));
    keep_in(given.languages, findings);
  }
  const Termbase termbase = is_memory ? Termbase() : store.termbase(work.id);
  const ReportInput input{given.corpus.filename().string(),
                          std::string(program_name),
                          multitext,
                          findings,
                          &termbase,
                          &facts};
  if (given.out) {
    write_pages(*given.out, input, streams.err);
  } else {
    write_report(streams.out, input);
  }
  return Exit::done;
}

}  // namespace

const Command report_command{"report", "Write a page with all versions and findings",
                             embedded::report_txt, run_report};

}  // namespace hexapla::cli
