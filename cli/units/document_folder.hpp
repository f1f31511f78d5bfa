#pragma once

#include "format/archive/zip_member.hpp"
#include "text/interface.hpp"

#include <filesystem>
#include <istream>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace hexapla::cli {

/// The documents that an alignment names: files of a folder or of its `xml`, packed or not,
/// and files in ZIP archives, as OPUS has one a language.
class DocumentFolder : public Pinned {
 public:
  /// Looks into all archives of `folder` when a document is no file of its own.
  explicit DocumentFolder(std::filesystem::path folder);
  /// Looks into one archive first.
  DocumentFolder(std::filesystem::path folder, const std::filesystem::path& archive);

  /// Read to its end before the next one is opened.
  /// Errors: Fault::unreadable when there is none.
  [[nodiscard]] std::unique_ptr<std::istream> open(const std::string& name);

 private:
  struct Place {
    std::size_t archive = 0;
    std::string member;
  };

  void look_into(const std::filesystem::path& archive);
  void look_into_all();
  [[nodiscard]] std::unique_ptr<std::istream> opened_file(const std::string& name) const;

  std::filesystem::path folder_;
  std::vector<std::filesystem::path> names_;  ///< Of `archives_`.
  std::vector<ZipArchive> archives_;
  /// By every end of a member's name that begins after a slash, without `.gz`.
  std::unordered_map<std::string, Place> places_;
  bool is_complete_ = false;
};

}  // namespace hexapla::cli
