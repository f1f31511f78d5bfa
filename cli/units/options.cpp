#include "cli/units/options.hpp"

#include "cli/files.hpp"
#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "text/table.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

/// The shares of dev and test, as in 0.05,0.05.
SplitShares shares_in(const std::string& words) {
  const auto parts = parts_of(words, ',');
  const auto share = [](std::string_view digits) {
    double number = 0;
    const auto [end, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return fault == std::errc() && end == digits.data() + digits.size() ? number : -1.;
  };
  SplitShares shares{-1, -1};
  if (parts.size() == 2) shares = {share(parts[0]), share(parts[1])};
  // Written so that what is not a number (nan) fits nothing.
  if (!(shares.dev >= 0 && shares.test >= 0 && shares.dev + shares.test <= 1))
    throw UsageError("--split names the shares of dev and test, as in 0.05,0.05");
  return shares;
}

constexpr auto all_drop_reasons = [] {
  std::array<DropReason, drop_reasons> reasons{};
  for (std::size_t at = 0; at < drop_reasons; ++at)
    reasons.at(at) = static_cast<DropReason>(at);
  return reasons;
}();

}  // namespace

void add_filter_options(OptionTable& table, UnitFilterSettings& filter) {
  constexpr double largest_ratio = 1000;
  table.value("min-confidence", filter.least_confidence);
  table.number("max-length-ratio", filter.largest_length_ratio, 1, largest_ratio);
  table.choice("min-state", filter.least_state,
               {{"draft", UnitState::draft},
                {"translated", UnitState::translated},
                {"reviewed", UnitState::reviewed},
                {"final", UnitState::final}});
  table.flag("no-obsolete", filter.drops_obsolete);
  table.flag("no-empty", filter.drops_empty_sides);
  table.flag("no-other-languages", filter.drops_other_languages);
  table.flag("no-duplicates", filter.drops_duplicates);
  table.flag("no-near-duplicates", filter.drops_near_duplicates);
  table.value("filter", filter.plan, [](const std::string& file) {
    return read_filter_plan(admit_utf8(read_file(file), file), file);
  });
  table.files(FileUse::read, {"filter"});
}

void add_split_options(OptionTable& table, SplitOptions& split) {
  table.value("split", split.shares, shares_in);
  table.positive("seed", split.seed);
  table.choice("split-by", split.by,
               {{"document", SplitBy::document}, {"text", SplitBy::text}});
}

std::optional<SplitSettings> SplitOptions::settings() const {
  if (!shares && !seed && !by) return std::nullopt;
  SplitSettings settings;
  settings.shares = shares.value_or(settings.shares);
  settings.seed = seed.value_or(settings.seed);
  settings.by = by.value_or(settings.by);
  return settings;
}

void add_input_options(OptionTable& table, std::string_view format_option,
                       UnitInputSettings& settings) {
  settings.format_option = format_option;
  table.value(format_option, settings.format, format_to_read);
  table.value("languages", settings.languages);
  table.value("columns", settings.columns, [](const std::string& names) {
    const auto columns = parts_of(names, ',');
    return std::vector<std::string>(columns.begin(), columns.end());
  });
  table.value("documents", settings.documents);
  table.files(FileUse::read, {"documents"});
  table.flag("strict", settings.is_strict);
}

void add_report_option(OptionTable& table, std::optional<ReportForm>& form) {
  table.choice("report", form, {{"text", ReportForm::text}, {"json", ReportForm::json}});
}

std::vector<Language> wanted_languages(std::span<const std::string> files,
                                       const UnitInputSettings& settings) {
  return names_languages(format_of_input(files, settings)) ? settings.languages
                                                           : std::vector<Language>();
}

std::vector<Language> pair_of(const std::vector<Language>& used, UnitFormat format) {
  if (used.size() == 2) return used;
  if (used.size() > 2) {
    std::string names;
    for (const Language language : used)
      names += (names.empty() ? "" : ", ") + std::string(language.tag());
    throw UsageError("the units are in " + std::to_string(used.size()) + " languages (" +
                     names +
                     "), and the format has room for two; name source and target, as in "
                     "--languages " +
                     std::string(used[0].tag()) + ',' + std::string(used[1].tag()) +
                     ", and write a file a pair");
  }
  if (format == UnitFormat::xliff || format == UnitFormat::xliff2 ||
      format == UnitFormat::po || used.empty())
    return {};
  throw UsageError(
      "the units have one language only; name source and target, as in --languages en,fr");
}

