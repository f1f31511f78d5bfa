#include "document/structure/signature_block.hpp"

#include "text/code_point.hpp"

#include <algorithm>

namespace hexapla {
namespace {

constexpr std::size_t longest_title_line = 60;  // columns
constexpr std::size_t most_title_lines = 6;     // on one side of the name

/// Set below the name, or at the margin.
bool may_be_title(std::string_view source, const Line& line, const Line& name) {
  return (line.indent == 0 || line.indent == name.indent) &&
         line.width <= longest_title_line &&
         !is_terminal(code_point_before(source, line.range.end));
}

}  // namespace

SignatureLines signature_block(std::string_view source, std::span<const Line> lines,
                               std::span<const std::uint32_t> body,
                               const Patterns& patterns) {
  const auto found = std::find_if(body.rbegin(), body.rend(), [&](std::uint32_t line) {
    return lines[line].width <= longest_title_line &&
           patterns.looks_like(LineLook::signed_name, lines[line].range.of(source));
  });
  if (found == body.rend()) return {body.size(), body.size()};
  const auto name = static_cast<std::size_t>(body.rend() - found) - 1;
  // A heading or a table beside it is none of it.
  const auto belongs = [&](std::uint32_t line) {
    return may_be_title(source, lines[line], lines[*found]) &&
           lines[line].hint.kind == lines[*found].hint.kind;
  };
  SignatureLines block{name, name + 1};
  while (block.first > 0 && name - block.first < most_title_lines &&
         belongs(body[block.first - 1]))
    --block.first;
  while (block.last < body.size() && block.last - name <= most_title_lines &&
         belongs(body[block.last]))
    ++block.last;
  return block;
}

}  // namespace hexapla
