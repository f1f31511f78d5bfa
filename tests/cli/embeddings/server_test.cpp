#include "cli/embeddings/server.hpp"

#include "cli/stub_server.hpp"
#include "folder.hpp"
#include "text/error.hpp"

#include <thread>

#include <catch2/catch.hpp>

namespace hexapla::cli::server_test {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view article = "Все люди рождаются свободными.";
constexpr std::string_view session = "第七十五届会议";

ServerSettings hasty(const std::string& url) {
  ServerSettings settings;
  settings.url = url;
  settings.model = "made-up";
  settings.first_wait = 1ms;
  settings.longest_wait = 5ms;
  settings.limits.connect = 2000ms;
  settings.limits.whole = 5000ms;
  return settings;
}

/// What a server without a cache makes of texts.
Embeddings embed(const ServerSettings& settings, std::vector<std::string_view> texts) {
  EmbeddingCache cache("", "");
  return EmbeddingServer(settings, cache, [](std::size_t, std::size_t) {}).embed(texts);
}

std::string complaint(const ServerSettings& settings, std::vector<std::string_view> texts) {
  try {
    (void)embed(settings, std::move(texts));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a server's vectors come back in the order of the texts", "[cli][embeddings]") {
  const bool backwards = GENERATE(false, true);
  const StubServer stub(
      [&](const StubRequest& request) { return made_up_embeddings(request, backwards); });
  const Embeddings rows = embed(hasty(stub.url()), {"abc", article, "z"});
  CHECK(rows.dimension == 3);
  CHECK(rows.numbers[0] == 3);
  CHECK(rows.numbers[3] == static_cast<float>(article.size()));
  CHECK(rows.numbers[7] == 'z');
  REQUIRE(stub.requests().size() == 1);
  CHECK(stub.requests()[0].target == "/v1/embeddings");
  CHECK_THAT(stub.requests()[0].body, Catch::Contains("\"model\":\"made-up\""));
}

TEST_CASE("a server is asked in batches, once for equal texts, never for blank ones",
          "[cli][embeddings]") {
  const StubServer stub(
      [](const StubRequest& request) { return made_up_embeddings(request); });
  ServerSettings settings = hasty(stub.url());
  settings.batch = 2;
  const Embeddings rows =
      embed(settings, {"a", "", "bb", "a", "ccc", " ", "dddd", "eeeee"});
  CHECK(stub.requests().size() == 3);
  CHECK(rows.numbers == std::vector<float>{1, 'a', 1.5, 0, 0, 0, 2, 'b', 1.5, 1, 'a', 1.5,
                                           3, 'c', 1.5, 0, 0, 0, 4, 'd', 1.5, 5, 'e', 1.5});
}

TEST_CASE("a batch is cut short before its texts grow too long", "[cli][embeddings]") {
  const StubServer stub(
      [](const StubRequest& request) { return made_up_embeddings(request); });
  ServerSettings settings = hasty(stub.url());
  settings.batch_bytes = 10;
  (void)embed(settings, {"12345", "67890", "1", "a text that is too long for any batch"});
  CHECK(stub.requests().size() == 3);
}

TEST_CASE("a server that is busy is asked again", "[cli][embeddings]") {
  const int status = GENERATE(429, 500, 503, 0);
  CAPTURE(status);
  int calls = 0;
  const StubServer stub([&](const StubRequest& request) {
    return ++calls < 3 ? StubAnswer{status, "busy", status == 429 ? "1" : ""}
                       : made_up_embeddings(request);
  });
  CHECK(embed(hasty(stub.url()), {session}).numbers.front() ==
        static_cast<float>(session.size()));
  CHECK(stub.requests().size() == 3);
}

TEST_CASE("a server that fails for ever is given up, with its words",
          "[cli][embeddings][error]") {
  const StubServer stub([](const StubRequest&) {
    return StubAnswer{500, R"({"error":{"message":"out of memory\non card 1"}})", ""};
  });
  CHECK_THAT(complaint(hasty(stub.url()), {"a"}),
             Catch::StartsWith(stub.url() + ": answers with status 500: out of memory on "
                                            "card 1, 5 times"));
  CHECK(stub.requests().size() == 5);
}

TEST_CASE("a refusal is no reason to ask again", "[cli][embeddings][error]") {
  const int status = GENERATE(301, 400, 401, 404);
  const StubServer stub([&](const StubRequest&) { return StubAnswer{status, "", ""}; });
  CHECK_THAT(complaint(hasty(stub.url()), {"a"}),
             Catch::Contains("status " + std::to_string(status)));
  CHECK(stub.requests().size() == 1);
}

TEST_CASE("a server that isn't there is named", "[cli][embeddings][error]") {
  std::string url;
  {
    const StubServer stub([](const StubRequest&) { return StubAnswer(); });
    url = stub.url();
  }
  ServerSettings settings = hasty(url);
  settings.attempts = 2;
  CHECK_THAT(complaint(settings, {"a"}), Catch::StartsWith(url) &&
                                             Catch::Contains("connect") &&
                                             Catch::Contains("2 times"));
}

TEST_CASE("a server that never answers isn't waited for", "[cli][embeddings][error]") {
  const StubServer stub([](const StubRequest&) {
    std::this_thread::sleep_for(300ms);
    return StubAnswer{0, "", ""};
  });
  ServerSettings settings = hasty(stub.url());
  settings.attempts = 1;
  settings.limits.whole = 100ms;
  CHECK_THAT(complaint(settings, {"a"}), Catch::Contains("timed out"));
}

TEST_CASE("answers that make no sense are refused", "[cli][embeddings][error]") {
  const auto [body, words] = GENERATE(table<std::string, std::string>(
      {{"<html>login</html>", "is no JSON"},
       {"[]", "lacks 'data'"},
       {R"({"data":7})", "lacks 'data'"},
       {R"({"data":[]})", "has 0 vectors for 2 texts"},
       {R"({"data":[{"index":0,"embedding":[1]}]})", "has 1 vectors for 2 texts"},
       {R"({"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]})", "index 0"},
       {R"({"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]})", "index 2"},
       {R"({"data":[{"index":0,"embedding":[1]},{"index":-1,"embedding":[1]}]})",
        "'index'"},
       {R"({"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":"AAA="}]})",
        "'embedding'"},
       {R"({"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]})",
        "dimension 2 and 1"},
       {R"({"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]})",
        "dimension 0"},
       {R"({"data":[{"index":0,"embedding":[null]},{"index":1,"embedding":[1]}]})",
        "no number in vector 0"},
       {R"({"data":[{"index":0,"embedding":[1e99]},{"index":1,"embedding":[1]}]})",
        "no number in vector 0"},
       {R"({"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[0]}]})",
        "only zeros in vector 1"}}));
  CAPTURE(body);
  const StubServer stub([&](const StubRequest&) { return StubAnswer{200, body, ""}; });
  CHECK_THAT(complaint(hasty(stub.url()), {"a", "b"}),
             Catch::StartsWith(stub.url() + ": the answer") && Catch::Contains(words));
}

