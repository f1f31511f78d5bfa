#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace hexapla::python {

/// Does `work` on a thread of its own and without the interpreter's lock, so that other
/// threads of Python go on. On Ctrl-C it is left alone, and KeyboardInterrupt is raised at
/// once: so it has to own all that it needs, and what it makes is thrown away.
/// Errors: what `work` throws, and whatever a signal's handler raises.
void do_interruptibly(std::function<void()> work);

/// The same for work that makes something.
template <class Work>
[[nodiscard]] auto made_interruptibly(Work work) {
  const auto made = std::make_shared<std::optional<decltype(work())>>();
  do_interruptibly([made, work = std::move(work)] { *made = work(); });
  return *std::move(*made);
}

/// Waits for work that was left alone, before the interpreter ends; a second Ctrl-C ends
/// the process.
void wait_for_left_work();

}  // namespace hexapla::python
