#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace hexapla {

/// Calls work(number) for each number below `count`, on so many threads; the order is not
/// told. What `work` throws first is thrown here, once all threads have ended.
template <class Work>
void for_each_in_parallel(std::size_t count, unsigned threads, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr failure;
  std::mutex failure_guard;
  const auto take_turns = [&] {
    try {
      for (std::size_t number = next++; number < count; number = next++)
        work(number);
    } catch (...) {
      const std::scoped_lock lock(failure_guard);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < std::min<std::size_t>(threads, count); ++thread)
      others.emplace_back(take_turns);
    take_turns();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace hexapla
