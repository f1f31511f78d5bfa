#include "collection/describe_file.hpp"

#include "document/structure/document_facts.hpp"
#include "format/stable_hash.hpp"
#include "text/guess_language.hpp"

namespace hexapla {

CollectedFile describe_file(std::string path, FileName name, Document document,
                            const ContentPrinter& printer) {
  CollectedFile file;
  file.path = std::move(path);
  file.sha = document.sha;
  file.language = guess_language(document.text);
  if (!file.language && !name.language)
    file.language = guess_official_language(document.text);
  if (const auto language = file.language ? file.language : name.language)
    document.language = *language;
  std::string body;
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::furniture)
      body += std::string(block.range.of(document.text)) + '\n';
  const std::string letters = name_key(body);
  if (letters.empty()) file.trouble = "empty: it has no text";
  file.text = stable_hash(letters);
  file.symbol = document_facts(document).symbol.value_or("");
  file.print = printer.print_of(document);
  file.can_compare = printer.can_compare(document.language);
  file.name = std::move(name);
  return file;
}

}  // namespace hexapla
