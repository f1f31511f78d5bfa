#include "align/evidence/shape.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace hexapla {

TEST_CASE("a text of a batch expects the shapes that the others had", "[align]") {
  const auto shapes = shapes_up_to(2);  // 1-0, 0-1, 1-1, 1-2, 2-1, 2-2
  ShapePrior prior(shapes);
  const double before = prior.log_probability(3);
  const double omission = prior.log_probability(omission_shape);
  prior.expect(std::vector<double>{50, 0, 500, 450, 0, 0}, 200);
  CHECK(prior.log_probability(3) > before);
  CHECK(prior.log_probability(omission_shape) == Approx(omission));
  double sum = 0;
  for (std::size_t shape = 0; shape < shapes.size(); ++shape)
    sum += std::exp(prior.log_probability(shape));
  CHECK(sum == Approx(1));
}

TEST_CASE("where there are no other texts nothing is expected of them", "[align][edge]") {
  ShapePrior prior(shapes_up_to(4));
  const double before = prior.log_probability(2);
  prior.expect({}, 200);
  CHECK(prior.log_probability(2) == before);
}

}  // namespace hexapla
