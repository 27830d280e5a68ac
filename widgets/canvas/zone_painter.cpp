// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/zone_painter.h"

#include "widgets/look/icons.h"
#include "widgets/look/words.h"

#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr double kDotStep = 24;
constexpr double kDotsFrom = 0.4;
constexpr double kBoardRadius = 14;
constexpr double kWasmRadius = 10;

QRectF rectFrom(const Area& area) {
    return {area.x, area.y, area.width, area.height};
}

QString iconOf(const Zone& zone) {
    if (zone.type == "bus") {
        return QStringLiteral("event-bus");
    }
    if (zone.type == "functions") {
        return QStringLiteral("function");
    }
    if (zone.type == "wasm") {
        return QStringLiteral("wasm");
    }
    if (zone.type == "edge-site") {
        return QStringLiteral("edge-site");
    }
    return zone.type == "external" ? QStringLiteral("cloud") : QStringLiteral("cluster");
}

QString adviceFor(const Zone& zone) {
    if (zone.type == "cluster") {
        return QStringLiteral("Drop services here that run all day.");
    }
    if (zone.type == "bus") {
        return QStringLiteral("Drop an event bus here.");
    }
    return QStringLiteral("Drop services here that run now and then.");
}

/// The head of a lane or sub-zone: icon, title, note and total in one line.
struct Head {
    QRectF place;  ///< in screen pixels, as wide as the lane
    Tone tone = Tone::Core;
    QString icon, title, note, money;
    double role = 14, iconSize = 18, left = 15, right = 16;
    bool perMonth = true;
};

/// Takes lines away from behind words of a lane: they run under them.
void clearBehind(const PaintContext& context, const QRectF& words, Tone tone) {
    if (!context.picture.linesIn(context.view.toWorld(words)).empty()) {
        context.painter.fillRect(words, colorsOf(tone, context.theme).zone);
    }
}

/// Around words of this width that begin at `left`.
QRectF behind(double left, double baseline, double width, double size) {
    return {left - 3, baseline - size, width + 6, size * 1.4};
}

void paintHead(const PaintContext& context, const Head& head) {
    QPainter& painter = context.painter;
    const View& view = context.view;
    const double zoom = view.zoom();
    const bool isSmall = view.detail() == Detail::Names || view.detail() == Detail::Bars;
    const double size = isSmall ? (view.detail() == Detail::Names ? 12 : 11) : textPixels(view, head.role, 11);
    const double baseline = head.place.center().y() + size * 0.36;
    const ToneColors colors = colorsOf(head.tone, context.theme);
    constexpr double kAround = 8;
    if (!head.place.adjusted(-kAround, -kAround, kAround, kAround).intersects(view.toScreen(context.world))) {
        return;
    }
    double right = head.place.right() - head.right * zoom;
    if (!head.money.isEmpty() && view.detail() != Detail::Bars) {
        const double unit = textPixels(view, 11, 10);
        const ShapedText month = shapedWords(head.perMonth && !isSmall ? perMonth() : QString(), 11);
        const ShapedText money = shapedWords(head.money, 14, QFont::DemiBold, Digits::Tabular);
        const double width = money.widthAt(size) + month.widthAt(unit);
        right -= width;
        clearBehind(context, behind(right, baseline, width, size), head.tone);
        painter.setPen(context.theme.t1);
        money.draw(painter, QPointF(right, baseline), size);
        painter.setPen(context.theme.t2);
        month.draw(painter, QPointF(right + money.widthAt(size), baseline), unit);
    }
    double x = head.place.left() + head.left * zoom;
    if (!isSmall) {
        const double icon = head.iconSize * zoom;
        drawIcon(painter, head.icon, colors.text, QRectF(x, head.place.center().y() - icon / 2, icon, icon));
        x += icon + (head.left > 14 ? 7 : 6) * zoom;
    }
    const ShapedText title = shapedWords(head.title, 14, QFont::DemiBold);
    clearBehind(context, behind(x, baseline, std::min(title.widthAt(size), std::max(0.0, right - x - 4)), size),
                head.tone);
    painter.setPen(colors.text);
    title.draw(painter, QPointF(x, baseline), size, std::max(0.0, right - x - 4));
    x += title.widthAt(size) + 12 * zoom;
    const ShapedText note = shapedWords(head.note, 11);
    const double small = textPixels(view, 11, 10);
    if (!isSmall && !head.note.isEmpty() && x + note.widthAt(small) < right - 6) {
        clearBehind(context, behind(x, baseline, note.widthAt(small), small), head.tone);
        painter.setPen(context.theme.t2);
        note.draw(painter, QPointF(x, baseline - 0.5), small);
    }
}

QString countOf(int count, const QString& word) {
    return count == 0 ? QString() : countedText(count, word);
}

