// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/router.h"

#include "widgets/canvas/way_finder.h"

#include <QElapsedTimer>
#include <algorithm>
#include <set>

namespace tideline {

namespace {

constexpr double kAround = 48;  ///< how far a way may leave the rectangle of both its ends
constexpr std::size_t kBatch = 32;

std::vector<QRectF> obstaclesIn(const Picture& picture, const QRectF& area) {
    std::vector<QRectF> obstacles;
    for (const int index : picture.boxesIn(area)) {
        obstacles.push_back(picture.box(index).rect);
    }
    for (const Pill& pill : picture.pills()) {
        if (pill.rect.intersects(area)) {
            obstacles.push_back(pill.rect);
        }
    }
    return obstacles;
}

std::vector<double> banksOf(const BoardPlan& plan) {
    std::vector<double> banks;
    for (const LaneArea& lane : plan.lanes) {
        banks.push_back(lane.area.x);
        banks.push_back(lane.area.right());
    }
    return banks;
}

}  // namespace

void Router::routeOne(int index) {
    straighten(m_picture, index);
    const Line& line = m_picture.line(index);
    WayTask task;
    task.from = m_picture.rectOf(line.from);
    task.to = m_picture.rectOf(line.to);
    task.fromSide = line.from.side;
    task.toSide = line.to.side;
    task.start = portAt(task.from, task.fromSide, line.from.offset);
    task.end = portAt(task.to, task.toSide, line.to.offset);
    task.obstacles = obstaclesIn(m_picture, task.from.united(task.to).adjusted(-kAround, -kAround, kAround, kAround));
    task.banks = banksOf(m_picture.plan());
    task.line = index;
    m_picture.setRoute(index, cheapestWay(task, m_picture.tracks()));
}

void Router::route(std::vector<int> lines) {
    std::set<std::pair<LineEnd::On, int>> ends;
    for (const int index : lines) {
        const Line& line = m_picture.line(index);
        ends.insert({line.from.on, line.from.index});
        ends.insert({line.to.on, line.to.index});
    }
    for (const auto& [on, index] : ends) {
        const std::vector<int> pushed = spreadPorts(m_picture, on, index);
        lines.insert(lines.end(), pushed.begin(), pushed.end());
    }
    std::ranges::sort(lines);
    lines.erase(std::ranges::unique(lines).begin(), lines.end());
    for (const int index : lines) {
        m_picture.dropRoute(index);
    }
    for (const int index : lines) {
        routeOne(index);
    }
}

bool Router::routeIn(const QRectF& world, double mostMs) {
    std::vector<int> open = m_picture.linesIn(world);
    std::erase_if(open, [&](int index) { return m_picture.line(index).isRouted; });
    QElapsedTimer timer;
    timer.start();
    for (std::size_t at = 0; at < open.size(); at += kBatch) {
        if (static_cast<double>(timer.nsecsElapsed()) > mostMs * 1e6) {
            return false;
        }
        std::vector<int> batch(open.begin() + static_cast<std::ptrdiff_t>(at),
                               open.begin() + static_cast<std::ptrdiff_t>(std::min(open.size(), at + kBatch)));
        std::erase_if(batch, [&](int index) { return m_picture.line(index).isRouted; });
        route(std::move(batch));
    }
    return true;
}

void Router::routeAll() {
    std::vector<int> open;
    for (std::size_t i = 0; i < m_picture.lines().size(); ++i) {
        if (!m_picture.lines()[i].isRouted) {
            open.push_back(static_cast<int>(i));
        }
    }
    route(std::move(open));
}

Route Router::preview(const LineEnd& from, const QRectF& target) const {
    WayTask task;
    task.from = m_picture.rectOf(from);
    task.to = target;
    const LaneColumn column = from.on == LineEnd::On::Box ? m_picture.box(from.index).column : LaneColumn::Bus;
    const Sides sides = sidesFor(task.from, task.to, column);
    task.fromSide = sides.from;
    task.toSide = sides.to;
    task.start = portAt(task.from, task.fromSide, 0);
    task.end = portAt(task.to, task.toSide, 0);
    task.obstacles = obstaclesIn(m_picture, task.from.united(task.to).adjusted(-kAround, -kAround, kAround, kAround));
    return cheapestWay(task, m_picture.tracks());
}

}  // namespace tideline
