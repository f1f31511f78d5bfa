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
  const std::size_t size = document.text.size();
  Statement blocks(connection,
                   "SELECT kind, \"begin\", \"end\", label FROM block WHERE document = ? "
                   "ORDER BY number");
  document.blocks = blocks.rows(
      [&](const Statement& row) {
        return Block{static_cast<BlockKind>(name_at(row, 0, block_kind_names)),
                     range_at(row, 1, size), std::string(row.text(3))};
      },
      id);
  Statement marks(connection,
                  "SELECT \"begin\", \"end\", label FROM footnote_mark WHERE document = ? "
                  "ORDER BY number");
  document.marks = marks.rows(
      [&](const Statement& row) {
        return FootnoteMark{range_at(row, 0, size), std::string(row.text(2))};
      },
      id);
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
  Statement runs(connection,
                 "SELECT text_begin, text_size, source_begin, source_size, copied, "
                 "text_step, source_step "
                 "FROM origin WHERE document = ? ORDER BY number");
  document.origin = SourceMap(runs.rows(
      [](const Statement& row) {
        return SourceMap::Run{number_at(row, 0),
                              number_at(row, 1),
                              number_at(row, 2),
                              number_at(row, 3),
                              row.integer(4) != 0,
                              static_cast<std::uint8_t>(number_at(row, 5, UINT8_MAX)),
                              static_cast<std::uint8_t>(number_at(row, 6, UINT8_MAX))};
      },
      id));
  Statement mended(connection,
                   "SELECT \"begin\", \"end\" FROM mended WHERE document = ? "
                   "ORDER BY number");
  document.mended =
      mended.rows([](const Statement& row) { return range_at(row, 0, UINT32_MAX); }, id);
}

void read_parts(const Connection& connection, std::int64_t id, Document& document) {
  Statement parts(connection,
                  "SELECT name, \"begin\" FROM part WHERE document = ? ORDER BY number");
  document.parts = parts.rows(
      [](const Statement& row) {
        return Part{std::string(row.text(0)), number_at(row, 1)};
      },
      id);
  Statement left(connection,
                 "SELECT what, \"begin\", \"end\" FROM left_out WHERE document = ? "
                 "ORDER BY number");
  document.left_out = left.rows(
      [](const Statement& row) {
        return Omission{std::string(row.text(0)), range_at(row, 1, UINT32_MAX)};
      },
      id);
}

/// Files of older formats, which are read as they are, have only segments that came in.
bool has_machine_segments(const Connection& connection, std::int64_t document) {
  Statement known(connection,
                  "SELECT 1 FROM sqlite_schema WHERE name = 'machine_segment'");
  if (!known.step()) return false;
  Statement row(connection, "SELECT 1 FROM machine_segment WHERE document = ? LIMIT 1");
  return row.bind(1, document).step();
}

std::vector<Segment> read_segments(const Connection& connection, std::int64_t id,
                                   const Document& document) {
  const std::string table = has_machine_segments(connection, id) ? "machine_segment"
                                                                 : "segment";
  Statement segments(connection, "SELECT \"begin\", \"end\", block FROM " + table +
                                     " WHERE document = ? ORDER BY number");
  return segments.rows(
      [&](const Statement& row) {
        const Segment segment{range_at(row, 0, document.text.size()), number_at(row, 2)};
        if (segment.block >= document.blocks.size())
          refuse_corpus(row, "a segment belongs to no block");
        return segment;
      },
      id);
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
  Statement ids(connection, "SELECT id FROM document WHERE work = ? ORDER BY number");
  return ids.rows([](const Statement& row) { return row.integer(0); }, work);
}

std::vector<SegmentedDocument> read_documents(const Connection& connection,
                                              std::int64_t work) {
  Statement documents(
      connection,
      "SELECT id, number, language, name, source_size, text, format, encoding, "
      "encoding_certain, sha FROM document WHERE work = ? ORDER BY number");
  std::size_t number = 0;
  return documents.rows(
      [&](const Statement& row) {
        if (number_at(row, 1) != number++) refuse_corpus(row, "a document is missing");
        const std::int64_t id = row.integer(0);
        SegmentedDocument read;
        read_document_at(row, read.document);
        read_blocks(connection, id, read.document);
        read_cells(connection, id, read.document);
        read_origin(connection, id, read.document);
        read_parts(connection, id, read.document);
        read.segments = read_segments(connection, id, read.document);
        return read;
      },
      work);
}

std::vector<Segment> stored_segments(const Connection& connection, std::int64_t document) {
  Statement segments(connection,
                     "SELECT \"begin\", \"end\", block FROM segment WHERE document = ? "
                     "ORDER BY number");
  return segments.rows(
      [](const Statement& row) {
        return Segment{range_at(row, 0, UINT32_MAX), number_at(row, 2)};
      },
      document);
}

void put_segments_of_now(const Connection& connection, std::int64_t document,
                         std::span<const Segment> segments) {
  const std::vector<Segment> before = stored_segments(connection, document);
  const auto [was, is] = std::ranges::mismatch(before, segments);
  const auto first = static_cast<std::size_t>(was - before.begin());
  const std::size_t most = std::min(before.size(), segments.size()) - first;
  std::size_t same = 0;  // at the end
  while (same < most &&
         before[before.size() - 1 - same] == segments[segments.size() - 1 - same])
    ++same;
  if (first == before.size() && first == segments.size()) return;
  if (!has_machine_segments(connection, document))
    Statement(connection,
              "INSERT INTO machine_segment SELECT * FROM segment WHERE document = ?")
        .run(document);
  Statement(connection,
            "DELETE FROM finding WHERE id IN (SELECT finding FROM finding_spot "
            "WHERE document = ? AND segment >= ? AND segment < ?)")
      .run(document, first, before.size() - same);
  Statement(connection, "DELETE FROM edited WHERE document = ? AND segment >= ?")
      .run(document, first);
  Statement put(connection,
                "INSERT INTO segment VALUES (?, ?, ?, ?, ?) ON CONFLICT(document, number) "
                "DO UPDATE SET \"begin\" = excluded.\"begin\", \"end\" = "
                "excluded.\"end\", block = excluded.block");
  for (std::size_t at = first; at < segments.size(); ++at)
    put.run(document, at, segments[at].range.begin, segments[at].range.end,
            segments[at].block);
  Statement(connection,
            "UPDATE finding_spot SET segment = segment + ? WHERE document = ? "
            "AND segment >= ?")
      .run(static_cast<std::int64_t>(segments.size()) -
               static_cast<std::int64_t>(before.size()),
           document, before.size() - same);
  Statement(connection, "DELETE FROM segment WHERE document = ? AND number >= ?")
      .run(document, segments.size());
}

}  // namespace hexapla
