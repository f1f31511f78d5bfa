#include "cli/print/table_cell.hpp"

#include <nlohmann/json.hpp>

namespace hexapla::cli {

void add_cell(nlohmann::ordered_json& object, const Block& block) {
  if (!block.cell) return;
  object["table"] = block.cell->table;
  object["row"] = block.cell->row;
  object["column"] = block.cell->column;
}

}  // namespace hexapla::cli
