#include "bindings/interruptible.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <thread>

#include <pybind11/pybind11.h>

namespace hexapla::python {
namespace {

namespace py = pybind11;

/// How soon a Ctrl-C is seen.
constexpr std::chrono::milliseconds between_looks(50);

/// What became of work on its thread.
struct Errand {
  bool is_done = false;
  std::exception_ptr error;
};

/// All work that is being done, also what was left alone.
class Errands {
 public:
  static Errands& all() {
    static Errands errands;
    return errands;
  }

  std::shared_ptr<Errand> begin(std::function<void()> work) {
    auto errand = std::make_shared<Errand>();
    const std::lock_guard lock(mutex_);
    ++running_;
    std::thread([this, errand, work = std::move(work)]() mutable {
      std::exception_ptr error;
      try {
        work();
      } catch (...) {
        error = std::current_exception();
      }
      work = nullptr;  // what it owns goes before anybody takes it for done
      const std::lock_guard done(mutex_);
      errand->error = error;
      errand->is_done = true;
      --running_;
      changed_.notify_all();
    }).detach();
    return errand;
  }

  /// Waits a moment, without the interpreter's lock. Returns: whether `holds` now.
  template <class Holds>
  bool waits_until(Holds holds) {
    const py::gil_scoped_release others_go_on;
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, between_looks, holds);
  }

  [[nodiscard]] bool are_done() const noexcept { return running_ == 0; }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int running_ = 0;
};

}  // namespace

void do_interruptibly(std::function<void()> work) {
  Errands& errands = Errands::all();
  const auto errand = errands.begin(std::move(work));
  while (!errands.waits_until([&] { return errand->is_done; }))
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  if (errand->error) std::rethrow_exception(errand->error);
}

void wait_for_left_work() {
  constexpr int after_interrupt = 130;  // as a shell says it
  Errands& errands = Errands::all();
  while (!errands.waits_until([&] { return errands.are_done(); }))
    if (PyErr_CheckSignals() != 0) std::_Exit(after_interrupt);
}

}  // namespace hexapla::python