void paintLaneHead(const PaintContext& context, const LaneArea& lane, const LaneFacts& facts) {
    const double zoom = context.view.zoom();
    QRectF place = context.view.toScreen(rectFrom(lane.area));
    place.setHeight(std::max(44 * zoom, 15.0));
    Head head{place, toneOfZone(lane.zone.type), iconOf(lane.zone), QString::fromStdString(lane.zone.title), {}, {}};
    const bool isBus = lane.column == LaneColumn::Bus;
    if (!isBus) {
        head.note = countOf(facts.services + facts.components, QStringLiteral("service"));
        if (facts.managedDollars > 0) {
            head.note += QStringLiteral(" \u00b7 managed %1").arg(cardMoney(facts.managedDollars));
        }
    } else {
        head.left = 11;
        head.right = 7;
        head.perMonth = false;
    }
    if (context.facts.hasFigures && facts.services + facts.components > 0) {
        head.money = cardMoney(facts.dollars);
    }
    paintHead(context, head);
}

void paintWasmHead(const PaintContext& context, const LaneArea& lane, const LaneFacts& facts) {
    QRectF place = context.view.toScreen(rectFrom(*lane.wasm));
    place.setHeight(std::max(32 * context.view.zoom(), 14.0));
    Head head{place, Tone::Wasm, QStringLiteral("wasm"), QStringLiteral("Wasm at the edge"), {}, {}};
    head.role = 12.5;
    head.iconSize = 16;
    head.left = 11;
    head.right = 8;
    head.note = countOf(facts.components, QStringLiteral("component"));
    if (context.facts.hasFigures && facts.components > 0) {
        head.money = cardMoney(facts.componentDollars);
    }
    paintHead(context, head);
}

void paintAdvice(const PaintContext& context, const QRectF& area, const QString& words, Tone tone) {
    if (context.view.detail() == Detail::Bars || context.view.detail() == Detail::Names) {
        return;
    }
    QPainter& painter = context.painter;
    QFont font = canvasFont(12);
    font.setPixelSize(static_cast<int>(std::lround(textPixels(context.view, 12, 10))));
    painter.setFont(font);
    constexpr int kFlags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const QRectF place = context.view.toScreen(area);
    clearBehind(context, painter.boundingRect(place, kFlags, words).adjusted(-3, 0, 3, 0), tone);
    painter.setPen(context.theme.t2);
    painter.drawText(place, kFlags, words);
}

void paintWasmZone(const PaintContext& context, const Area& area) {
    const double radius = std::max(2.0, kWasmRadius * context.view.zoom());
    const ToneColors colors = colorsOf(Tone::Wasm, context.theme);
    context.painter.setPen(QPen(colors.line, 1));
    context.painter.setBrush(colors.zone);
    context.painter.drawRoundedRect(context.view.snapped(rectFrom(area)).adjusted(0.5, 0.5, -0.5, -0.5), radius,
                                    radius);
}

void paintBanks(const PaintContext& context, const QRectF& place) {
    QColor bank = context.theme.busLine;
    bank.setAlphaF(0.45F);
    const double width = std::max(1.0, 2 * context.view.zoom());
    context.painter.fillRect(QRectF(place.left() + 1, place.top() + 1, width, place.height() - 2), bank);
    context.painter.fillRect(QRectF(place.right() - 1 - width, place.top() + 1, width, place.height() - 2), bank);
}

}  // namespace

QPainterPath laneOutline(const QRectF& rect, const QRectF& board, double radius) {
    const auto near = [](double a, double b) { return std::abs(a - b) < 1.5; };
    const bool left = near(rect.left(), board.left());
    const bool right = near(rect.right(), board.right());
    const bool top = near(rect.top(), board.top());
    const bool bottom = near(rect.bottom(), board.bottom());
    QPainterPath path;
    const double turn = 2 * radius;
    path.moveTo(rect.left() + (left && top ? radius : 0), rect.top());
    path.lineTo(rect.right() - (right && top ? radius : 0), rect.top());
    if (right && top) {
        path.arcTo(rect.right() - turn, rect.top(), turn, turn, 90, -90);
    }
    path.lineTo(rect.right(), rect.bottom() - (right && bottom ? radius : 0));
    if (right && bottom) {
        path.arcTo(rect.right() - turn, rect.bottom() - turn, turn, turn, 0, -90);
    }
    path.lineTo(rect.left() + (left && bottom ? radius : 0), rect.bottom());
    if (left && bottom) {
        path.arcTo(rect.left(), rect.bottom() - turn, turn, turn, 270, -90);
    }
    path.lineTo(rect.left(), rect.top() + (left && top ? radius : 0));
    if (left && top) {
        path.arcTo(rect.left(), rect.top(), turn, turn, 180, -90);
    }
    path.closeSubpath();
    return path;
}