void require_pair_at_most(const std::vector<Language>& languages, UnitFormat format) {
  constexpr std::size_t pair = 2;
  if (is_of_two_languages(format) && languages.size() > pair)
    throw UsageError(
        "the format has room for two languages, and " + std::to_string(languages.size()) +
        " are named; write a file a pair, as with --languages " +
        std::string(languages[0].tag()) + ',' + std::string(languages[1].tag()));
}

void leave_out_doubtful(UnitFormat format, UnitFilterSettings& settings) {
  const bool can_say_obsolete =
      keeps_states(format) && format != UnitFormat::xliff && format != UnitFormat::xliff2;
  if (!can_say_obsolete) settings.drops_obsolete = true;
  if (keeps_states(format)) return;
  if (settings.least_state != UnitState::unknown) return;  // somebody said what is wanted
  settings.least_state = UnitState::translated;
  settings.keeps_untranslated = true;
}

void tell_warnings(const UnitReader& reader, Streams& streams) {
  const ReadWarnings& warnings = reader.warnings();
  for (const ReadWarning& warning : warnings.first) {
    streams.err << warning.place.source;
    if (warning.place.line != 0) streams.err << ':' << warning.place.line;
    streams.err << ": warning: " << warning.what << '\n';
  }
  if (warnings.count > warnings.first.size())
    streams.err << "and " << warnings.count - warnings.first.size()
                << " more warnings; --strict stops at the first\n";
}

std::string left_out_by(const UnitFilter& filter) {
  std::string words;
  for (const DropReason reason : all_drop_reasons) {
    if (filter.dropped(reason) == 0) continue;
    words += (words.empty() ? "" : ", ") + std::to_string(filter.dropped(reason)) + ' ' +
             std::string(words_for(reason));
  }
  for (const auto& [line, dropped] : filter.dropped_by_plan())
    if (dropped > 0)
      words += (words.empty() ? "" : ", ") + std::to_string(dropped) + " by " + line;
  return words;
}

Exit report_units(std::optional<ReportForm> form, const Exported& exported,
                  const UnitFilter& filter, Streams& streams) {
  if (form == ReportForm::json) {
    nlohmann::ordered_json dropped = nlohmann::ordered_json::object();
    for (const DropReason reason : all_drop_reasons)
      dropped[std::string(name_of(reason))] = filter.dropped(reason);
    for (const auto& [line, units] : filter.dropped_by_plan())
      dropped[line] = units;
    nlohmann::ordered_json filled = nlohmann::ordered_json::object();
    for (const auto& [tags, units] : exported.stand_ins)
      filled[tags.first][tags.second] = units;
    streams.err << nlohmann::ordered_json{{"written", exported.written},
                                          {"skipped", exported.skipped},
                                          {"further_texts", exported.further_texts},
                                          {"marked_characters", exported.marked_characters},
                                          {"filled", filled},
                                          {"dropped", dropped}}
                       .dump()
                << '\n';
    return Exit::done;
  }
  streams.err << counted(exported.written, "unit") << " written";
  if (exported.skipped > 0)
    streams.err << ", " << exported.skipped << " without a translation left out";
  if (exported.further_texts > 0)
    streams.err << ", " << counted(exported.further_texts, "further text")
                << " in a language that a unit had already left out";
  if (exported.marked_characters > 0)
    streams.err << ", " << counted(exported.marked_characters, "forbidden character")
                << " written as words";
  streams.err << '\n';
  for (const auto& [tags, units] : exported.stand_ins)
    streams.err << tags.first << " is filled by " << tags.second << " in "
                << counted(units, "unit") << '\n';
  if (const std::string left_out = left_out_by(filter); !left_out.empty())
    streams.err << "left out by filters: " << left_out << '\n';
  return Exit::done;
}

void UnitProgress::count() {
  constexpr std::size_t step = 20'000;  // units; a few times a second
  if (++units_ % step != 0) return;
  progress_.say(grouped(units_) + " units");
}

}  // namespace hexapla::cli
