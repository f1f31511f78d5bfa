#include "cli/units/document_folder.hpp"

#include "cli/output_file.hpp"
#include "format/compressed_stream.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// A member of an archive, unpacked once more when it is packed by itself.
struct OpenedMember {
  std::unique_ptr<std::istream> bytes;
};
class MemberInput : private OpenedMember, public DecompressingStream {
 public:
  MemberInput(std::unique_ptr<std::istream> opened, std::string_view name)
      : OpenedMember{std::move(opened)}, DecompressingStream(*bytes, name) {}
};

std::string without_gz(const std::string& name) {
  constexpr std::string_view ending = ".gz";
  return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
}

}  // namespace

DocumentFolder::DocumentFolder(fs::path folder) : folder_(std::move(folder)) {}

DocumentFolder::DocumentFolder(fs::path folder, const fs::path& archive)
    : folder_(std::move(folder)) {
  look_into(archive);
}

void DocumentFolder::look_into(const fs::path& archive) {
  if (std::ranges::find(names_, archive) != names_.end()) return;
  const auto listed = open_seekable(archive);
  for (const ZipMember& member : zip_members(*listed, archive.string())) {
    const std::string plain = without_gz(member.name);
    constexpr int deepest = 8;  // folders around a document's own name
    std::size_t begin = 0;
    for (int depth = 0; depth < deepest && begin != std::string::npos; ++depth) {
      places_.emplace(plain.substr(begin), Place{names_.size(), member.name});
      begin = plain.find('/', begin);
      if (begin != std::string::npos) ++begin;
    }
  }
  names_.push_back(archive);
  archives_.emplace_back(open_seekable(archive), archive.string());
}

void DocumentFolder::look_into_all() {
  if (std::exchange(is_complete_, true)) return;
  std::vector<fs::path> archives;
  std::error_code error;
  const fs::path folder = folder_.empty() ? fs::path(".") : folder_;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".zip" && entry.is_regular_file(error))
      archives.push_back(entry.path());
  std::ranges::sort(archives);
  for (const fs::path& archive : archives)
    look_into(archive);
}

std::unique_ptr<std::istream> DocumentFolder::opened_file(const std::string& name) const {
  const std::string plain = without_gz(name);
  for (const fs::path& base : {folder_, folder_ / "xml"})
    for (const std::string& candidate : {name, plain, plain + ".gz", plain + ".zst"})
      if (std::error_code error; fs::is_regular_file(base / candidate, error))
        return open_input(base / candidate);
  return nullptr;
}

std::unique_ptr<std::istream> DocumentFolder::open(const std::string& name) {
  const auto in_archives = [&]() -> std::unique_ptr<std::istream> {
    const auto place = places_.find(without_gz(name));
    if (place == places_.end()) return nullptr;
    return std::make_unique<MemberInput>(
        archives_.at(place->second.archive).open(place->second.member), name);
  };
  if (auto found = in_archives()) return found;
  if (auto found = opened_file(name)) return found;
  look_into_all();
  if (auto found = in_archives()) return found;
  throw Error(Fault::unreadable, {(folder_ / name).string(), 0},
              "no such file, nor is it in a ZIP archive there, though the alignment names "
              "it; say with --documents in which folder the documents are");
}

}  // namespace hexapla::cli
