#pragma once

#include "format/xml_text.hpp"
#include "zip.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hexapla {

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
  append_xml(xml, text, XmlPlace::element);
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
