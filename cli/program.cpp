#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/spared_inputs.hpp"
#include "cli/version.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <iomanip>
#include <new>
#include <ostream>
#include <stdexcept>
#include <vector>

namespace hexapla::cli {
namespace {

void print_overview(std::ostream& out) {
  constexpr int name_width = 10;  // columns; the longest verb and a gap
  out << "hexapla VERB [WORD]... [--OPTION VALUE]...\n\n"
         "Aligns the language versions of United Nations documents sentence by sentence "
         "and\n"
         "checks that terms, numbers, dates and names were rendered consistently.\n\n";
  for (const Command* command : commands)
    out << "  " << std::left << std::setw(name_width) << command->name << command->summary
        << '\n';
  out << "\nhexapla VERB --help tells more. Exit codes: 0 done, 1 findings, 2 failed,\n"
         "64 misused. --force lets an output replace a file of another kind, never one "
         "that is read.\n";
}

Exit dispatch(std::span<const std::string_view> words, Streams streams) {
  if (words.empty()) {
    print_overview(streams.err);
    return Exit::misused;
  }
  const std::string_view verb = words.front();
  if (verb == "--help" || verb == "help") {
    print_overview(streams.out);
    return Exit::done;
  }
  if (verb == list_options_word) {
    for (const Command* command : commands)
      streams.out << command->name << '\n';
    return Exit::done;
  }
  if (verb == "--version") {
    streams.out << program_name << '\n';
    return Exit::done;
  }
  const auto* const found = std::ranges::find(commands, verb, &Command::name);
  if (found == commands.end())
    throw UsageError("there is no verb '" + std::string(verb) + "'");
  if (std::ranges::find(words, "--help") != words.end()) {
    streams.out << (*found)->help;
    return Exit::done;
  }
  return (*found)->run(words.subspan(1), streams);
}

}  // namespace

Exit run_program(std::span<const std::string_view> given, Streams streams) {
  std::vector<std::string_view> words(given.begin(), given.end());
  const bool may_replace = std::erase(words, std::string_view("--force")) > 0;
  try {
    begin_command(may_replace);
    const Exit exit = dispatch(words, streams);
    streams.out.flush();
    // Whoever read the pipe has had enough: that's no failure. A full disk is one.
    if (!streams.out && errno != EPIPE) {
      streams.err << "hexapla: standard output: can't be written"
                  << (has_committed() ? "; what was to be changed is changed all the same\n"
                                      : "\n");
      if (!has_committed()) return Exit::failed;
    }
    return exit;
  } catch (const Error& error) {
    streams.err << "hexapla: " << error.what() << '\n';
    return Exit::failed;
  } catch (const OptionList& list) {
    for (const std::string& word : list.words)
      streams.out << word << '\n';
    return Exit::done;
  } catch (const UsageError& misuse) {
    streams.err << "hexapla: " << misuse.what() << " (see hexapla "
                << (words.empty() ? "" : std::string(words.front()) + " ") << "--help)\n";
    return Exit::misused;
  } catch (const std::filesystem::filesystem_error& error) {
    streams.err << "hexapla: " << error.path1().string() << ": " << error.code().message()
                << '\n';
    return Exit::failed;
  } catch (const std::bad_alloc&) {
    streams.err << "hexapla: not enough memory for this input; cut it into parts\n";
    return Exit::failed;
  } catch (const std::length_error&) {
    streams.err << "hexapla: this input is too large; cut it into parts\n";
    return Exit::failed;
  } catch (const std::exception& error) {
    streams.err << "hexapla: an error that this program did not expect: " << error.what()
                << "; please report it with the command and the file\n";
    return Exit::failed;
  }
}

}  // namespace hexapla::cli
