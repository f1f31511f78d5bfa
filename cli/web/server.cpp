#include "cli/web/server.hpp"

#include "text/error.hpp"

#include <csignal>
#include <list>
#include <optional>
#include <string>
#include <utility>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace hexapla::web {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using Failure = boost::system::error_code;

HttpRequest plain_request(const http::request<http::string_body>& from) {
  HttpRequest request{
      std::string(from.method_string()), std::string(from.target()), {}, {}};
  for (const auto& field : from) {
    std::string name(field.name_string());
    for (char& letter : name)
      if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    // Two Hosts, or two tokens, are none.
    const auto [at, is_new] = request.headers.emplace(name, std::string(field.value()));
    if (!is_new) at->second += ", " + std::string(field.value());
  }
  request.body = from.body();
  return request;
}

}  // namespace

struct Server::State {
  State(Answer given, ServerLimits given_limits)
      : answer(std::move(given)), limits(given_limits) {}

  void listen(std::uint16_t port);
  void accept(tcp::acceptor& acceptor);
  void stop();

  Answer answer;
  ServerLimits limits;
  std::size_t connections = 0;
  bool stopping = false;
  asio::io_context sockets{1};
  asio::thread_pool store{1};  ///< The one thread that touches the corpus.
  std::list<tcp::acceptor> acceptors;
  std::optional<asio::signal_set> signals;
};

namespace {

/// One connection: reads a request, has it answered, writes the answer, reads the next.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, Server::Answer& answer, asio::thread_pool& store,
             const ServerLimits& limits, std::size_t& open, const bool& stopping)
      : stream_(std::move(socket)),
        answer_(answer),
        store_(store),
        limits_(limits),
        open_(open),
        stopping_(stopping) {
    ++open_;
  }
  ~Connection() { --open_; }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read() {
    parser_.emplace();
    parser_->header_limit(limits_.header);
    parser_->body_limit(limits_.body);
    stream_.expires_after(first_ ? limits_.reading : limits_.idle);
    http::async_read_some(stream_, buffer_, *parser_,
                          [self = shared_from_this()](Failure failure, std::size_t) {
                            self->on_begun(failure);
                          });
  }

 private:
  /// From its first byte on a request has its time, whatever it dribbles.
  void on_begun(Failure failure) {
    if (failure) return refuse(failure);
    first_ = false;
    if (parser_->is_done()) return on_read();
    stream_.expires_after(limits_.reading);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](Failure ended, std::size_t) {
                       if (ended) return self->refuse(ended);
                       self->on_read();
                     });
  }

  void refuse(Failure failure) {
    if (failure == http::error::header_limit)
      return write(problem(431, "the head of the request is too long"), false);
    if (failure == http::error::body_limit)
      return write(problem(413, "the request is too long"), false);
    if (failure == beast::error::timeout || failure == http::error::end_of_stream ||
        failure.category() == asio::error::get_system_category() ||
        failure == asio::error::eof || failure == http::error::partial_message)
      return close();
    write(problem(400, "this is no HTTP request"), false);
  }

  void on_read() {
    stream_.expires_never();
    const bool keep = parser_->get().keep_alive();
    head_only_ = parser_->get().method() == http::verb::head;
    asio::post(store_, [self = shared_from_this(), keep,
                        request = plain_request(parser_->get())]() mutable {
      HttpResponse response = self->answer_(request);
      const auto sockets = self->stream_.get_executor();
      // A connection ends on the thread of the sockets, so it goes back there.
      asio::post(sockets, [self = std::move(self), keep, response = std::move(response)] {
        self->write(response, keep);
      });
    });
  }

  void write(const HttpResponse& from, bool keep) {
    keep_ = keep && !stopping_;
    response_ = {static_cast<http::status>(from.status), 11};
    for (const auto& [name, value] : from.headers)
      response_.insert(name, value);
    if (!from.type.empty()) response_.set(http::field::content_type, from.type);
    response_.keep_alive(keep_);
    response_.body() = head_only_ ? std::string() : from.body;
    response_.prepare_payload();
    if (head_only_) response_.content_length(from.body.size());
    stream_.expires_after(limits_.reading);
    const auto then = [self = shared_from_this()](Failure failure, std::size_t) {
      if (failure || !self->keep_) return self->close();
      self->read();
    };
    if (!head_only_) return http::async_write(stream_, response_, then);
    serializer_.emplace(response_);
    http::async_write_header(stream_, *serializer_, then);
  }

  void close() {
    Failure ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream_.close();
  }

  beast::tcp_stream stream_;
  Server::Answer& answer_;
  asio::thread_pool& store_;
  const ServerLimits& limits_;
  std::size_t& open_;
  const bool& stopping_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  http::response<http::string_body> response_;
  std::optional<http::response_serializer<http::string_body>> serializer_;
  bool first_ = true;
  bool keep_ = false;
  bool head_only_ = false;
};

}  // namespace

