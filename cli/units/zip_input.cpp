#include "cli/units/zip_input.hpp"

#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "format/archive/zip_member.hpp"
#include "format/compressed_stream.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

/// A member with the archive that it is in, unpacked once more when it is packed by itself.
struct OpenedArchive {
  OpenedArchive(ZipArchive opened, const std::string& name)
      : archive(std::move(opened)), member(archive.open(name)) {}

  ZipArchive archive;
  std::unique_ptr<std::istream> member;
};
struct ArchivedInput : private OpenedArchive, public DecompressingStream {
  ArchivedInput(ZipArchive opened, const std::string& name)
      : OpenedArchive(std::move(opened), name), DecompressingStream(*member, name) {}
};

std::unique_ptr<std::istream> open_member(const fs::path& file, const std::string& member) {
  return std::make_unique<ArchivedInput>(ZipArchive(open_seekable(file), file.string()),
                                         member);
}

/// `fr` of `Books.en-fr.fr`; nothing when that is no language's tag.
std::optional<Language> language_at_end(std::string_view member) {
  constexpr std::size_t longest_primary = 3;
  const std::size_t point = without_packing(member).rfind('.');
  if (point == std::string_view::npos) return std::nullopt;
  std::string tag(without_packing(member).substr(point + 1));
  std::ranges::replace(tag, '_', '-');
  if (tag.find('/') != std::string::npos) return std::nullopt;
  if (tag.substr(0, tag.find('-')).size() > longest_primary) return std::nullopt;
  return Language::from(tag);
}

/// Members that are the same text in several languages, by their common name.
using LineTexts = std::map<std::string, std::vector<std::string>>;

LineTexts line_texts_in(const std::vector<std::string>& members) {
  LineTexts texts;
  for (const std::string& member : members) {
    const std::string_view plain = without_packing(member);
    // `ids` and `xml` are tags of languages, too, for who knows no better.
    if (!language_at_end(member) || format_by_name(member) || plain.ends_with(".ids") ||
        plain.ends_with(".xml") || plain.ends_with(".txt"))
      continue;
    texts[std::string(plain.substr(0, plain.rfind('.')))].push_back(member);
  }
  std::erase_if(texts, [](const auto& text) { return text.second.size() < 2; });
  // `Books.en-fr.en` before `Books.en-fr.fr`: the source is the one named first.
  for (auto& [name, sides] : texts)
    std::ranges::stable_sort(sides, {}, [&](const std::string& member) {
      return name.find(language_at_end(member).value_or(Language()).tag());
    });
  return texts;
}

std::string list_of(const std::vector<std::string>& names) {
  constexpr std::size_t most_named = 6;
  std::string list;
  for (std::size_t at = 0; at < std::min(names.size(), most_named); ++at)
    list += (at == 0 ? "" : ", ") + names[at];
  return list + (names.size() > most_named ? ", ..." : "");
}

[[noreturn]] void refuse_zip(const fs::path& file, const std::string& what,
                             const std::vector<std::string>& names) {
  throw UsageError(file.string() + " holds " + what + ": " + list_of(names) +
                   "; unpack it, and name what is to be read");
}

bool is_alignment(const fs::path& file, const std::string& member) {
  constexpr std::size_t enough = 4096;  // bytes
  const auto in = open_member(file, member);
  std::string head(enough, '\0');
  in->read(head.data(), static_cast<std::streamsize>(enough));
  head.resize(static_cast<std::size_t>(in->gcount()));
  return format_by_content(head) == UnitFormat::xces;
}

class ZipOpener {
 public:
  ZipOpener(const fs::path& file, UnitInputSettings settings)
      : file_(file), settings_(std::move(settings)) {
    const auto archive = open_seekable(file_);
    for (ZipMember& member : zip_members(*archive, file_.string()))
      members_.push_back(std::move(member.name));
  }

  UnitInput open() {
    if (const LineTexts texts = line_texts_in(members_); !texts.empty()) {
      if (texts.size() > 1) refuse_zip(file_, "several pairs of texts", members_);
      return open_texts(texts.begin()->second);
    }
    std::vector<std::string> known;
    for (const std::string& member : members_)
      if (const auto format = format_by_name(member); format && *format != UnitFormat::zip)
        known.push_back(member);
    if (known.size() > 1) refuse_zip(file_, "several files", known);
    if (known.size() == 1) {
      settings_.format = format_by_name(known.front());
      return open_as(known, nullptr);
    }
    const auto alignment = std::ranges::find_if(members_, [&](const std::string& member) {
      return without_packing(member).ends_with(".xml") && is_alignment(file_, member);
    });
    if (alignment == members_.end())
      refuse_zip(file_, "no file that can be read", members_);
    settings_.format = UnitFormat::xces;
    return open_as({*alignment},
                   std::make_unique<DocumentFolder>(settings_.documents.empty()
                                                        ? file_.parent_path()
                                                        : fs::path(settings_.documents),
                                                    file_));
  }

 private:
  UnitInput open_texts(const std::vector<std::string>& members) {
    settings_.format = UnitFormat::moses;
    settings_.languages.clear();
    for (const std::string& member : members)
      settings_.languages.push_back(*language_at_end(member));
    return open_as(members, nullptr);
  }

  UnitInput open_as(const std::vector<std::string>& members,
                    std::unique_ptr<DocumentFolder> documents) {
    UnitInput input;
    std::vector<std::string> names;
    for (const std::string& member : members) {
      input.streams.push_back(open_member(file_, member));
      names.push_back(file_.string() + '/' + member);
    }
    input.documents = std::move(documents);
    return with_reader(std::move(input), names, settings_);
  }

  const fs::path& file_;
  UnitInputSettings settings_;
  std::vector<std::string> members_;
};

}  // namespace

UnitInput open_zip(const fs::path& file, const UnitInputSettings& settings) {
  return ZipOpener(file, settings).open();
}

}  // namespace hexapla::cli
