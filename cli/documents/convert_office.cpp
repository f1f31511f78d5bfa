#include "cli/documents/convert_office.hpp"

#include "cli/documents/workplace.hpp"
#include "cli/files.hpp"
#include "text/error.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

// What LibreOffice's own starter does for it: a first start that makes a profile asks for
// another with this code.
constexpr int exit_start_again = 81;

constexpr std::string_view way_out = "; open it in a word processor and save it as .docx";

struct OfficeFormat {
  FileFormat format;
  std::string_view name;
  std::string_view filter;  ///< Named, as LibreOffice takes what it doesn't know for text.
};
constexpr std::array office_formats{
    OfficeFormat{FileFormat::old_word, "doc", "MS Word 97"},
    OfficeFormat{FileFormat::rich_text, "rtf", "Rich Text Format"},
    OfficeFormat{FileFormat::open_document, "odt", "writer8"}};

const OfficeFormat& facts_of(FileFormat format) {
  for (const OfficeFormat& known : office_formats)
    if (known.format == format) return known;
  return office_formats.front();
}

[[noreturn]] void fail_office(Fault fault, std::string_view name, const std::string& what) {
  throw Error(fault, {std::string(name), 0}, what + std::string(way_out));
}

/// The program after `program`, a script that starts it: a process of ours, without others
/// between us that could outlive it. Else `program`.
std::string binary_of(const std::string& program) {
  const char* const variable = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe)
  std::string_view rest = variable == nullptr ? "/usr/bin" : variable;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    std::error_code absent;
    const fs::path script = fs::canonical(fs::path(rest.substr(0, end)) / program, absent);
    if (!absent) {
      const fs::path binary = script.parent_path() / (program + ".bin");
      return fs::exists(binary, absent) ? binary.string() : program;
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return program;
}

/// Makes the profile one that LibreOffice takes for its own: without the number of its
/// build in it, it starts once only to write that, and then again.
void seed_profile(const fs::path& profile, const fs::path& binary) {
  std::ifstream versions(binary.parent_path() / "versionrc");
  constexpr std::string_view key = "buildid=";
  for (std::string line; std::getline(versions, line);) {
    if (!line.starts_with(key)) continue;
    const fs::path folder = profile / "user" / "extensions";
    fs::create_directories(folder);
    std::ofstream(folder / "buildid") << line.substr(key.size());
  }
}

void require_end(const ChildResult& result, std::string_view name,
                 const OfficeFormat& format, const OfficeConverter& converter) {
  const std::string kind = "." + std::string(format.name);
  switch (result.end) {
    case ChildEnd::not_found:
      fail_office(Fault::unsupported, name,
                  "a " + kind +
                      " file, which LibreOffice reads; it isn't installed: apt-get "
                      "install libreoffice-writer");
    case ChildEnd::took_too_long:
      fail_office(Fault::unsupported, name,
                  "LibreOffice is not done with this " + kind + " file after " +
                      std::to_string(converter.limits.time.count() / 1000) + " s");
    case ChildEnd::wrote_too_much:
    case ChildEnd::crashed:
      fail_office(Fault::malformed, name,
                  "LibreOffice breaks down over this " + kind + " file");
    case ChildEnd::exited:
      break;
  }
}

}  // namespace

std::string_view office_name(FileFormat format) {
  return facts_of(format).name;
}

std::string docx_from_office(std::string_view bytes, std::string_view name,
                             FileFormat format, const OfficeConverter& converter) {
  const OfficeFormat& facts = facts_of(format);
  using namespace std::string_view_literals;
  constexpr std::string_view word_stream = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"sv;
  if (format == FileFormat::old_word && bytes.find(word_stream) == std::string_view::npos)
    fail_office(Fault::unsupported, name,
                "a file of an old Office program, but no document of Word (.doc) is in it");
  const Workplace place(name);
  const std::string input = place.path() + "/document." + std::string(facts.name);
  std::ofstream(input, std::ios::binary).write(bytes.data(), std::ssize(bytes));
  const std::string binary = binary_of(converter.program);
  seed_profile(place.path() + "/profile", binary);
  const std::array<std::string, 13> words{
      binary,
      "--headless",
      "--norestore",
      "--nolockcheck",
      "--nodefault",
      "-env:UserInstallation=file://" + place.path() + "/profile",
      "-env:OSL_SOCKET_PATH=" + place.path(),  // where it may write; see sandbox.cpp
      "--infilter=" + std::string(facts.filter),
      "--convert-to",
      "docx:Office Open XML Text",
      "--outdir",
      place.path() + "/out",
      input};
  const ChildFolder folder{place.path(), converter.largest_file};
  ChildResult result = run_child(words, {}, converter.limits, name, folder);
  if (result.end == ChildEnd::exited && result.exit_code == exit_start_again)
    result = run_child(words, {}, converter.limits, name, folder);
  require_end(result, name, facts, converter);
  const fs::path output = place.path() + "/out/document.docx";
  // It says nothing of a failure in its exit code.
  if (!fs::exists(output))
    fail_office(Fault::malformed, name,
                "LibreOffice can't read this ." + std::string(facts.name) +
                    " file, which may be damaged or locked by a password");
  return read_file(output);
}

}  // namespace hexapla::cli
