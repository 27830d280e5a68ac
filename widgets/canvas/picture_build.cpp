// SPDX-License-Identifier: Apache-2.0
#include "core/layout/auto_layout.h"
#include "widgets/canvas/picture.h"

#include <algorithm>
#include <cmath>

namespace tideline {

/// What a rebuild takes over from before, by id.
struct Picture::Kept {
    std::unordered_map<std::string, std::pair<Box, BoxText>> boxes;
    struct KeptLine {
        Line line;
        QRectF fromRect, toRect;
    };
    std::unordered_map<std::string, KeptLine> lines;
};

namespace {

QRectF rectFrom(const Area& area) {
    return {area.x, area.y, area.width, area.height};
}

QString eventOf(const Connection& connection) {
    const auto at = connection.fields.find("event");
    const std::string* name = at == connection.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
    return name == nullptr ? QString() : QString::fromStdString(*name);
}

/// Text of 10 device pixels at the least zoom that shows pills in full, in world units: there it takes the most room.
constexpr double kLargestPillText = 10 / 0.75;

/// As wide as its name, centred on the axis of the lane.
Pill pillFrom(const Topic& topic, const LaneArea& lane) {
    Pill pill{topic.id, QString::fromStdString(topic.name), {}, {}};
    pill.text = ShapedText(pill.name, canvasFont(12, QFont::Medium));
    constexpr double kAround = 28;  // icon, gap and both ends
    constexpr double kLeast = 96;
    const double most = std::max(kLeast, lane.area.width - 36);
    const double width = std::clamp(std::ceil(pill.text.widthAt(kLargestPillText) + kAround), kLeast, most);
    pill.rect = QRectF(lane.area.x + (lane.area.width - width) / 2, topic.y, width, kPillHeight);
    return pill;
}

}  // namespace

Picture::Kept Picture::keptFrom() {
    Kept kept;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        Line& line = m_lines[i];
        if (line.isRouted) {
            kept.lines.emplace(line.id.text, Kept::KeptLine{line, rectOf(line.from), rectOf(line.to)});
        }
    }
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        kept.boxes.emplace(m_boxes[i].id.text, std::pair{m_boxes[i], std::move(m_texts[i])});
    }
    return kept;
}

Box Picture::boxFrom(const Service& service, const Design& design) const {
    Box box;
    box.id = service.id;
    const ServiceKind* kind = m_catalog->find(service.kind);
    const LaneArea* lane = m_plan.find(laneOf(service, design, m_lanes));
    const Spot* spot = design.layout.find(service.id);
    const Spot place = spot == nullptr ? Spot{} : *spot;
    box.isKnown = kind != nullptr;
    box.isPinned = service.pinned;
    if (lane == nullptr) {
        box.tone = toneOf(service.host, "");
        box.ground = box.tone;
        box.rect = rectFrom(placeOf(place, LaneColumn::Core, 0));
        return box;
    }
    box.column = lane->column;
    box.isOutside = lane->zone.type == "external";
    box.tone = toneOf(service.host, lane->zone.type);
    const bool isComponent = service.host == Host::Wasm && lane->wasm;
    box.ground = isComponent ? Tone::Wasm : toneOfZone(lane->zone.type);
    box.rect = rectFrom(placeOf(place, lane->column, lane->area.x));
    return box;
}

void Picture::buildBoxes(const Design& design, Kept& kept) {
    m_boxes.clear();
    m_texts.clear();
    m_boxById.clear();
    m_boxIndex.clear();
    m_boxes.reserve(design.services.size());
    m_texts.reserve(design.services.size());
    for (const Service& service : design.services) {
        const int index = static_cast<int>(m_boxes.size());
        Box box = boxFrom(service, design);
        BoxText text;
        if (const auto before = kept.boxes.find(service.id.text); before != kept.boxes.end()) {
            box.worst = before->second.first.worst;
            if (before->second.first.isBusBox() == box.isBusBox()) {
                text = std::move(before->second.second);
            }
            text.isFresh = false;
        }
        m_boxById.emplace(service.id.text, index);
        m_boxIndex.insert(index, box.rect);
        m_boxes.push_back(std::move(box));
        m_texts.push_back(std::move(text));
    }
}

void Picture::buildPills(const Design& design) {
    m_pills.clear();
    const auto lane = std::ranges::find(m_plan.lanes, LaneColumn::Bus, &LaneArea::column);
    if (lane == m_plan.lanes.end()) {
        return;
    }
    const std::vector<Topic> missing = missingTopicPlaces(design);
    for (const Topic& topic : design.topics) {
        if (topic.y != 0) {
            m_pills.push_back(pillFrom(topic, *lane));
        }
    }
    for (const Topic& topic : missing) {
        m_pills.push_back(pillFrom(topic, *lane));
    }
    for (const Pill& pill : m_pills) {
        m_plan.height = std::max(m_plan.height, pill.rect.bottom() + kLanePadding);
    }
}

