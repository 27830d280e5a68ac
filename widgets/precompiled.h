// SPDX-License-Identifier: Apache-2.0
#pragma once
// Read once for all widgets where TIDELINE_PRECOMPILED is on; none of ours, so that no name reaches where it was not
// asked for. Sources name what they use all the same: the preset `quick` builds without it.
#include <boost/multiprecision/gmp.hpp>
#include <fmt/format.h>
#include <tl/expected.hpp>

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QWidget>
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
