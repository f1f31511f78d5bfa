#include "cli/file_kind.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <utility>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t ends_size = 4096;  // bytes; the first tags, the list of an archive
constexpr std::string_view database_head = "SQLite format 3";

/// Word documents, workbooks and what else is packed the same way, by one of its parts.
std::string zip_kind(const FileEnds& ends) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> parts{
      {{"word/", "a Word document"},
       {"xl/", "a workbook"},
       {"mimetypeapplication/vnd.oasis", "an OpenDocument file"}}};
  for (const auto& [part, kind] : parts)
    if (ends.head.find(part) != std::string::npos ||
        ends.tail.find(part) != std::string::npos)
      return std::string(kind);
  return "a ZIP archive";
}

/// The name of the first element: "tmx".
std::string root_of(std::string_view xml) {
  for (std::size_t at = xml.find('<'); at != std::string_view::npos;
       at = xml.find('<', at + 1)) {
    std::string_view rest = xml.substr(at + 1);
    if (rest.starts_with("!--")) {
      at = std::min(xml.find("-->", at), xml.size() - 1);
      continue;
    }
    if (rest.starts_with('?') || rest.starts_with('!')) continue;
    std::string name;
    for (const char letter : rest.substr(0, rest.find_first_of(" \t\r\n/>")))
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return name == "martif" ? "tbx" : name;  // what TBX was called in its second version
  }
  return "";
}

/// A table of terms names its columns so; ours is one of them.
bool is_termbase(std::string_view first_line) {
  return first_line.starts_with("concept,") || first_line.starts_with("concept\t") ||
         first_line.starts_with("concept;");
}

std::string text_kind(std::string_view text, const fs::path& name) {
  const std::string_view line = text.substr(0, text.find('\n'));
  if (text.starts_with("{\"") || text.starts_with("{\n")) return "JSON";
  if (is_termbase(line)) return "a table of terms";
  if (text.starts_with("---\n")) return "Markdown";
  if (line.starts_with('[') && line.find("]:[") != std::string_view::npos)
    return "a list of links";
  if (line.find('\t') != std::string_view::npos) return "a table";
  return name.extension() == ".md" ? "Markdown" : "a text";
}

}  // namespace

FileEnds ends_of(std::string_view bytes) {
  return {std::string(bytes.substr(0, ends_size)),
          std::string(bytes.substr(bytes.size() - std::min(bytes.size(), ends_size)))};
}

FileEnds ends_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const auto read_here = [&] {
    std::string bytes(ends_size, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    in.clear();
    return bytes;
  };
  FileEnds ends{read_here(), {}};
  std::error_code absent;
  const auto size = fs::file_size(file, absent);
  if (absent) return ends;
  in.seekg(static_cast<std::streamoff>(size - std::min<std::uintmax_t>(size, ends_size)));
  ends.tail = read_here();
  return ends;
}

bool is_database(const FileEnds& ends) {
  return ends.head.starts_with(database_head);
}

std::string kind_of(const FileEnds& ends, const fs::path& name) {
  if (is_database(ends)) return "a corpus or another database";
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> magics{
      {{"\x1F\x8B", "a gzip file"},
       {"\x28\xB5\x2F\xFD", "a zstd file"},
       {"%PDF-", "a PDF"},
       {"\xD0\xCF\x11\xE0", "a file of an old Office program"}}};
  for (const auto& [magic, kind] : magics)
    if (ends.head.starts_with(magic)) return std::string(kind);
  if (ends.head.starts_with("PK\x03\x04")) return zip_kind(ends);
  std::string_view text = ends.head;
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.empty()) return "";
  if (text.starts_with('<')) {
    const std::string root = root_of(text);
    return root == "html" ? "an HTML page" : "an XML file (" + root + ")";
  }
  return text_kind(text, name);
}

}  // namespace hexapla::cli
