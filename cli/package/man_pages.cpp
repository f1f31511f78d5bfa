// Writes the manual pages, hexapla.1 and hexapla-VERB.1, from the help texts.

#include "cli/command.hpp"
#include "cli/version.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using namespace hexapla::cli;
namespace fs = std::filesystem;

/// Lines that are shown as they are. Source: groff_man(7), groff(7) on escapes.
std::string as_roff(std::string_view text) {
  std::string roff = ".nf\n";
  bool begins_line = true;
  for (const char byte : text) {
    if (begins_line && (byte == '.' || byte == '\'')) roff += "\\&";
    if (byte == '\\') {
      roff += "\\e";
    } else if (byte == '-') {
      roff += "\\-";
    } else {
      roff += byte;
    }
    begins_line = byte == '\n';
  }
  if (!roff.ends_with('\n')) roff += '\n';
  return roff + ".fi\n";
}

void write_page(const fs::path& folder, const std::string& name, std::string_view summary,
                std::string_view help) {
  const std::size_t gap = help.find("\n\n");
  std::string title = name;
  std::ranges::transform(title, title.begin(), [](unsigned char letter) {
    return static_cast<char>(std::toupper(letter));
  });
  std::string small(summary);
  small.front() =
      static_cast<char>(std::tolower(static_cast<unsigned char>(small.front())));
  std::ofstream page(folder / (name + ".1"), std::ios::binary);
  page << ".TH \"" << title << "\" 1 \"\" \"" << program_name << "\" \"User Commands\"\n"
       << ".SH NAME\n"
       << name << " \\- " << small << '\n'
       << ".SH SYNOPSIS\n"
       << as_roff(help.substr(0, gap + 1)) << ".SH DESCRIPTION\n"
       << as_roff(help.substr(std::min(help.size(), gap + 2))) << ".SH SEE ALSO\n";
  const std::string whole = "hexapla";
  if (name != whole) page << ".BR hexapla (1)\n";
  std::string_view comma;
  for (const Command* command : commands) {
    if (name != whole) break;
    page << comma << ".BR hexapla-" << command->name << " (1)";
    comma = ",\n";
  }
  page << '\n';
  if (!page.flush()) {
    std::cerr << folder.string() << ": can't be written\n";
    std::exit(1);
  }
}

}  // namespace

int main(int, char** argv) {
  const fs::path folder = argv[1];
  fs::create_directories(folder);
  std::istringstream none;
  std::ostringstream overview;
  const std::array<std::string_view, 1> words{"--help"};
  run_program(words, {none, overview, std::cerr});
  write_page(folder, "hexapla", "align and check United Nations documents in six languages",
             overview.str());
  for (const Command* command : commands)
    write_page(folder, "hexapla-" + std::string(command->name), command->summary,
               command->help);
  return 0;
}
