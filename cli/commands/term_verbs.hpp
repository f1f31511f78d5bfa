#pragma once

#include "cli/command.hpp"

#include <span>
#include <string_view>

namespace hexapla::cli {

// What `hexapla term` can do; each gets the words after its name.
Exit run_term_add(std::span<const std::string_view> words, Streams streams);
Exit run_term_find(std::span<const std::string_view> words, Streams streams);
Exit run_term_import(std::span<const std::string_view> words, Streams streams);
Exit run_term_export(std::span<const std::string_view> words, Streams streams);
Exit run_term_lint(std::span<const std::string_view> words, Streams streams);
Exit run_term_extract(std::span<const std::string_view> words, Streams streams);

}  // namespace hexapla::cli
