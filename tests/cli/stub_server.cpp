#include "cli/stub_server.hpp"

#include <atomic>
#include <mutex>
#include <thread>
#include <utility>  // Boost 1.74's Asio forgets it

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <nlohmann/json.hpp>

namespace hexapla::cli {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using Tcp = asio::ip::tcp;

}  // namespace

struct StubServer::Inside {
  explicit Inside(Answer answerer)
      : answer(std::move(answerer)),
        acceptor(context, {asio::ip::address_v4::loopback(), 0}) {}

  void serve() {
    while (!ends) {
      boost::system::error_code error;
      Tcp::socket socket(context);
      acceptor.accept(socket, error);
      if (error || ends) continue;
      serve_one(socket);
    }
  }

  void serve_one(Tcp::socket& socket) {
    boost::beast::flat_buffer buffer;
    boost::beast::error_code error;
    http::request<http::string_body> request;
    http::read(socket, buffer, request, error);
    if (error) return;
    const StubRequest seen{std::string(request.target()),
                           std::string(request[http::field::authorization]),
                           request.body()};
    {
      const std::lock_guard lock(mutex);
      requests.push_back(seen);
    }
    const StubAnswer made = answer(seen);
    if (made.status == 0) return;  // hangs up
    http::response<http::string_body> response;
    response.result(static_cast<unsigned>(made.status));
    response.body() = made.body;
    if (!made.retry_after.empty()) response.set(http::field::retry_after, made.retry_after);
    response.keep_alive(false);
    response.prepare_payload();
    http::write(socket, response, error);
    socket.shutdown(Tcp::socket::shutdown_send, error);
  }

  Answer answer;
  asio::io_context context;
  Tcp::acceptor acceptor;
  std::atomic<bool> ends = false;
  mutable std::mutex mutex;
  std::vector<StubRequest> requests;
  std::thread thread;
};

StubServer::StubServer(Answer answer)
    : inside_(std::make_unique<Inside>(std::move(answer))) {
  inside_->thread = std::thread([inside = inside_.get()] { inside->serve(); });
}

StubServer::~StubServer() {
  inside_->ends = true;
  // One more visitor, so that it doesn't wait for ever.
  boost::system::error_code error;
  asio::io_context context;
  Tcp::socket socket(context);
  socket.connect(inside_->acceptor.local_endpoint(), error);
  inside_->thread.join();
}

std::string StubServer::url() const {
  return "http://127.0.0.1:" + std::to_string(inside_->acceptor.local_endpoint().port()) +
         "/v1/embeddings";
}

std::vector<StubRequest> StubServer::requests() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->requests;
}

StubAnswer made_up_embeddings(const StubRequest& request, bool backwards) {
  const auto asked = nlohmann::json::parse(request.body);
  nlohmann::json data = nlohmann::json::array();
  for (const auto& text : asked["input"]) {
    const auto words = text.get<std::string>();
    data.push_back(
        {{"object", "embedding"},
         {"index", data.size()},
         {"embedding", {static_cast<double>(words.size()), words.front(), 1.5}}});
  }
  if (backwards) std::reverse(data.begin(), data.end());
  return {200, nlohmann::json{{"object", "list"}, {"data", data}}.dump(), ""};
}

}  // namespace hexapla::cli
