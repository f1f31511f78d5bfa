#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/units/options.hpp"
#include "cli/version.hpp"
#include "cli_data.hpp"

#include <algorithm>
#include <ostream>

namespace hexapla::cli {
namespace {

constexpr std::array own_options{Option{"from"},
                                 Option{"to"},
                                 Option{"languages"},
                                 Option{"columns"},
                                 Option{"documents"},
                                 Option{"report"},
                                 Option{"strict", Takes::nothing}};

std::vector<Option> all_options() {
  std::vector<Option> options(own_options.begin(), own_options.end());
  options.insert(options.end(), filter_options.begin(), filter_options.end());
  options.insert(options.end(), split_options.begin(), split_options.end());
  return options;
}

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

struct ConvertJob {
  std::vector<std::string> files;
  UnitInputSettings input;
  UnitOutputSettings output;
  UnitFilterSettings filter;
};

ConvertJob job_of(const Arguments& arguments) {
  if (arguments.words.size() < 2)
    throw UsageError("name what is to be read and what is to be written");
  ConvertJob job;
  job.files.assign(arguments.words.begin(), arguments.words.end() - 1);
  job.input = input_settings(arguments, "from");
  job.output.file = arguments.words.back();
  const auto to = arguments.value("to");
  const auto by_name = format_by_name(job.output.file);
  if (!to && !by_name)
    throw UsageError("the name of " + job.output.file +
                     " tells no format; name it with --to");
  job.output.format = to ? format_to_write(*to) : *by_name;
  job.output.split = split_settings(arguments);
  job.output.writer.program_version = version;
  job.filter = filter_settings(arguments, wanted_languages(job.files, job.input));
  leave_out_doubtful(job.output.format, arguments, job.filter);
  require_pair_at_most(job.input.languages, job.output.format);
  job.output.writer.languages = job.input.languages;
  return job;
}

Exit run(std::span<const std::string_view> words, Streams streams) {
  const Arguments arguments = parse_arguments(words, all_options());
  ConvertJob job = job_of(arguments);
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
  UnitFilter filter(job.filter);
  const auto output = open_output(job.output);
  for (TranslationUnit unit; input.reader->next(unit);) {
    if (filter.keeps(unit)) output->add(unit, job.files.front());
    counted.count();
  }
  const Exported exported = output->commit(left_out_by(filter));
  tell_warnings(*input.reader, streams);
  report_units(arguments, exported, filter, streams);
  return Exit::done;
}

}  // namespace

const Command convert_command{"convert",
                              "Turn a translation memory of one format into another",
                              embedded::convert_txt, run};

}  // namespace hexapla::cli
