#include "cli/units/input.hpp"

#include "cli/command.hpp"
#include "cli/output_file.hpp"
#include "cli/units/zip_input.hpp"
#include "exchange/lines/read_jsonl.hpp"
#include "exchange/lines/read_line_pairs.hpp"
#include "exchange/lines/read_links.hpp"
#include "exchange/lines/read_sheet.hpp"
#include "exchange/po/read_po.hpp"
#include "exchange/sdltm/read_sdltm.hpp"
#include "exchange/termbase/termbase_units.hpp"
#include "exchange/text_memory/text_memories.hpp"
#include "exchange/tmx/read_tmx.hpp"
#include "exchange/xces/read_xces.hpp"
#include "exchange/xliff/read_xliff.hpp"
#include "format/recoded_stream.hpp"

#include <filesystem>
#include <utility>

namespace hexapla::cli {
namespace {

namespace fs = std::filesystem;

Language side(const UnitInputSettings& settings, std::size_t number) {
  return number < settings.languages.size() ? settings.languages[number] : Language();
}

void require_files(std::span<const std::string> files, std::size_t count,
                   std::string_view which) {
  if (files.size() != count)
    throw UsageError(std::string(which) + ", but " + std::to_string(files.size()) +
                     (files.size() == 1 ? " file is" : " files are") + " named");
}

/// Languages for files that don't name their own.
void require_languages(const UnitInputSettings& settings, std::size_t count) {
  if (settings.languages.size() != count)
    throw UsageError("name the languages of the " + std::to_string(count) +
                     " texts in their order, as in --languages en,fr");
}

/// Makes a reader of streams, which messages call `files`.
class InputOpener {
 public:
  InputOpener(UnitInput input, std::span<const std::string> files,
              const UnitInputSettings& settings)
      : input_(std::move(input)), files_(files), settings_(settings) {}

  UnitInput open(UnitFormat format) && {
    input_.reader = reader_of(format);
    return std::move(input_);
  }

 private:
  std::unique_ptr<UnitReader> reader_of(UnitFormat format) {
    switch (format) {
      case UnitFormat::moses:
        return line_texts();
      case UnitFormat::ladder:
        return linked(LinkKind::ladder);
      case UnitFormat::links:
        return linked(LinkKind::links);
      case UnitFormat::vecalign:
        return linked(LinkKind::vecalign);
      default:
        require_files(files_, 1, "one file is read at a time");
        return reader_of_one(format);
    }
  }

  std::unique_ptr<UnitReader> reader_of_one(UnitFormat format) {
    std::istream& in = *input_.streams.front();
    const std::string& name = files_.front();
    switch (format) {
      case UnitFormat::tmx:
        return read_tmx(in, name);
      case UnitFormat::xliff:
        return read_xliff(in, name);
      case UnitFormat::po:
        return read_po(in, name,
                       settings_.languages.empty() ? languages::en : side(settings_, 0),
                       side(settings_, 1));
      case UnitFormat::tsv:
        return read_sheet(in, name, SheetKind::tsv, settings_.columns);
      case UnitFormat::csv:
        return read_sheet(in, name, SheetKind::csv, settings_.columns);
      case UnitFormat::xlsx:
        return read_sheet(in, name, SheetKind::xlsx, settings_.columns);
      case UnitFormat::jsonl:
        return read_jsonl(in, name);
      case UnitFormat::hunalign:
        require_languages(settings_, 2);
        return read_hunalign_text(in, name, side(settings_, 0), side(settings_, 1));
      case UnitFormat::xces:
        return read_xces(in, name, side(settings_, 0), side(settings_, 1),
                         documents_of(name));
      case UnitFormat::sdltm:
        return read_sdltm(in, name);
      case UnitFormat::trados:
        return read_trados_text(in, name);
      case UnitFormat::wordfast:
        return read_wordfast(in, name);
      case UnitFormat::tbx:
      case UnitFormat::utx:
      case UnitFormat::multiterm:
        return read_termbase_units(in, name);
      default:
        throw UsageError(name + ": units in this format can only be written");
    }
  }

  OpenDocument documents_of(const std::string& name) {
    if (!input_.documents)
      input_.documents = std::make_unique<DocumentFolder>(
          settings_.documents.empty() ? fs::path(name).parent_path()
                                      : fs::path(settings_.documents));
    return [&documents = *input_.documents](const std::string& document) {
      return documents.open(document);
    };
  }

  [[nodiscard]] LineText text(std::size_t number, std::size_t language) const {
    return {*input_.streams[number], files_[number], side(settings_, language)};
  }

  std::unique_ptr<UnitReader> line_texts() {
    if (files_.size() < 2) throw UsageError("line texts go in pairs at least");
    require_languages(settings_, files_.size());
    std::vector<LineText> texts;
    for (std::size_t at = 0; at < files_.size(); ++at)
      texts.push_back(text(at, at));
    return read_line_texts(std::move(texts));
  }

  std::unique_ptr<UnitReader> linked(LinkKind kind) {
    require_files(files_, 3, "links are read with the two texts: LINKS SOURCE TARGET");
    require_languages(settings_, 2);
    return read_linked_lines(*input_.streams.front(), files_.front(), kind, text(1, 0),
                             text(2, 1));
  }

  UnitInput input_;
  std::span<const std::string> files_;
  const UnitInputSettings& settings_;
};

}  // namespace

UnitFormat format_of_input(std::span<const std::string> files,
                           const UnitInputSettings& settings) {
  if (settings.format) return *settings.format;
  if (const auto format = format_by_name(files.front())) return *format;
  constexpr std::size_t enough = 16'384;  // bytes: after a long comment, too
  const std::string head = first_bytes(*open_input(files.front()), enough, files.front());
  if (const auto format = format_by_content(head)) return *format;
  throw UsageError("neither the name of " + files.front() +
                   " nor its first lines tell a format; name it, as in --" +
                   settings.format_option + " moses");
}

bool belong_together(std::span<const std::string> files,
                     const UnitInputSettings& settings) {
  const UnitFormat format = format_of_input(files, settings);
  return format == UnitFormat::moses || format == UnitFormat::ladder ||
         format == UnitFormat::links || format == UnitFormat::vecalign;
}

UnitInput with_reader(UnitInput input, std::span<const std::string> names,
                      const UnitInputSettings& settings) {
  UnitInput opened =
      InputOpener(std::move(input), names, settings).open(format_of_input(names, settings));
  if (settings.is_strict) opened.reader->be_strict();
  return opened;
}

UnitInput open_units(std::span<const std::string> files,
                     const UnitInputSettings& settings) {
  UnitInputSettings known = settings;
  known.format = format_of_input(files, settings);
  if (known.format == UnitFormat::zip) {
    require_files(files, 1, "one archive is read at a time");
    return open_zip(files.front(), known);
  }
  UnitInput input;
  for (const std::string& file : files)
    input.streams.push_back(open_input(file));
  return with_reader(std::move(input), files, known);
}

}  // namespace hexapla::cli
