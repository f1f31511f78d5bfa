#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace hexapla {

using ZipFiles = std::vector<std::pair<std::string, std::string>>;

/// A ZIP archive of `files`, made without a word processor.
inline std::string zip_of(const ZipFiles& files) {
  std::size_t size = 65536;
  for (const auto& [name, text] : files)
    size += text.size() + name.size() + 1024;
  std::string bytes(size, '\0');
  std::size_t used = 0;
  archive* const writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
  for (const auto& [name, text] : files) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, text.data(), text.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  bytes.resize(used);
  return bytes;
}

/// A DOCX file in the making: XML of its parts without their outermost elements.
struct DocxFile {
  std::string body;
  std::string footnotes;
  std::string endnotes;
  std::string styles;
  std::string numbering;
  std::string header;
  std::string footer;
  std::string comments;

  [[nodiscard]] std::string bytes() const { return zip_of(files()); }

  [[nodiscard]] ZipFiles files() const {
    ZipFiles files{
        {"_rels/.rels",
         R"(<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
        {"word/document.xml", part("document", "<w:body>" + body + "</w:body>")}};
    std::string relationships =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    const std::vector<std::pair<std::string, const std::string*>> others{
        {"footnotes", &footnotes}, {"endnotes", &endnotes}, {"styles", &styles},
        {"numbering", &numbering}, {"header", &header},     {"footer", &footer},
        {"comments", &comments}};
    const std::map<std::string, std::string> elements{{"header", "hdr"}, {"footer", "ftr"}};
    for (const auto& [type, xml] : others) {
      if (xml->empty()) continue;
      const auto element = elements.find(type);
      files.emplace_back("word/" + type + ".xml",
                         part(element == elements.end() ? type : element->second, *xml));
      relationships +=
          "<Relationship Id=\"" + type +
          "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
          type + "\" Target=\"" + type + ".xml\"/>";
    }
    files.emplace_back("word/_rels/document.xml.rels", relationships + "</Relationships>");
    return files;
  }

  static std::string part(const std::string& element, std::string_view xml) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:" + element +
           " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
           " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">" +
           std::string(xml) + "</w:" + element + ">";
  }
};

inline std::string escaped(std::string_view text) {
  std::string xml;
  for (const char letter : text) {
    if (letter == '&') {
      xml += "&amp;";
    } else if (letter == '<') {
      xml += "&lt;";
    } else {
      xml += letter;
    }
  }
  return xml;
}

inline std::string docx_run(std::string_view text) {
  return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
}

inline std::string docx_paragraph(std::string_view runs, std::string_view properties = {}) {
  return "<w:p>" +
         (properties.empty() ? std::string()
                             : "<w:pPr>" + std::string(properties) + "</w:pPr>") +
         std::string(runs) + "</w:p>";
}

}  // namespace hexapla
