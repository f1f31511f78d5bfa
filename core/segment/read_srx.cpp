#include "segment/read_srx.hpp"

#include "format/xml_reader.hpp"
#include "text/error.hpp"

#include <string>
#include <utility>

namespace hexapla {
namespace {

constexpr std::size_t largest_file = std::size_t{16} * 1024 * 1024;  // bytes
constexpr std::size_t most_rules = 100'000;         // OmegaT's own file has some 900
constexpr std::size_t longest_pattern = 16 * 1024;  // bytes

/// One pass over the elements of an SRX file.
class SrxReader {
 public:
  SrxReader(std::string_view bytes, std::string_view name)
      : name_(name), reader_(bytes, name_) {}

  ReadSrx read() {
    while (reader_.next())
      step();
    if (rules_ == 0) reader_.refuse(0, "holds no rule");
    return std::move(result_);
  }

 private:
  [[noreturn]] void refuse(std::string_view words) const {
    reader_.refuse(reader_.line(), words);
  }
  [[noreturn]] void refuse_size(std::string_view words) const {
    throw Error(Fault::unsupported, {name_, reader_.line()}, words);
  }
  void warn(std::string words) {
    result_.warnings.push_back({reader_.line(), std::move(words)});
  }
  [[nodiscard]] std::string attribute(std::string_view attribute_name) const {
    return reader_.attribute(attribute_name);
  }

  void step() {
    switch (reader_.event()) {
      case XmlEvent::begin:
        begin(reader_.local_name());
        break;
      case XmlEvent::end:
        end(reader_.local_name());
        break;
      case XmlEvent::text:
        text_ += reader_.value();
        if (text_.size() > longest_pattern) refuse_size("a pattern of more than 16 KiB");
        break;
      case XmlEvent::instruction:
        break;
    }
  }

  void begin(std::string_view element) {
    if (reader_.depth() == 1 && element != "srx")
      refuse("the first element is “" + std::string(element) +
             "”; segmentation rules start with srx");
    text_.clear();
    if (element == "srx") {
      is_first_version_ = attribute("version") == "1.0";
      if (const std::string version = attribute("version");
          version != "2.0" && !is_first_version_)
        warn("version “" + version + "” is read as 2.0");
    } else if (element == "header") {
      begin_header();
    } else if (element == "languagerule") {
      result_.rules.rule_sets.push_back({attribute("languagerulename"), {}});
    } else if (element == "rule") {
      begin_rule();
    } else if (element == "maprule") {
      ++map_rules_;
      if (map_rules_ == 2)
        warn("of several maprules only the first is used, as there is none to choose it");
    } else if (element == "languagemap" && map_rules_ <= 1) {
      result_.rules.maps.push_back(
          {attribute("languagepattern"), attribute("languagerulename"), reader_.line()});
    }
  }

  void begin_header() {
    result_.rules.segments_subflows = attribute("segmentsubflows") != "no";
    // In SRX 1.0 the first map that fits a language is the only one.
    result_.rules.cascade = !is_first_version_ && attribute("cascade") != "no";
    if (const std::string cascade = attribute("cascade");
        !is_first_version_ && cascade != "yes" && cascade != "no")
      warn("the header doesn't say whether maps cascade: taken as yes");
  }

  void begin_rule() {
    if (result_.rules.rule_sets.empty()) refuse("a rule is outside languagerule");
    if (++rules_ > most_rules) refuse_size("more than 100,000 rules");
    const std::string breaks = attribute("break");
    if (!breaks.empty() && breaks != "yes" && breaks != "no")
      warn("break=“" + breaks + "” is read as yes");
    rule_ = {breaks != "no", {}, {}, reader_.line()};
  }

  void end(std::string_view element) {
    if (element == "beforebreak") {
      rule_.before = std::move(text_);
    } else if (element == "afterbreak") {
      rule_.after = std::move(text_);
    } else if (element == "rule") {
      if (rule_.before.empty() && rule_.after.empty())
        warn("a rule without beforebreak and afterbreak is left out");
      else
        result_.rules.rule_sets.back().rules.push_back(std::move(rule_));
      rule_ = {};
    }
    text_.clear();
  }

  std::string name_;
  XmlReader reader_;
  ReadSrx result_;
  SrxRule rule_;
  std::string text_;  ///< Of the element that is open.
  std::size_t rules_ = 0;
  std::size_t map_rules_ = 0;      ///< `maprule`, which only SRX 1.0 has.
  bool is_first_version_ = false;  ///< SRX 1.0
};

}  // namespace

ReadSrx read_srx(std::string_view bytes, std::string_view name) {
  if (bytes.size() > largest_file)
    throw Error(Fault::unsupported, {std::string(name), 0},
                "segmentation rules of more than 16 MiB; split them by language");
  return SrxReader(bytes, name).read();
}

}  // namespace hexapla