void Server::State::listen(std::uint16_t port) {
  const auto open = [&](const asio::ip::address& address, std::uint16_t at) {
    tcp::acceptor& acceptor = acceptors.emplace_back(sockets);
    const tcp::endpoint endpoint(address, at);
    acceptor.open(endpoint.protocol());
    acceptor.set_option(asio::socket_base::reuse_address(true));
    acceptor.bind(endpoint);
    acceptor.listen();
  };
  try {
    open(asio::ip::address_v4::loopback(), port);
  } catch (const boost::system::system_error& error) {
    throw Error(Fault::unwritable, {"port " + std::to_string(port), 0},
                "can't be listened on: " + error.code().message() +
                    "; name another with --port, or leave --port away for a free one");
  }
  try {
    open(asio::ip::address_v6::loopback(), acceptors.front().local_endpoint().port());
  } catch (const boost::system::system_error&) {  // a machine without IPv6
    acceptors.pop_back();
  }
}

void Server::State::accept(tcp::acceptor& acceptor) {
  acceptor.async_accept([this, &acceptor](Failure failure, tcp::socket socket) {
    if (stopping) return;
    // One too many is closed at once: it would keep others from their work.
    if (!failure && connections < limits.connections)
      std::make_shared<Connection>(std::move(socket), answer, store, limits, connections,
                                   stopping)
          ->read();
    accept(acceptor);
  });
}

void Server::State::stop() {
  if (std::exchange(stopping, true)) return;
  Failure ignored;
  for (tcp::acceptor& acceptor : acceptors)
    acceptor.close(ignored);
  if (signals) signals->cancel(ignored);
  // What is being answered is finished; then its answer is written, and all ends.
  asio::post(store, [this] {
    asio::post(sockets, [this] {
      constexpr std::chrono::milliseconds for_last_answers{200};
      auto timer = std::make_shared<asio::steady_timer>(sockets, for_last_answers);
      timer->async_wait([this, timer](Failure) { sockets.stop(); });
    });
  });
}

Server::Server(std::uint16_t port, Answer answer, ServerLimits limits)
    : state_(std::make_unique<State>(std::move(answer), limits)) {
  state_->listen(port);
  // From now on an end is a clean one, also before run().
  state_->signals.emplace(state_->sockets, SIGINT, SIGTERM);
  state_->signals->add(SIGHUP);
  state_->signals->async_wait([this](Failure failure, int) {
    if (!failure) state_->stop();
  });
}

Server::~Server() {
  state_->store.join();
}

std::uint16_t Server::port() const noexcept {
  Failure ignored;
  return state_->acceptors.front().local_endpoint(ignored).port();
}

void Server::run() {
  for (tcp::acceptor& acceptor : state_->acceptors)
    state_->accept(acceptor);
  state_->sockets.run();
  state_->store.join();
}

void Server::stop() {
  asio::post(state_->sockets, [this] { state_->stop(); });
}

}  // namespace hexapla::web
