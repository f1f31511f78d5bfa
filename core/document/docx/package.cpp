#include "document/docx/package.hpp"

#include "document/markup/scanner.hpp"
#include "format/zip.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace hexapla {
namespace {

using Files = ZipParts;

constexpr ZipLimits docx_limits{most_docx_entries,  largest_docx_part,  largest_docx_total,
                                largest_docx_ratio, harmless_docx_size, "document"};

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
  const auto is_wanted = [](std::string_view part) {
    return part.ends_with(".xml") || part.ends_with(".rels");
  };
  return PackageReader(unpacked_parts(bytes, name, is_wanted, docx_limits), name).read();
}

}  // namespace hexapla
