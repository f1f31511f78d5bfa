#include "document/docx/package.hpp"

#include "document/markup/scanner.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>

#include <archive.h>
#include <archive_entry.h>

namespace hexapla {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t chunk_size = std::size_t{64} * 1024;
constexpr std::string_view way_out = "; open it in a word processor and save it again";

struct CloseArchive {
  void operator()(archive* reader) const noexcept { archive_read_free(reader); }
};
using Archive = std::unique_ptr<archive, CloseArchive>;

/// nullptr when `bytes` are no ZIP archive, or a damaged one.
Archive open_zip(std::string_view bytes) {
  Archive reader(archive_read_new());
  if (archive_read_support_format_zip_seekable(reader.get()) != ARCHIVE_OK ||
      archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    return nullptr;
  return reader;
}

std::string name_of(archive_entry* entry) {
  const char* const name = archive_entry_pathname_utf8(entry);
  return name == nullptr ? std::string() : std::string(name);
}

class Unpacker {
 public:
  Unpacker(std::string_view bytes, std::string_view name) : bytes_(bytes), name_(name) {}

  Files unpack() {
    const Archive reader = open_zip(bytes_);
    if (!reader) refuse(Fault::malformed, "not a ZIP archive");
    Files files;
    for (std::size_t entries = 0;; ++entries) {
      archive_entry* entry = nullptr;
      const int status = archive_read_next_header(reader.get(), &entry);
      if (status == ARCHIVE_EOF) return files;
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        refuse(Fault::malformed, "a damaged ZIP archive: " + reason(reader.get()));
      if (entries == most_docx_entries)
        refuse(Fault::unsupported, "more than " + std::to_string(most_docx_entries) +
                                       " files in it; no document has so many");
      const std::string file = hexapla::name_of(entry);
      if (!file.ends_with(".xml") && !file.ends_with(".rels")) continue;
      if (archive_entry_is_data_encrypted(entry) != 0)
        refuse(Fault::unsupported, "protected by a password; save it without one");
      if (!files.emplace(file, read(reader.get(), file)).second)
        refuse(Fault::malformed, "two files named " + file + " in it");
    }
  }

 private:
  [[noreturn]] void refuse(Fault fault, std::string_view what) const {
    throw Error(fault, {std::string(name_), 0}, what);
  }

  static std::string reason(archive* reader) {
    const char* const words = archive_error_string(reader);
    return words == nullptr ? "cut short" : words;
  }

  std::string read(archive* reader, const std::string& file) {
    std::string text;
    std::array<char, chunk_size> chunk{};
    for (;;) {
      const la_ssize_t size = archive_read_data(reader, chunk.data(), chunk.size());
      if (size == 0) return text;
      if (size < 0)
        refuse(Fault::malformed,
               "can't unpack " + file + ": " + reason(reader) + std::string(way_out));
      text.append(chunk.data(), static_cast<std::size_t>(size));
      total_ += static_cast<std::size_t>(size);
      if (text.size() > largest_docx_part || total_ > largest_docx_total)
        refuse(Fault::unsupported,
               file + " unpacks to more than " +
                   std::to_string((text.size() > largest_docx_part ? largest_docx_part
                                                                   : largest_docx_total) /
                                  1024 / 1024) +
                   " MiB; cut the document into parts");
      if (total_ > harmless_docx_size && total_ / largest_docx_ratio > bytes_.size())
        refuse(Fault::unsupported, file + " unpacks to more than " +
                                       std::to_string(largest_docx_ratio) +
                                       " times its size, as no document does");
    }
  }

  std::string_view bytes_;
  std::string_view name_;
  std::size_t total_ = 0;
};

struct Relationship {
  std::string type;  ///< The last step of its URI: "footnotes".
  std::string file;  ///< "word/footnotes.xml"
};

std::string folder_of(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  return std::string(file.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
}

/// `target` as seen from `folder`, which is empty or ends in "/".
std::string resolved(std::string folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../") && !folder.empty()) {
    target.remove_prefix(3);
    folder = folder_of(std::string_view(folder).substr(0, folder.size() - 1));
  }
  return folder.append(target);
}

/// What the package (`file` is empty) or one of its parts refers to, in its order.
std::vector<Relationship> relationships_of(const Files& files, std::string_view file) {
  const std::string folder = folder_of(file);
  const auto found =
      files.find(folder + "_rels/" + std::string(file.substr(folder.size())) + ".rels");
  std::vector<Relationship> relationships;
  if (found == files.end()) return relationships;
  MarkupScanner scanner(found->second, Markup::xml);
  while (const auto token = scanner.next()) {
    if (!token->starts("Relationship")) continue;
    const std::string type = scanner.attribute(*token, "Type").value_or("");
    const auto target = scanner.attribute(*token, "Target");
    const bool outside = scanner.attribute(*token, "TargetMode") == "External";
    if (target && !outside)
      relationships.push_back(
          {type.substr(type.rfind('/') + 1), resolved(folder, *target)});
  }
  return relationships;
}

std::optional<DocxPart::Role> role_of(std::string_view type) {
  using Role = DocxPart::Role;
  constexpr std::array<std::pair<std::string_view, Role>, 5> roles{
      {{"footnotes", Role::footnotes},
       {"endnotes", Role::endnotes},
       {"comments", Role::comments},
       {"header", Role::header},
       {"footer", Role::footer}}};
  const auto* const found =
      std::ranges::find(roles, type, &std::pair<std::string_view, Role>::first);
  if (found == roles.end()) return std::nullopt;
  return found->second;
}

class PackageReader {
 public:
  PackageReader(Files files, std::string_view name)
      : files_(std::move(files)), name_(name) {}

  DocxPackage read() {
    const std::string document = main_document();
    add(DocxPart::Role::document, document);
    for (const Relationship& relationship : relationships_of(files_, document)) {
      if (const auto role = role_of(relationship.type)) {
        add(*role, relationship.file);
      } else if (relationship.type == "styles") {
        package_.styles = take(relationship.file);
      } else if (relationship.type == "numbering") {
        package_.numbering = take(relationship.file);
      } else if (relationship.type == "settings") {
        package_.settings = take(relationship.file);
      }
    }
    std::ranges::stable_sort(package_.parts, {}, &DocxPart::role);
    std::uint64_t begin = 0;
    for (DocxPart& part : package_.parts) {
      part.begin = begin;
      begin += part.xml.size();
    }
    return std::move(package_);
  }

 private:
  [[nodiscard]] std::string main_document() const {
    for (const Relationship& relationship : relationships_of(files_, ""))
      if (relationship.type == "officeDocument" && files_.contains(relationship.file) &&
          relationship.file.starts_with("word/"))
        return relationship.file;
    if (files_.contains("word/document.xml")) return "word/document.xml";
    throw Error(Fault::unsupported, {std::string(name_), 0},
                "a ZIP archive, but not a DOCX: it holds no word/document.xml; save the "
                "document as .docx");
  }

  void add(DocxPart::Role role, const std::string& file) {
    std::string xml = take(file);
    if (!xml.empty()) package_.parts.push_back({role, file, std::move(xml)});
  }

  /// Each file once; empty when it is not there.
  std::string take(const std::string& file) {
    const auto found = files_.find(file);
    if (found == files_.end()) return {};
    std::string xml = std::move(found->second);
    files_.erase(found);
    require_plain_xml(xml, std::string(name_) + ": " + file);
    return xml;
  }

  Files files_;
  std::string_view name_;
  DocxPackage package_;
};

}  // namespace

DocxPackage docx_package(std::string_view bytes, std::string_view name) {
  return PackageReader(Unpacker(bytes, name).unpack(), name).read();
}

std::vector<std::string> zip_names(std::string_view bytes) {
  std::vector<std::string> names;
  const Archive reader = open_zip(bytes);
  archive_entry* entry = nullptr;
  while (reader && names.size() < most_docx_entries &&
         archive_read_next_header(reader.get(), &entry) >= ARCHIVE_WARN)
    names.push_back(name_of(entry));
  return names;
}

}  // namespace hexapla
