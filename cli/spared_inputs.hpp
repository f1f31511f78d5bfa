#pragma once

#include "cli/arguments.hpp"

#include <filesystem>
#include <span>
#include <string_view>

namespace hexapla::cli {

/// The one place that knows which files a command reads and writes, so that no output eats
/// an input: files are compared by device and number, so that links and other spellings of
/// a name don't matter, and those that are not there yet by where they would be. Kept for
/// one command; any thread.

/// Forgets the files of the command before. `may_replace`: the user said --force, so that
/// an output may replace a file of another kind.
void begin_command(bool may_replace);

/// Notes that what the command was to change is changed: whatever fails after that, as when
/// its report can't be written, the command has not failed.
void note_commit();
[[nodiscard]] bool has_committed();

/// A file, or a folder, that the words of a command name.
struct NamedFile {
  std::filesystem::path file;
  FileUse use = FileUse::none;
};

/// Notes what the words of a command name. Nothing is read but the beginning of files that
/// are to be replaced.
/// Errors: Fault::unwritable when a file that is written is read, too, or written twice;
///         those of require_spared.
void note_files(std::span<const NamedFile> files);

/// Notes a file that is about to be read: a row of a list, a file beside another.
/// Errors: Fault::unwritable when the command writes it.
void note_input(const std::filesystem::path& file);

enum class OutputKind { corpus, other };

/// Errors: Fault::unwritable when `output` is a file that the command reads, or, without
///         --force, when a corpus would replace something else or something else a corpus.
void require_spared(const std::filesystem::path& output, OutputKind kind);

/// Errors: Fault::unwritable when `output` holds something of another kind than `bytes`,
/// what
///         would replace it, or its beginning, unless the user said --force: see
///         file_kind.hpp.
void require_same_kind(const std::filesystem::path& output, std::string_view bytes);

/// The same for what a file holds. `written` is not there under its own name yet.
void require_same_kind(const std::filesystem::path& output,
                       const std::filesystem::path& written);

}  // namespace hexapla::cli
