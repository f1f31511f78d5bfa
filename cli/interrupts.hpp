#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>

#include <sys/types.h>

namespace hexapla::cli {

/// What an end by a signal must not leave behind. Up to `most_guarded` of each kind at a
/// time, on any threads; others are left to the next run, which clears them away.
inline constexpr std::size_t most_guarded = 64;

/// While it lives, an interrupt (Ctrl-C) or a termination removes `temporary`, a file or a
/// folder with all it holds, before the program ends.
class RemovedOnInterrupt {
 public:
  explicit RemovedOnInterrupt(const std::filesystem::path& temporary);
  ~RemovedOnInterrupt();
  RemovedOnInterrupt(const RemovedOnInterrupt&) = delete;
  RemovedOnInterrupt& operator=(const RemovedOnInterrupt&) = delete;

 private:
  std::size_t slot_ = most_guarded;
};

/// The same for a group of processes, which is killed first.
class KilledOnInterrupt {
 public:
  explicit KilledOnInterrupt(pid_t group);
  ~KilledOnInterrupt();
  KilledOnInterrupt(const KilledOnInterrupt&) = delete;
  KilledOnInterrupt& operator=(const KilledOnInterrupt&) = delete;

 private:
  std::size_t slot_ = most_guarded;
};

/// A corpus that this command may open: an interrupt completes or undoes what was begun in
/// it, so that no log stays beside it. Until forget_corpora().
void settle_on_interrupt(const std::filesystem::path& corpus);
void forget_corpora();

/// Makes Ctrl-C and what else asks for an end (SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM)
/// end the program with exit code 128 + the signal's number, leaving nothing behind. Called
/// once, by main.
void handle_interrupts();

/// How the program, started once more at such an end, is asked to clear up.
inline constexpr std::string_view clear_up_word = "--clear-up";

/// Settles the corpora and removes the folders among `remains`. Says nothing.
void clear_up(std::span<const std::string_view> remains);

}  // namespace hexapla::cli
