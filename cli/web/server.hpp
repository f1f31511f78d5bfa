#pragma once

#include "cli/web/http.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace hexapla::web {

/// What a connection may take.
struct ServerLimits {
  std::uint32_t header = 8 * 1024;            ///< Bytes.
  std::size_t body = std::size_t{64} * 1024;  ///< Bytes.
  std::size_t connections = 64;
  std::chrono::seconds reading{10};  ///< For a whole request.
  std::chrono::seconds idle{75};     ///< Between two requests of a connection.
};

/// An HTTP server on 127.0.0.1 and, where there is one, ::1; nowhere else. Sockets are
/// served by the thread that calls run(), requests answered one by one on another.
class Server {
 public:
  using Answer = std::function<HttpResponse(const HttpRequest&)>;

  /// Listens; `port` 0 takes a free one. An interrupt or a termination ends run() from now on.
  /// Errors: Fault::unwritable when the port is taken.
  Server(std::uint16_t port, Answer answer, ServerLimits limits = {});
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  [[nodiscard]] std::uint16_t port() const noexcept;

  /// Serves until an interrupt, a termination or stop(). What is being answered is
  /// answered.
  void run();

  /// From any thread.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hexapla::web
