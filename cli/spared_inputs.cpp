#include "cli/spared_inputs.hpp"

#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/stat.h>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

using FileId = std::pair<dev_t, ino_t>;

constexpr std::size_t head_size = 512;  // bytes that tell what a file is
constexpr std::string_view database_head = "SQLite format 3";

/// Options whose value is written, not read.
constexpr std::array output_options{
    std::string_view("--out"), std::string_view("--save-lexicon"),
    std::string_view("--dismissals"), std::string_view("--embeddings-cache")};

// A command has one set of inputs, which any of its threads may add to.
struct Noted {
  std::mutex mutex;
  std::vector<FileId> inputs;
  bool may_replace = false;
};
Noted noted;  // NOLINT(*-avoid-non-const-global-variables)

std::optional<FileId> id_of(const fs::path& file) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return FileId{found.st_dev, found.st_ino};
}

std::string head_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string head(head_size, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return head;
}

/// What a file is by its first bytes; empty for a text of lines.
std::string_view kind_of(std::string_view head) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> magics{
      {{database_head, "a database"},
       {"PK\x03\x04", "a ZIP archive"},
       {"\x1F\x8B", "a gzip file"},
       {"\x28\xB5\x2F\xFD", "a zstd file"},
       {"%PDF-", "a PDF"}}};
  for (const auto& [magic, kind] : magics)
    if (head.starts_with(magic)) return kind;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  if (head[first] == '<') return "XML or HTML";
  if (head[first] == '{') return "JSON";
  return "a text";
}

[[noreturn]] void refuse_output(const fs::path& output, const std::string& why) {
  throw Error(Fault::unwritable, {output.string(), 0}, why);
}

}  // namespace

void note_command(std::span<const std::string_view> words, bool may_replace) {
  {
    const std::lock_guard lock(noted.mutex);
    noted.inputs.clear();
    noted.may_replace = may_replace;
  }
  // `convert IN... OUT` reads and writes plain words: its inputs are noted as they are opened.
  if (words.empty() || words.front() == "convert") return;
  for (std::size_t at = 1; at < words.size(); ++at)
    if (std::ranges::find(output_options, words[at - 1]) == output_options.end())
      note_input(words[at]);
}

void note_input(const fs::path& file) {
  const auto id = id_of(file);
  if (!id) return;
  const std::lock_guard lock(noted.mutex);
  if (std::ranges::find(noted.inputs, *id) == noted.inputs.end())
    noted.inputs.push_back(*id);
}

void require_spared(const fs::path& output, OutputKind kind) {
  const auto id = id_of(output);
  if (!id) return;
  bool may_replace = false;
  {
    const std::lock_guard lock(noted.mutex);
    if (std::ranges::find(noted.inputs, *id) != noted.inputs.end())
      refuse_output(
          output,
          "this command reads it, so it is not written; name another file to write");
    may_replace = noted.may_replace;
  }
  const std::string head = head_of(output);
  if (may_replace || head.empty()) return;
  const bool is_database = head.starts_with(database_head);
  if (kind == OutputKind::corpus && !is_database)
    refuse_output(
        output,
        "it exists and is not a corpus, so it is not replaced by one; name another "
        "file, or add --force");
  if (kind == OutputKind::other && is_database)
    refuse_output(
        output,
        "it exists and is a corpus or another database, so it is not replaced; name "
        "another file, or add --force");
}

void require_same_kind(const fs::path& output, std::string_view bytes) {
  if (!id_of(output)) return;
  {
    const std::lock_guard lock(noted.mutex);
    if (noted.may_replace) return;
  }
  const std::string head = head_of(output);
  const std::string_view old_kind = kind_of(head);
  const std::string_view new_kind = kind_of(bytes.substr(0, head_size));
  if (old_kind.empty() || new_kind.empty() || old_kind == new_kind) return;
  refuse_output(output, "it exists and is " + std::string(old_kind) +
                            ", so it is not replaced by " + std::string(new_kind) +
                            "; name another file, or add --force");
}

}  // namespace hexapla::cli
