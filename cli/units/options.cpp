#include "cli/units/options.hpp"

#include "cli/print/counted.hpp"
#include "cli/progress.hpp"
#include "text/table.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

double number_between(const Arguments& arguments, const std::string& option, double least,
                      double most, double otherwise) {
  const auto words = arguments.value(option);
  if (!words) return otherwise;
  double number = 0;
  const auto [end, fault] =
      std::from_chars(words->data(), words->data() + words->size(), number);
  const bool is_whole = end == words->data() + words->size();
  if (fault != std::errc() || !is_whole || !(number >= least && number <= most))
    throw UsageError("--" + option + " is a number from " +
                     std::to_string(static_cast<int>(least)) + " to " +
                     std::to_string(static_cast<int>(most)) + ", not '" + *words + "'");
  return number;
}

constexpr auto all_drop_reasons = [] {
  std::array<DropReason, drop_reasons> reasons{};
  for (std::size_t at = 0; at < drop_reasons; ++at)
    reasons.at(at) = static_cast<DropReason>(at);
  return reasons;
}();

}  // namespace

bool filters(const Arguments& arguments) {
  return std::ranges::any_of(
      filter_options, [&](const Option& option) { return arguments.has(option.name); });
}

UnitFilterSettings filter_settings(const Arguments& arguments,
                                   std::vector<Language> languages) {
  constexpr double largest_ratio = 1000;
  UnitFilterSettings settings;
  settings.languages = std::move(languages);
  settings.least_confidence = number_between(arguments, "min-confidence", 0, 1, 0);
  settings.largest_length_ratio =
      number_between(arguments, "max-length-ratio", 1, largest_ratio, 0);
  if (const auto state = arguments.value("min-state")) {
    const auto known = unit_state_named(*state);
    if (!known)
      throw UsageError("--min-state is draft, translated, reviewed or final, not '" +
                       *state + "'");
    settings.least_state = *known;
  }
  settings.drops_obsolete = arguments.has("no-obsolete");
  settings.drops_empty_sides = arguments.has("no-empty");
  settings.drops_other_languages = arguments.has("no-other-languages");
  settings.drops_duplicates = arguments.has("no-duplicates");
  settings.drops_near_duplicates = arguments.has("no-near-duplicates");
  return settings;
}

std::optional<SplitSettings> split_settings(const Arguments& arguments) {
  SplitSettings settings;
  if (arguments.has("seed")) settings.seed = number_in("seed", *arguments.value("seed"));
  const std::string by = arguments.value_or("split-by", "document");
  if (by != "document" && by != "text") throw UsageError("--split-by is document or text");
  if (by == "text") settings.by = SplitBy::text;
  const auto words = arguments.value("split");
  if (!words) {
    if (arguments.has("seed") || arguments.has("split-by")) return settings;
    return std::nullopt;
  }
  const auto shares = parts_of(*words, ',');
  const auto share = [&](std::string_view digits) {
    double number = 0;
    const auto [end, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return fault == std::errc() && end == digits.data() + digits.size() ? number : -1.;
  };
  if (shares.size() == 2) settings.shares = {share(shares[0]), share(shares[1])};
  // Written so that what is not a number (nan) fits nothing.
  if (shares.size() != 2 || !(settings.shares.dev >= 0 && settings.shares.test >= 0 &&
                              settings.shares.dev + settings.shares.test <= 1))
    throw UsageError("--split names the shares of dev and test, as in 0.05,0.05");
  return settings;
}

UnitInputSettings input_settings(const Arguments& arguments, std::string_view option) {
  UnitInputSettings settings;
  settings.format_option = option;
  settings.is_strict = arguments.has("strict");
  if (const auto format = arguments.value(option))
    settings.format = format_to_read(*format);
  if (const auto tags = arguments.value("languages"))
    settings.languages = languages_in(*tags);
  if (const auto columns = arguments.value("columns"))
    for (const std::string_view column : parts_of(*columns, ','))
      settings.columns.emplace_back(column);
  settings.documents = arguments.value_or("documents", "");
  return settings;
}

std::vector<Language> wanted_languages(std::span<const std::string> files,
                                       const UnitInputSettings& settings) {
  const auto format = settings.format ? settings.format : format_by_name(files.front());
  const bool names_own =
      format && (!is_of_two_languages(*format) || *format == UnitFormat::xliff);
  return names_own ? settings.languages : std::vector<Language>();
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

void leave_out_doubtful(UnitFormat format, const Arguments& arguments,
                        UnitFilterSettings& settings) {
  const bool can_say_obsolete =
      keeps_states(format) && format != UnitFormat::xliff && format != UnitFormat::xliff2;
  if (!can_say_obsolete) settings.drops_obsolete = true;
  if (keeps_states(format)) return;
  if (arguments.has("min-state")) return;
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
  return words;
}

void report_units(const Arguments& arguments, const Exported& exported,
                  const UnitFilter& filter, Streams& streams) {
  if (arguments.value_or("report", "text") == "json") {
    nlohmann::ordered_json dropped = nlohmann::ordered_json::object();
    for (const DropReason reason : all_drop_reasons)
      dropped[std::string(name_of(reason))] = filter.dropped(reason);
    streams.err << nlohmann::ordered_json{{"written", exported.written},
                                          {"skipped", exported.skipped},
                                          {"marked_characters", exported.marked_characters},
                                          {"dropped", dropped}}
                       .dump()
                << '\n';
    return;
  }
  streams.err << counted(exported.written, "unit") << " written";
  if (exported.skipped > 0)
    streams.err << ", " << exported.skipped << " without a translation left out";
  if (exported.marked_characters > 0)
    streams.err << ", " << counted(exported.marked_characters, "forbidden character")
                << " written as words";
  streams.err << '\n';
  if (const std::string left_out = left_out_by(filter); !left_out.empty())
    streams.err << "left out by filters: " << left_out << '\n';
}

void UnitProgress::count() {
  constexpr std::size_t step = 20'000;  // units; a few times a second
  if (++units_ % step != 0) return;
  progress_.say(grouped(units_) + " units");
}

}  // namespace hexapla::cli
