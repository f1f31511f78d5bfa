#include "format/write_xlsx.hpp"

#include "format/xml_writer.hpp"
#include "text/error.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

namespace hexapla {
namespace {

constexpr std::size_t most_rows = 1'048'576;  // ECMA-376
constexpr std::size_t longest_cell = 32'767;  // bytes here, characters there
constexpr std::size_t letters = 26;

constexpr const char* main_namespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* relation_namespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* package_namespace = "http://schemas.openxmlformats.org/package/2006/";

struct FreeWriter {
  void operator()(archive* writer) const noexcept { archive_write_free(writer); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const noexcept { archive_entry_free(entry); }
};

/// A ZIP archive in memory; without times, so that two runs make the same bytes.
class ZipWriter {
 public:
  ZipWriter() : writer_(archive_write_new()) {
    require(writer_ == nullptr ? ARCHIVE_FATAL : ARCHIVE_OK);
    require(archive_write_set_format_zip(writer_.get()));
    // Nothing after the end record: readers that look for it at the file's end find it
    // there.
    require(archive_write_set_bytes_in_last_block(writer_.get(), 1));
    require(archive_write_open(writer_.get(), &bytes_, nullptr, append, nullptr));
  }

  void add(const char* name, std::string_view text) {
    constexpr int plain_file = 0644;
    const std::unique_ptr<archive_entry, FreeEntry> entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), name);
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), plain_file);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(text.size()));
    archive_entry_set_mtime(entry.get(), 0, 0);  // before 1980: ZIP's first day
    require(archive_write_header(writer_.get(), entry.get()));
    if (archive_write_data(writer_.get(), text.data(), text.size()) < 0)
      require(ARCHIVE_FATAL);
  }

  std::string finish() {
    require(archive_write_close(writer_.get()));
    return std::move(bytes_);
  }

 private:
  static la_ssize_t append(archive*, void* target, const void* data, std::size_t size) {
    static_cast<std::string*>(target)->append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
  }

  static void require(int status) {
    if (status < ARCHIVE_WARN)
      throw Error(Fault::unwritable, {"XLSX", 0}, "libarchive could not write it");
  }

  std::string bytes_;
  std::unique_ptr<archive, FreeWriter> writer_;
};

/// Writes one element with attributes and nothing in it.
using Attributes = std::initializer_list<std::pair<const char*, std::string>>;
void empty_element(XmlWriter& xml, const char* name, const Attributes& attributes) {
  xml.start(name);
  for (const auto& [attribute, value] : attributes)
    xml.attribute(attribute, value);
  xml.end();
}

template <class Write>
std::string xml_part(Write write) {
  std::ostringstream out;
  XmlWriter xml(out);
  write(xml);
  xml.finish();
  return std::move(out).str();
}

std::string content_types() {
  return xml_part([](XmlWriter& xml) {
    const std::string types = "application/vnd.openxmlformats-";
    xml.start("Types");
    xml.attribute("xmlns", std::string(package_namespace) + "content-types");
    empty_element(
        xml, "Default",
        {{"Extension", "rels"}, {"ContentType", types + "package.relationships+xml"}});
    empty_element(xml, "Default",
                  {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    empty_element(xml, "Override",
                  {{"PartName", "/xl/workbook.xml"},
                   {"ContentType", types + "officedocument.spreadsheetml.sheet.main+xml"}});
    empty_element(xml, "Override",
                  {{"PartName", "/xl/worksheets/sheet1.xml"},
                   {"ContentType", types + "officedocument.spreadsheetml.worksheet+xml"}});
  });
}

std::string relation(const std::string& type, const std::string& target) {
  return xml_part([&](XmlWriter& xml) {
    xml.start("Relationships");
    xml.attribute("xmlns", std::string(package_namespace) + "relationships");
    empty_element(xml, "Relationship",
                  {{"Id", "rId1"},
                   {"Type", std::string(relation_namespace) + "/" + type},
                   {"Target", target}});
  });
}

std::string workbook(std::string_view sheet_name) {
  return xml_part([&](XmlWriter& xml) {
    xml.start("workbook");
    xml.attribute("xmlns", main_namespace);
    xml.attribute("xmlns:r", relation_namespace);
    xml.start("sheets");
    empty_element(xml, "sheet",
                  {{"name", std::string(sheet_name)}, {"sheetId", "1"}, {"r:id", "rId1"}});
  });
}

/// A1, B1, ... Z1, AA1.
std::string cell_name(std::size_t column, std::size_t row) {
  static_assert(letters == 'Z' - 'A' + 1);
  std::string name;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / letters)
    name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % letters));
  return name + std::to_string(row + 1);
}

void write_cell(XmlWriter& xml, const std::string& name, const std::string& text) {
  if (text.empty()) return;
  if (text.size() > longest_cell)
    throw Error(Fault::unsupported, {"XLSX", 0},
                "the text of cell " + name + " is longer than a cell may be");
  xml.start("c");
  xml.attribute("r", name);
  xml.attribute("t", "inlineStr");
  xml.start("is");
  xml.start("t");
  xml.attribute("xml:space", "preserve");
  xml.text(text);
  xml.end();
  xml.end();
  xml.end();
}

std::string sheet(std::span<const std::vector<std::string>> rows) {
  if (rows.size() > most_rows)
    throw Error(Fault::unsupported, {"XLSX", 0},
                "a sheet has 1,048,576 rows, and here are " + std::to_string(rows.size()) +
                    "; write CSV instead");
  return xml_part([&](XmlWriter& xml) {
    xml.start("worksheet");
    xml.attribute("xmlns", main_namespace);
    xml.start("sheetViews");
    xml.start("sheetView");
    xml.attribute("workbookViewId", "0");
    empty_element(xml, "pane",  // the first row stays in sight
                  {{"ySplit", "1"}, {"topLeftCell", "A2"}, {"state", "frozen"}});
    xml.end();
    xml.end();
    xml.start("sheetData");
    for (std::size_t row = 0; row < rows.size(); ++row) {
      xml.start("row");
      xml.attribute("r", std::to_string(row + 1));
      for (std::size_t column = 0; column < rows[row].size(); ++column)
        write_cell(xml, cell_name(column, row), rows[row][column]);
      xml.end();
    }
  });
}

}  // namespace

std::string xlsx_of(std::span<const std::vector<std::string>> rows,
                    std::string_view sheet_name) {
  ZipWriter zip;
  zip.add("[Content_Types].xml", content_types());
  zip.add("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
  zip.add("xl/workbook.xml", workbook(sheet_name));
  zip.add("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
  zip.add("xl/worksheets/sheet1.xml", sheet(rows));
  return zip.finish();
}

}  // namespace hexapla
