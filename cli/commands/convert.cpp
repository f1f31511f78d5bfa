#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/units/options.hpp"
#include "cli/units/sieve.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla::cli {
namespace {

/// Languages in the order in which they come up in the whole input.
std::vector<Language> languages_used(std::span<const std::string> files,
                                     const UnitInputSettings& settings) {
  std::vector<Language> used;
  const UnitInput input = open_units(files, settings);
  for (TranslationUnit unit; input.reader->next(unit);)
    for (const Variant& variant : unit.variants)
      if (std::ranges::find(used, variant.language) == used.end())
        used.push_back(variant.language);
  return used;
}

struct ConvertOptions {
  std::vector<std::string> files;  ///< The last is the one to write.
  UnitInputSettings input;
  std::optional<UnitFormat> to;
  UnitFilterSettings filter;
  SplitOptions split;
  std::optional<ReportForm> report;
  std::optional<std::filesystem::path> quality;
  bool safe_cells = false;
};

void bind_options(OptionTable& table, ConvertOptions& given) {
  table.words("name what is to be read and what is to be written", given.files, 2);
  add_input_options(table, "from", given.input);
  table.value("to", given.to, format_to_write);
  add_filter_options(table, given.filter);
  add_split_options(table, given.split);
  add_report_option(table, given.report);
  table.value("quality", given.quality);
  table.file_words({.last = FileUse::written});
  table.files(FileUse::written, {"quality"});
  table.flag("safe-cells", given.safe_cells);
}

struct ConvertJob {
  std::vector<std::string> files;
  UnitInputSettings input;
  UnitOutputSettings output;
  UnitFilterSettings filter;
};

ConvertJob job_of(const ConvertOptions& given) {
  ConvertJob job{given.files, given.input, {}, given.filter};
  job.output.file = given.files.back();
  job.files.pop_back();
  const auto format = given.to ? given.to : format_by_name(job.output.file);
  if (!format)
    throw UsageError("the name of " + job.output.file +
                     " tells no format; name it with --to");
  job.output.format = *format;
  job.output.split = given.split.settings();
  job.output.writer.program_version = version;
  job.output.writer.safe_cells = given.safe_cells;
  job.filter.languages = wanted_languages(job.files, job.input);
  leave_out_doubtful(job.output.format, job.filter);
  require_pair_at_most(job.input.languages, job.output.format);
  job.output.writer.languages = job.input.languages;
  return job;
}

Exit run_convert(std::span<const std::string_view> words, Streams streams) {
  const auto given = options_in<ConvertOptions>(words);
  ConvertJob job = job_of(given);
  Progress progress(streams);
  UnitProgress counted(progress);
  auto& languages = job.output.writer.languages;
  const UnitInput input = open_units(job.files, job.input);
  job.output.writer.header = input.reader->header();
  const bool is_pair = is_of_two_languages(job.output.format) &&
                       !is_kept_by_place(input.reader->header().format, job.output.format);
  const bool needs_all =
      has_columns(job.output.format) || job.output.format == UnitFormat::dataset;
  if (languages.empty() && (needs_all || is_pair)) {
    progress.say("looking for languages");
    languages = languages_used(job.files, job.input);
    if (is_pair) languages = pair_of(languages, job.output.format);
  }
  const auto output = open_output(job.output);
  UnitSieve sieve(job.filter, given.quality, *output);
  for (TranslationUnit unit; input.reader->next(unit);) {
    sieve.put(unit, job.files.front());
    counted.count();
  }
  const Exported exported = sieve.commit();
  tell_warnings(*input.reader, streams);
  return report_units(given.report, exported, sieve.filter(), streams);
}

}  // namespace

const Command convert_command{"convert", "Turn a memory of one format into another",
                              embedded::convert_txt, run_convert};

}  // namespace hexapla::cli