TEST_CASE("an answer without end is cut off", "[cli][embeddings][error]") {
  const StubServer stub([](const StubRequest&) {
    return StubAnswer{200, std::string(50'000, ' '), ""};
  });
  ServerSettings settings = hasty(stub.url());
  settings.limits.answer = 10'000;
  CHECK_THAT(complaint(settings, {"a"}), Catch::Contains("longer than 10000 bytes"));
}

TEST_CASE("the key is sent and appears in no message", "[cli][embeddings]") {
  const StubServer stub([](const StubRequest&) {
    return StubAnswer{401, R"({"error":{"message":"no such key: s3cret"}})", ""};
  });
  ServerSettings settings = hasty(stub.url());
  settings.key = "s3cret";
  const std::string words = complaint(settings, {"a"});
  CHECK_THAT(words, Catch::Contains("no such key: ***") && !Catch::Contains("s3cret"));
  REQUIRE(stub.requests().size() == 1);
  CHECK(stub.requests()[0].authorization == "Bearer s3cret");
  settings.key = "s3cret\r\nX-Other: 1";
  CHECK_THAT(complaint(settings, {"a"}),
             Catch::StartsWith("HEXAPLA_API_KEY") && !Catch::Contains("s3cret"));
}

TEST_CASE("addresses that are none are refused, and passwords in them not shown",
          "[cli][embeddings][error]") {
  CHECK_THAT(complaint(hasty("file:///etc/passwd"), {"a"}), Catch::Contains("no address"));
  CHECK_THAT(complaint(hasty("localhost:1"), {"a"}), Catch::Contains("no address"));
  CHECK_THAT(complaint(hasty("http://me:word@localhost:1/"), {"a"}),
             Catch::Contains("HEXAPLA_API_KEY") && !Catch::Contains("word@"));
}

TEST_CASE("what the cache knows is not asked for", "[cli][embeddings]") {
  const Folder folder;
  const StubServer stub(
      [](const StubRequest& request) { return made_up_embeddings(request); });
  const ServerSettings settings = hasty(stub.url());
  const std::vector<std::string_view> texts{session, article};
  const auto embed_again = [&] {
    EmbeddingCache cache(folder.path("cache"), "origin");
    return EmbeddingServer(settings, cache, [](std::size_t, std::size_t) {}).embed(texts);
  };
  const Embeddings first = embed_again();
  CHECK(stub.requests().size() == 1);
  CHECK(embed_again().numbers == first.numbers);
  CHECK(stub.requests().size() == 1);
}

TEST_CASE("what came before a failure is kept", "[cli][embeddings]") {
  const Folder folder;
  int calls = 0;
  const StubServer stub([&](const StubRequest& request) {
    return ++calls == 2 ? StubAnswer{400, "", ""} : made_up_embeddings(request);
  });
  ServerSettings settings = hasty(stub.url());
  settings.batch = 1;
  const std::vector<std::string_view> texts{"a", "b", "c"};
  const auto embed_all = [&] {
    EmbeddingCache cache(folder.path(""), "origin");
    return EmbeddingServer(settings, cache, [](std::size_t, std::size_t) {}).embed(texts);
  };
  CHECK_THROWS_AS(embed_all(), Error);
  CHECK(embed_all().rows().size() == 3);
  CHECK(stub.requests().size() == 4);
}

TEST_CASE("a server with another model under the same name starts the cache anew",
          "[cli][embeddings]") {
  const Folder folder;
  {
    EmbeddingCache cache(folder.path(""), "origin");
    const std::vector<std::string_view> old{"a"};
    cache.keep(old, {{1, 2}, 2});
  }
  const StubServer stub(
      [](const StubRequest& request) { return made_up_embeddings(request); });
  const ServerSettings settings = hasty(stub.url());
  EmbeddingCache cache(folder.path(""), "origin");
  const std::vector<std::string_view> texts{"a", "b"};
  const Embeddings rows =
      EmbeddingServer(settings, cache, [](std::size_t, std::size_t) {}).embed(texts);
  CHECK(rows.dimension == 3);
  CHECK(rows.numbers[1] == 'a');
}

TEST_CASE("a server that is silent is given up when its time is over",
          "[cli][embeddings][error]") {
  const StubServer stub([](const StubRequest& request) {
    std::this_thread::sleep_for(300ms);
    return made_up_embeddings(request);
  });
  ServerSettings settings = hasty(stub.url());
  settings.limits.whole = 100ms;
  CHECK_THAT(complaint(settings, {"a"}), Catch::Contains(", 1 times"));
}

}  // namespace hexapla::cli::server_test
