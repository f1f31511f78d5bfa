#pragma once

#include <string>

namespace hexapla {

/// SRX around rules of one language, "English", and its map.
inline std::string srx_with(const std::string& rules, const std::string& pattern = "EN.*") {
  return R"(<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="yes"/>
<body><languagerules><languagerule languagerulename="English">)" +
         rules + R"(</languagerule></languagerules>
<maprules><languagemap languagepattern=")" +
         pattern + R"(" languagerulename="English"/></maprules></body></srx>)";
}

}  // namespace hexapla
