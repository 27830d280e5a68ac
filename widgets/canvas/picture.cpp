// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/picture.h"

#include <algorithm>

namespace tideline {

int Picture::boxOf(const ServiceId& id) const {
    const auto at = m_boxById.find(id.text);
    return at == m_boxById.end() ? -1 : at->second;
}

int Picture::lineOf(const ConnectionId& id) const {
    const auto at = m_lineById.find(id.text);
    return at == m_lineById.end() ? -1 : at->second;
}

int Picture::pillOf(const TopicId& id) const {
    const auto at = std::ranges::find(m_pills, id, &Pill::id);
    return at == m_pills.end() || id.text.empty() ? -1 : static_cast<int>(at - m_pills.begin());
}

const std::vector<int>& Picture::linesAt(LineEnd::On on, int index) const {
    return (on == LineEnd::On::Box ? m_linesAtBox : m_linesAtPill)[static_cast<std::size_t>(index)];
}

std::vector<int> Picture::boxesIn(const QRectF& world) const {
    std::vector<int> found = m_boxIndex.near(world);
    std::erase_if(found, [&](int index) { return !box(index).rect.intersects(world); });
    return found;
}

std::vector<int> Picture::linesIn(const QRectF& world) const {
    std::vector<int> found = m_lineIndex.near(world);
    std::erase_if(found, [&](int index) {
        const QRectF& reach = line(index).reach;
        return reach.left() > world.right() || reach.right() < world.left() || reach.top() > world.bottom() ||
               reach.bottom() < world.top();
    });
    return found;
}

int Picture::boxAt(QPointF world) const {
    const std::vector<int> found = boxesIn(QRectF(world, QSizeF(0.01, 0.01)));
    return found.empty() ? -1 : found.back();
}

int Picture::pillAt(QPointF world) const {
    for (std::size_t i = m_pills.size(); i-- > 0;) {
        if (m_pills[i].rect.contains(world)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

int Picture::lineAt(QPointF world, double reach) const {
    int nearest = -1;
    double least = reach;
    for (const int index : linesIn(QRectF(world.x() - reach, world.y() - reach, 2 * reach, 2 * reach))) {
        const double distance = line(index).isRouted ? line(index).route.distanceTo(world) : least + 1;
        if (distance <= least) {
            least = distance;
            nearest = index;
        }
    }
    return nearest;
}

QRectF Picture::rectOf(const LineEnd& end) const {
    return end.on == LineEnd::On::Box ? box(end.index).rect : pill(end.index).rect;
}

void Picture::placeBox(int index, const QRectF& rect) {
    Box& moved = m_boxes[static_cast<std::size_t>(index)];
    if (moved.rect == rect) {
        return;
    }
    m_laneStamp += moved.isBusBox() ? 1 : 0;
    m_boxIndex.remove(index, moved.rect);
    moved.rect = rect;
    m_boxIndex.insert(index, rect);
    for (const int line : m_linesAtBox[static_cast<std::size_t>(index)]) {
        dropRoute(line);
        updateReach(line);
    }
}

void Picture::moveBox(int index, QPointF corner) {
    placeBox(index, QRectF(corner, box(index).rect.size()));
}

void Picture::movePill(int index, double y) {
    ++m_laneStamp;
    m_pills[static_cast<std::size_t>(index)].rect.moveTop(y);
    for (const int line : m_linesAtPill[static_cast<std::size_t>(index)]) {
        dropRoute(line);
        updateReach(line);
    }
}

void Picture::updateReach(int index) {
    Line& line = m_lines[static_cast<std::size_t>(index)];
    QRectF reach = line.isRouted ? line.route.bounds() : rectOf(line.from).united(rectOf(line.to));
    reach.adjust(-16, -16, 16, 16);
    if (reach != line.reach) {
        if (!line.reach.isNull()) {
            m_lineIndex.remove(index, line.reach);
        }
        line.reach = reach;
        m_lineIndex.insert(index, reach);
    }
}

void Picture::setEnds(int index, const LineEnd& from, const LineEnd& to) {
    Line& line = m_lines[static_cast<std::size_t>(index)];
    line.from = from;
    line.to = to;
}

void Picture::setRoute(int index, const Route& route) {
    dropRoute(index);
    Line& line = m_lines[static_cast<std::size_t>(index)];
    const QRectF before = line.route.bounds();
    line.route = route;
    line.isRouted = true;
    m_rerouted.push_back({index, before.isNull() ? route.bounds() : before.united(route.bounds())});
    m_laneStamp += line.crossesBoundary ? 1 : 0;
    m_tracks.add(index, route);
    updateReach(index);
}

void Picture::dropRoute(int index) {
    Line& line = m_lines[static_cast<std::size_t>(index)];
    if (line.isRouted) {
        m_tracks.remove(index, line.route);
        line.isRouted = false;
    }
}

void Picture::dropRoutesThrough(const QRectF& world) {
    for (const int index : linesIn(world)) {
        const Line& line = m_lines[static_cast<std::size_t>(index)];
        for (int i = 1; line.isRouted && i < line.route.count; ++i) {
            const QPointF from = line.route.points[static_cast<std::size_t>(i - 1)];
            const QPointF to = line.route.points[static_cast<std::size_t>(i)];
            const QRectF leg = QRectF(from, to).normalized().adjusted(-1, -1, 1, 1);
            if (leg.intersects(world)) {
                dropRoute(index);
            }
        }
    }
}

void Picture::followFindings(const std::vector<Finding>& findings) {
    for (Box& box : m_boxes) {
        box.worst.reset();
    }
    for (const Finding& finding : findings) {
        const ServiceId* id = std::get_if<ServiceId>(&finding.subject);
        const int index = id != nullptr && !finding.accepted ? boxOf(*id) : -1;
        if (index >= 0) {
            std::optional<Severity>& worst = m_boxes[static_cast<std::size_t>(index)].worst;
            worst = worst ? std::max(*worst, finding.severity) : finding.severity;
        }
    }
}

void Picture::dropFacts() {
    for (BoxText& text : m_texts) {
        text.isFresh = false;
    }
}

const BoxText& Picture::textOf(int index, const Design& design, const Figures& figures) {
    BoxText& text = m_texts[static_cast<std::size_t>(index)];
    const Service* service = text.isFresh ? nullptr : design.services.find(box(index).id);
    if (service == nullptr) {
        return text;
    }
    const QString name = QString::fromStdString(service->name);
    CardFacts facts = cardFacts(*service, m_catalog->find(service->kind), figures);
    const bool isBusBox = box(index).isBusBox();
    if (text.title.isNull() || text.title.text() != name) {
        text.title = ShapedText(name, isBusBox ? canvasFont(12, QFont::Medium) : canvasFont(13, QFont::DemiBold));
        text.words.clear();
        for (const QString& word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            text.words.emplace_back(word, canvasFont(10, QFont::DemiBold));
        }
    }
    if (text.kind.isNull() || text.facts.kindTitle != facts.kindTitle) {
        text.kind = ShapedText(facts.kindTitle, canvasFont(11));
    }
    if (text.load.isNull() || text.facts.load != facts.load) {
        text.load = ShapedText(facts.load, canvasFont(12));
    }
    if (text.size.isNull() || text.facts.size != facts.size) {
        text.size = ShapedText(facts.size, canvasFont(12));
    }
    if (text.money.isNull() || text.facts.money != facts.money) {
        const QFont::Weight weight = facts.isMonthly ? QFont::DemiBold : QFont::Normal;
        text.money = ShapedText(facts.money, canvasFont(13, weight), Digits::Tabular);
    }
    text.facts = std::move(facts);
    text.isFresh = true;
    return text;
}

}  // namespace tideline
