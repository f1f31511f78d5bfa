#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace hexapla::cli {

struct StubRequest {
  std::string target;  ///< "/v1/embeddings"
  std::string authorization;
  std::string body;
};

struct StubAnswer {
  int status = 200;
  std::string body;
  std::string retry_after;  ///< A header, unless it is empty.
};

/// A web server on the loopback, on a port that the system chose, for as long as it lives.
/// It answers one request after the other.
class StubServer {
 public:
  using Answer = std::function<StubAnswer(const StubRequest&)>;

  explicit StubServer(Answer answer);
  ~StubServer();
  StubServer(const StubServer&) = delete;
  StubServer& operator=(const StubServer&) = delete;

  [[nodiscard]] std::string url() const;
  /// All that came so far.
  [[nodiscard]] std::vector<StubRequest> requests() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// As a server of embeddings answers: each vector tells the text's length and first byte,
/// in the order of the request or the other way round.
[[nodiscard]] StubAnswer made_up_embeddings(const StubRequest& request,
                                            bool backwards = false);

}  // namespace hexapla::cli
