#include "corpus/tables/documents.hpp"

#include "corpus/database/fields.hpp"
#include "text/sha256.hpp"

#include <algorithm>

namespace hexapla {
namespace {

using sqlite::Connection;
using sqlite::Statement;

void write_blocks(const Connection& connection, std::int64_t id, const Document& document) {
  Statement insert_block(connection, "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    insert_block.run(id, i, name_of(block.kind), block.range.begin, block.range.end,
                     block.label);
  }
  Statement insert_cell(connection, "INSERT INTO table_cell VALUES (?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < document.blocks.size(); ++i)
    if (const auto& cell = document.blocks[i].cell)
      insert_cell.run(id, i, cell->table, cell->row, cell->column);
  Statement insert_mark(connection, "INSERT INTO footnote_mark VALUES (?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < document.marks.size(); ++i) {
    const FootnoteMark& mark = document.marks[i];
    insert_mark.run(id, i, mark.range.begin, mark.range.end, mark.label);
  }
}

void write_origin(const Connection& connection, std::int64_t id, const Document& document) {
  Statement insert_run(connection, "INSERT INTO origin VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const auto runs = document.origin.runs();
  for (std::size_t i = 0; i < runs.size(); ++i)
    insert_run.run(id, i, runs[i].text_begin, runs[i].text_size, runs[i].source_begin,
                   runs[i].source_size, runs[i].copied, runs[i].text_step,
                   runs[i].source_step);
  Statement insert_mended(connection, "INSERT INTO mended VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < document.mended.size(); ++i)
    insert_mended.run(id, i, document.mended[i].begin, document.mended[i].end);
}

void write_parts(const Connection& connection, std::int64_t id, const Document& document) {
  Statement insert_part(connection, "INSERT INTO part VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < document.parts.size(); ++i)
    insert_part.run(id, i, document.parts[i].name, document.parts[i].begin);
  Statement insert_left(connection, "INSERT INTO left_out VALUES (?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < document.left_out.size(); ++i) {
    const Omission& left = document.left_out[i];
    insert_left.run(id, i, left.what, left.source.begin, left.source.end);
  }
}

void write_segments(const Connection& connection, std::int64_t id,
                    std::span<const Segment> segments) {
  Statement insert(connection, "INSERT INTO segment VALUES (?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < segments.size(); ++i)
    insert.run(id, i, segments[i].range.begin, segments[i].range.end, segments[i].block);
}

void read_blocks(const Connection& connection, std::int64_t id, Document& document) {
  Statement block(connection,
                  "SELECT kind, \"begin\", \"end\", label FROM block WHERE document = ? "
                  "ORDER BY number");
  block.bind(1, id);
  while (block.step()) {
    const auto kind = static_cast<BlockKind>(name_at(block, 0, block_kind_names));
    document.blocks.push_back(
        {kind, range_at(block, 1, document.text.size()), std::string(block.text(3))});
  }
  Statement mark(connection,
                 "SELECT \"begin\", \"end\", label FROM footnote_mark WHERE document = ? "
                 "ORDER BY number");
  mark.bind(1, id);
  while (mark.step())
    document.marks.push_back(
        {range_at(mark, 0, document.text.size()), std::string(mark.text(2))});
}

/// Files of older formats, which are read as they are, don't know cells.
void read_cells(const Connection& connection, std::int64_t id, Document& document) {
  Statement known(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'table_cell'");
  if (!known.step()) return;
  Statement cell(connection,
                 "SELECT block, \"table\", \"row\", \"column\" FROM table_cell "
                 "WHERE document = ?");
  cell.bind(1, id);
  while (cell.step()) {
    const std::size_t block = number_at(cell, 0);
    if (block >= document.blocks.size()) refuse_corpus(cell, "a cell belongs to no block");
    document.blocks[block].cell = {number_at(cell, 1), number_at(cell, 2),
                                   number_at(cell, 3)};
  }
}

void read_origin(const Connection& connection, std::int64_t id, Document& document) {
  Statement run(connection,
                "SELECT text_begin, text_size, source_begin, source_size, copied, "
                "text_step, source_step "
                "FROM origin WHERE document = ? ORDER BY number");
  run.bind(1, id);
  std::vector<SourceMap::Run> runs;
  while (run.step())
    runs.push_back({number_at(run, 0), number_at(run, 1), number_at(run, 2),
                    number_at(run, 3), run.integer(4) != 0,
                    static_cast<std::uint8_t>(number_at(run, 5, UINT8_MAX)),
                    static_cast<std::uint8_t>(number_at(run, 6, UINT8_MAX))});
  document.origin = SourceMap(std::move(runs));
  Statement mended(connection,
                   "SELECT \"begin\", \"end\" FROM mended WHERE document = ? "
                   "ORDER BY number");
  mended.bind(1, id);
  while (mended.step())
    document.mended.push_back(range_at(mended, 0, UINT32_MAX));
}

void read_parts(const Connection& connection, std::int64_t id, Document& document) {
  Statement part(connection,
                 "SELECT name, \"begin\" FROM part WHERE document = ? ORDER BY number");
  part.bind(1, id);
  while (part.step())
    document.parts.push_back({std::string(part.text(0)), number_at(part, 1)});
  Statement left(connection,
                 "SELECT what, \"begin\", \"end\" FROM left_out WHERE document = ? "
                 "ORDER BY number");
  left.bind(1, id);
  while (left.step())
    document.left_out.push_back({std::string(left.text(0)), range_at(left, 1, UINT32_MAX)});
}

std::vector<Segment> read_segments(const Connection& connection, std::int64_t id,
                                   const Document& document) {
  Statement row(connection,
                "SELECT \"begin\", \"end\", block FROM segment WHERE document = ? "
                "ORDER BY number");
  row.bind(1, id);
  std::vector<Segment> segments;
  while (row.step()) {
    const Segment segment{range_at(row, 0, document.text.size()), number_at(row, 2)};
    if (segment.block >= document.blocks.size())
      refuse_corpus(row, "a segment belongs to no block");
    segments.push_back(segment);
  }
  return segments;
}

void read_document_at(const Statement& row, Document& document) {
  document.language = language_at(row, 2);
  document.name = row.text(3);
  document.source_size = number_at(row, 4);
  document.text = row.text(5);
  document.format = row.text(6);
  document.encoding = row.text(7);
  document.encoding_certain = row.integer(8) != 0;
  document.sha = row.text(9);
  if (find_ill_formed(document.text)) refuse_corpus(row, "a text is not valid UTF-8");
}

}  // namespace

DocumentIds write_documents(const Connection& connection, std::int64_t work,
                            std::span<const SegmentedDocument> documents) {
  Statement insert(connection,
                   "INSERT INTO document(work, number, language, name, source_size, sha, "
                   "format, encoding, encoding_certain, text, text_sha) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  DocumentIds ids;
  for (std::size_t number = 0; number < documents.size(); ++number) {
    const auto& [document, segments] = documents[number];
    insert.run(work, number, document.language.tag(), document.name, document.source_size,
               document.sha, document.format, document.encoding, document.encoding_certain,
               document.text, sha256_of(document.text));
    const std::int64_t id = connection.last_id();
    write_blocks(connection, id, document);
    write_origin(connection, id, document);
    write_parts(connection, id, document);
    write_segments(connection, id, segments);
    ids.push_back(id);
  }
  return ids;
}

DocumentIds document_ids(const Connection& connection, std::int64_t work) {
  Statement row(connection, "SELECT id FROM document WHERE work = ? ORDER BY number");
  row.bind(1, work);
  DocumentIds ids;
  while (row.step())
    ids.push_back(row.integer(0));
  return ids;
}

std::vector<SegmentedDocument> read_documents(const Connection& connection,
                                              std::int64_t work) {
  Statement row(connection,
                "SELECT id, number, language, name, source_size, text, format, encoding, "
                "encoding_certain, sha FROM document WHERE work = ? ORDER BY number");
  row.bind(1, work);
  std::vector<SegmentedDocument> documents;
  while (row.step()) {
    const std::int64_t id = row.integer(0);
    if (number_at(row, 1) != documents.size()) refuse_corpus(row, "a document is missing");
    Document document;
    read_document_at(row, document);
    read_blocks(connection, id, document);
    read_cells(connection, id, document);
    read_origin(connection, id, document);
    read_parts(connection, id, document);
    std::vector<Segment> segments = read_segments(connection, id, document);
    documents.push_back({std::move(document), std::move(segments)});
  }
  return documents;
}

}  // namespace hexapla
