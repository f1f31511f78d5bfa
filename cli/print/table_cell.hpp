#pragma once

#include "document/document.hpp"

#include <nlohmann/json_fwd.hpp>

namespace hexapla::cli {

/// Adds table, row and column to the object of `block`, where it is a table's cell.
void add_cell(nlohmann::ordered_json& object, const Block& block);

}  // namespace hexapla::cli