bool lanesCover(const PaintContext& context) {
    constexpr double kBorder = 4;
    const QRectF area = context.world.adjusted(-kBorder, -kBorder, kBorder, kBorder);
    constexpr double kRound = kBoardRadius + 1;
    if (context.view.isVector() ||
        !context.picture.boardRect().adjusted(kRound, kRound, -kRound, -kRound).contains(area)) {
        return false;
    }
    double left = area.width() * area.height();
    for (const LaneArea& lane : context.picture.plan().lanes) {
        const QRectF seen = rectFrom(lane.area) & area;
        left -= seen.width() * seen.height();
    }
    return left < 1e-6 * area.width() * area.height();
}

void paintDots(const PaintContext& context) {
    const double zoom = context.view.zoom();
    if (zoom < kDotsFrom || context.view.isVector()) {
        return;
    }
    const double pixel = 1 / context.view.pixelRatio();
    const QRectF board = context.picture.boardRect();
    const QRectF area = context.world;
    std::vector<QRectF> dots;
    for (double y = std::floor(area.top() / kDotStep) * kDotStep; y <= area.bottom(); y += kDotStep) {
        for (double x = std::floor(area.left() / kDotStep) * kDotStep; x <= area.right(); x += kDotStep) {
            if (!board.contains(x, y)) {
                dots.emplace_back(context.view.snapped(QPointF(x, y)), QSizeF(pixel, pixel));
            }
        }
    }
    context.painter.setRenderHint(QPainter::Antialiasing, false);
    context.painter.setPen(Qt::NoPen);
    context.painter.setBrush(context.theme.grid);
    context.painter.drawRects(dots.data(), static_cast<int>(dots.size()));
    context.painter.setRenderHint(QPainter::Antialiasing);
}

void paintLanes(const PaintContext& context) {
    const View& view = context.view;
    QPainter& painter = context.painter;
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::max(2.0, kBoardRadius * view.zoom());
    const QRectF board = view.snapped(context.picture.boardRect()).adjusted(0.5, 0.5, -0.5, -0.5);
    for (const LaneArea& lane : context.picture.plan().lanes) {
        const QRectF world = rectFrom(lane.area);
        if (!world.intersects(context.world)) {
            continue;
        }
        const QPointF topLeft = view.snapped(world.topLeft());
        const QRectF place = QRectF(topLeft, view.snapped(world.bottomRight())).adjusted(0.5, 0.5, -0.5, -0.5);
        const ToneColors colors = colorsOf(toneOfZone(lane.zone.type), context.theme);
        painter.setPen(QPen(colors.line, 1));
        const QRectF screen = view.toScreen(context.world).adjusted(-2, -2, 2, 2);
        const QRectF straight = place.adjusted(0, radius, 0, -radius);
        const bool hasCorner = screen.top() < straight.top() || screen.bottom() > straight.bottom();
        if (hasCorner || view.isVector()) {
            painter.setBrush(colors.zone);
            painter.drawPath(laneOutline(place, board, radius));
        } else {
            painter.fillRect(place.adjusted(0.5, 0.5, -0.5, -0.5) & screen, colors.zone);
            const std::array sides{QLineF(place.left(), screen.top(), place.left(), screen.bottom()),
                                   QLineF(place.right(), screen.top(), place.right(), screen.bottom())};
            painter.drawLines(sides.data(), static_cast<int>(sides.size()));
        }
        if (lane.column == LaneColumn::Bus) {
            paintBanks(context, place);
        }
        if (lane.wasm) {
            paintWasmZone(context, *lane.wasm);
        }
    }
}

void paintLaneHeads(const PaintContext& context) {
    if (!context.state.hasHeads) {
        return;
    }
    const auto& lanes = context.picture.plan().lanes;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const LaneArea& lane = lanes[i];
        const LaneFacts facts = i < context.facts.lanes.size() ? context.facts.lanes[i] : LaneFacts{};
        if (!rectFrom(lane.area).intersects(context.world)) {
            continue;
        }
        paintLaneHead(context, lane, facts);
        const bool isEmpty = facts.services == 0 && (lane.column != LaneColumn::Bus || context.picture.pills().empty());
        const Area& area = lane.area;
        const QRectF advice(area.x + 16, area.y + 64, area.width - 32, 60);
        const bool hasRoom = !lane.wasm || lane.wasm->y >= advice.bottom();
        if (isEmpty && hasRoom && lane.zone.type != "wasm") {
            paintAdvice(context, advice, adviceFor(lane.zone), toneOfZone(lane.zone.type));
        }
        if (lane.wasm) {
            paintWasmHead(context, lane, facts);
            if (facts.components == 0) {
                const Area& wasm = *lane.wasm;
                paintAdvice(context, {wasm.x + 16, wasm.y + 58, wasm.width - 32, 40},
                            QStringLiteral("Drop short handlers here that keep nothing."), Tone::Wasm);
            }
        }
    }
}

}  // namespace tideline
