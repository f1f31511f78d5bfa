#pragma once

#include <filesystem>
#include <span>
#include <string_view>

namespace hexapla::cli {

/// The one place that knows which files a command reads, so that no output eats one: files
/// are compared by device and number, so that links and other spellings of a name don't
/// matter. Kept for one command; any thread.

/// Forgets the files of the command before, and notes those that the words of this one
/// name: every word that is a file, unless it is what the command writes. Nothing is read.
/// `may_replace`: the user said --force, so that an output may replace a file of another
/// kind.
void note_command(std::span<const std::string_view> words, bool may_replace);

/// Notes a file that is read: a row of a list, a file beside another.
void note_input(const std::filesystem::path& file);

enum class OutputKind { corpus, other };

/// Errors: Fault::unwritable when `output` is a file that the command reads, or, without
///         --force, when a corpus would replace something else or something else a corpus.
void require_spared(const std::filesystem::path& output, OutputKind kind);

/// Errors: Fault::unwritable when `output` holds something of another kind than `bytes`,
/// the
///         beginning of what would replace it, unless the user said --force: an XML file is
///         not replaced by JSON, nor a text by either.
void require_same_kind(const std::filesystem::path& output, std::string_view bytes);

}  // namespace hexapla::cli
