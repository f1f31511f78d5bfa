#include "align/documents/assignment.hpp"

#include <limits>

namespace hexapla {
namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFF;

/// The cheapest assignment of all rows, of which there are not more than columns.
class Assignment {
 public:
  Assignment(std::uint32_t rows, std::uint32_t columns)
      : row_prices_(rows), column_prices_(columns + 1), owners_(columns + 1, nobody) {}

  /// Gives `row` a column, others moving aside where that is cheaper.
  template <class Cost>
  void add(std::uint32_t row, const Cost& cost) {
    const std::size_t start = owners_.size() - 1;  // a column that is none
    std::vector<double> least(owners_.size(), std::numeric_limits<double>::infinity());
    std::vector<std::size_t> from(owners_.size(), start);
    std::vector<bool> reached(owners_.size(), false);
    owners_[start] = row;
    std::size_t column = start;
    while (owners_[column] != nobody) {
      reached[column] = true;
      const std::uint32_t owner = owners_[column];
      std::size_t next = start;
      double step = std::numeric_limits<double>::infinity();
      for (std::size_t other = 0; other < start; ++other) {
        if (reached[other]) continue;
        const double slack = cost(owner, static_cast<std::uint32_t>(other)) -
                             row_prices_[owner] - column_prices_[other];
        if (slack < least[other]) {
          least[other] = slack;
          from[other] = column;
        }
        if (least[other] < step) {
          step = least[other];
          next = other;
        }
      }
      move_prices(reached, least, step);
      column = next;
    }
    for (; column != start; column = from[column])
      owners_[column] = owners_[from[column]];
  }

  [[nodiscard]] std::uint32_t owner(std::uint32_t column) const { return owners_[column]; }

 private:
  void move_prices(const std::vector<bool>& reached, std::vector<double>& least,
                   double step) {
    for (std::size_t column = 0; column < owners_.size(); ++column) {
      if (reached[column]) {
        row_prices_[owners_[column]] += step;
        column_prices_[column] -= step;
      } else {
        least[column] -= step;
      }
    }
  }

  std::vector<double> row_prices_;
  std::vector<double> column_prices_;
  std::vector<std::uint32_t> owners_;  ///< The row that has each column.
};

}  // namespace

std::vector<std::optional<std::uint32_t>> best_assignment(
    std::uint32_t rows, std::uint32_t columns,
    const std::function<double(std::uint32_t, std::uint32_t)>& gain) {
  std::vector<std::optional<std::uint32_t>> result(rows);
  const bool turned = rows > columns;  // the smaller side is given all it wants
  const std::uint32_t few = turned ? columns : rows;
  const std::uint32_t many = turned ? rows : columns;
  Assignment assignment(few, many);
  const auto cost = [&](std::uint32_t one, std::uint32_t other) {
    return turned ? -gain(other, one) : -gain(one, other);
  };
  for (std::uint32_t row = 0; row < few; ++row)
    assignment.add(row, cost);
  for (std::uint32_t column = 0; column < many; ++column) {
    const std::uint32_t owner = assignment.owner(column);
    if (owner == nobody) continue;
    if (turned) {
      result[column] = owner;
    } else {
      result[owner] = column;
    }
  }
  return result;
}

}  // namespace hexapla