LineEnd Picture::endFor(const Connection& connection, const ServiceId& id, const Design& design) const {
    const int index = boxOf(id);
    if (index < 0 || !box(index).isBusBox()) {
        return {LineEnd::On::Box, index};
    }
    const std::string& bus = design.settings.bus.service;
    const QString event = eventOf(connection);
    const bool isTheBus = bus.empty() || bus == id.text;
    if (event.isEmpty() || !isTheBus) {
        return {LineEnd::On::Box, index};
    }
    const auto pill = std::ranges::find(m_pills, event, &Pill::name);
    return pill == m_pills.end() ? LineEnd{LineEnd::On::Box, index}
                                 : LineEnd{LineEnd::On::Pill, static_cast<int>(pill - m_pills.begin())};
}

void Picture::buildLines(const Design& design, Kept& kept) {
    m_lines.clear();
    m_lineById.clear();
    m_lineIndex.clear();
    m_tracks.clear();
    m_crossing.clear();
    m_rerouted.clear();
    m_linesAtBox.assign(m_boxes.size(), {});
    m_linesAtPill.assign(m_pills.size(), {});
    m_lines.reserve(design.connections.size());
    for (const Connection& connection : design.connections) {
        Line line;
        line.id = connection.id;
        line.type = connection.type;
        line.from = endFor(connection, connection.from, design);
        line.to = endFor(connection, connection.to, design);
        if (line.from.index < 0 || line.to.index < 0 || connection.from == connection.to) {
            continue;
        }
        const int index = static_cast<int>(m_lines.size());
        const Box& from = box(boxOf(connection.from));
        const Box& to = box(boxOf(connection.to));
        line.crossesBoundary =
            from.column != to.column && !from.isBusBox() && !to.isBusBox() && !from.isOutside && !to.isOutside;
        if (line.crossesBoundary) {
            m_crossing.push_back(index);
        }
        m_lineById.emplace(connection.id.text, index);
        (line.from.on == LineEnd::On::Box ? m_linesAtBox : m_linesAtPill)[static_cast<std::size_t>(line.from.index)]
            .push_back(index);
        (line.to.on == LineEnd::On::Box ? m_linesAtBox : m_linesAtPill)[static_cast<std::size_t>(line.to.index)]
            .push_back(index);
        const auto before = kept.lines.find(connection.id.text);
        const bool stands = before != kept.lines.end() && before->second.fromRect == rectOf(line.from) &&
                            before->second.toRect == rectOf(line.to);
        m_lines.push_back(std::move(line));
        if (stands) {
            const Line& known = before->second.line;
            m_lines.back().from.side = known.from.side;
            m_lines.back().from.offset = known.from.offset;
            m_lines.back().to.side = known.to.side;
            m_lines.back().to.offset = known.to.offset;
            setRoute(index, known.route);
        } else {
            updateReach(index);
        }
    }
}

void Picture::rebuild(const Design& design, const Catalog& catalog, double footHeight) {
    m_catalog = &catalog;
    m_footHeight = footHeight;
    ++m_laneStamp;
    Kept kept = keptFrom();
    const Design placed = withAllSpots(design);
    m_lanes = lanesOf(placed);
    m_plan = planOf(placed, footHeight);
    buildPills(placed);
    buildBoxes(placed, kept);
    buildLines(placed, kept);
    for (const Box& box : m_boxes) {
        const auto before = kept.boxes.find(box.id.text);
        if (before == kept.boxes.end() || before->second.first.rect != box.rect) {
            dropRoutesThrough(box.rect.adjusted(-4, -4, 4, 4));
        }
    }
}

void Picture::follow(const Design& design, const DesignChange& change) {
    const bool onlyPlaces = change.services.empty() && change.connections.empty() && change.topics.empty() &&
                            !change.zones && !change.settings;
    if (!onlyPlaces || !change.layout.removed.empty()) {
        rebuild(design, *m_catalog, m_footHeight);
        return;
    }
    const Design placed = withAllSpots(design);
    const double busX = m_plan.width;
    m_plan = planOf(placed, m_footHeight);
    if (busX != m_plan.width) {
        rebuild(design, *m_catalog, m_footHeight);
        return;
    }
    for (const Pill& pill : m_pills) {
        m_plan.height = std::max(m_plan.height, pill.rect.bottom() + kLanePadding);
    }
    std::vector<ServiceId> moved = change.layout.changed;
    moved.insert(moved.end(), change.layout.added.begin(), change.layout.added.end());
    for (const ServiceId& id : moved) {
        const int index = boxOf(id);
        const Service* service = placed.services.find(id);
        if (index >= 0 && service != nullptr) {
            const QRectF rect = boxFrom(*service, placed).rect;
            placeBox(index, rect);
            dropRoutesThrough(rect.adjusted(-4, -4, 4, 4));
        }
    }
}

}  // namespace tideline
