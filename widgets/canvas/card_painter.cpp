// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/card_painter.h"

#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/look/words.h"

#include <QPainter>
#include <array>
#include <cmath>

namespace tideline {

namespace {

constexpr double kDimmed = 0.35;

CardLook lookOf(const Box& box, const QString& icon) {
    return {icon, box.tone, box.isKnown, box.isBusBox()};
}

/// "/mo" behind a sum, shaped once.
const ShapedText& monthText() {
    static const ShapedText text(perMonth(), canvasFont(11));
    return text;
}

/// Right end of the money at `right`; returns its left end.
double paintMoney(const PaintContext& context, const BoxText& text, QPointF right, double role) {
    QPainter& painter = context.painter;
    const double size = textPixels(context.view, role, 10);
    if (text.facts.isMonthly) {
        const double unit = textPixels(context.view, role - 2, 9.5);
        right.rx() -= monthText().widthAt(unit);
        painter.setPen(context.theme.t3);
        monthText().draw(painter, right, unit);
    }
    right.rx() -= text.money.widthAt(text.facts.isMonthly ? size : size - 1.5);
    painter.setPen(text.facts.isMonthly ? context.theme.t1 : context.theme.t3);
    text.money.draw(painter, right, text.facts.isMonthly ? size : size - 1.5);
    return right.x();
}

/// Marks from the right; returns where they begin.
double paintMarks(const PaintContext& context, const Box& box, const BoxText& text, const QRectF& place) {
    const double zoom = context.view.zoom();
    double right = place.left() + 190 * zoom;
    const double size = 14 * zoom;
    const auto mark = [&](const char* icon) {
        drawIcon(context.painter, QString::fromLatin1(icon), context.theme.t3,
                 QRectF(right - size, place.top() + 27 * zoom, size, size));
        right -= 18 * zoom;
    };
    if (box.isPinned) {
        mark("pin");
    }
    if (text.facts.autoscaled) {
        mark("autoscale");
    }
    return right;
}

/// " · " between the key numbers, shaped once.
const ShapedText& betweenText() {
    static const ShapedText text(QStringLiteral("\u2009\u00b7\u2009"), canvasFont(12));
    return text;
}

/// The load and what carries it. Where both find no room the second one is left out: half a number says nothing.
void paintNumbers(const PaintContext& context, const BoxText& text, QPointF at, double room) {
    QPainter& painter = context.painter;
    const double size = textPixels(context.view, 11.5, 10);
    const double load = text.load.widthAt(size);
    painter.setPen(context.theme.t2);
    text.load.draw(painter, at, size, room);
    const double between = load > 0 ? betweenText().widthAt(size) : 0;
    if (text.size.isNull() || load + between + text.size.widthAt(size) > room) {
        return;
    }
    text.size.draw(painter, at + QPointF(load + between, 0), size);
    if (load > 0) {
        painter.setPen(context.theme.t3);
        betweenText().draw(painter, at + QPointF(load, 0), size);
    }
}

void paintFullText(const PaintContext& context, const Box& box, const BoxText& text, const QRectF& place) {
    const View& view = context.view;
    const double zoom = view.zoom();
    QPainter& painter = context.painter;
    const auto at = [&](double x, double y) { return place.topLeft() + QPointF(x, y) * zoom; };
    painter.setPen(context.theme.t1);
    text.title.draw(painter, at(47, 23), textPixels(view, 13, 11), 146 * zoom);
    const double marks = paintMarks(context, box, text, place);
    painter.setPen(context.theme.t3);
    text.kind.draw(painter, at(47, 38.5), textPixels(view, 11, 10), marks - at(47, 0).x() - 2);
    const double money = paintMoney(context, text, at(189, 58), 12.5);
    paintNumbers(context, text, at(11, 58), money - at(11, 0).x() - 4);
}

void paintShortText(const PaintContext& context, const BoxText& text, const QRectF& place) {
    const double zoom = context.view.zoom();
    const auto at = [&](double x, double y) { return place.topLeft() + QPointF(x, y) * zoom; };
    context.painter.setPen(context.theme.t1);
    text.title.draw(context.painter, at(47, 27), 11, 146 * zoom);
    paintMoney(context, text, at(189, 56), 10.5);
}

void paintBusBoxText(const PaintContext& context, const BoxText& text, const QRectF& place) {
    const double zoom = context.view.zoom();
    QPainter& painter = context.painter;
    const auto at = [&](double x, double y) { return place.topLeft() + QPointF(x, y) * zoom; };
    painter.setPen(context.theme.t1);
    const double room = (kBusBoxWidth - 42 - 8) * zoom;
    text.title.draw(painter, at(42, 19), textPixels(context.view, 12, 10), room);
    painter.setPen(context.theme.t2);
    const double size = textPixels(context.view, 11, 10);
    text.money.draw(painter, at(42, 34.5), size, room);
    if (text.facts.isMonthly) {
        painter.setPen(context.theme.t3);
        monthText().draw(painter, at(42, 34.5) + QPointF(text.money.widthAt(size), 0), size - 1.5);
    }
}

/// The name in words on one or two lines of 10 pixels.
void paintNames(const PaintContext& context, const BoxText& text, const QRectF& place) {
    constexpr double kSize = 10;
    constexpr double kLine = 12;
    const ChipPlace chip = chipPlace(place, context.view.zoom(), Detail::Names, false);
    const double left = chip.chip.right() + 4;
    const double room = place.right() - 3 - left;
    if (room < 12) {
        return;
    }
    const std::size_t lines = place.height() >= 2 * kLine + 2 ? 2 : 1;
    std::array<std::vector<std::pair<const ShapedText*, double>>, 2> rows;
    std::size_t row = 0;
    double x = 0;
    for (const ShapedText& word : text.words) {
        const double width = word.widthAt(kSize);
        if (x > 0 && x + width > room) {
            if (row + 1 >= lines) {
                break;
            }
            ++row;
            x = 0;
        }
        rows[row].emplace_back(&word, x);
        x += width + 2.8;
    }
    context.painter.setPen(context.theme.t1);
    double y = place.center().y() + 3.6 - (row > 0 ? kLine / 2 : 0);
    for (std::size_t i = 0; i <= row; ++i) {
        for (const auto& [word, at] : rows[i]) {
            word->draw(context.painter, QPointF(std::round(left + at), std::round(y)), kSize, room - at);
        }
        y += kLine;
    }
}

void paintBadgeOf(const PaintContext& context, const Box& box, const QRectF& place) {
    if (!box.worst || context.view.detail() == Detail::Bars) {
        return;
    }
    const double zoom = context.view.zoom();
    const Detail detail = context.view.detail();
    const QPointF middle = detail == Detail::Names ? QPointF(place.right() - 1, place.top() + 1)
                                                   : QPointF(place.right() - 3 * zoom, place.top() + 3 * zoom);
    if (drawsVectors(context.painter)) {
        paintBadge(context.painter, middle, *box.worst, box.ground, zoom, detail, context.theme);
        return;
    }
    const QPixmap& badge = context.sprites.badge(*box.worst, box.ground);
    const double ratio = context.view.pixelRatio();
    const QPointF corner = (middle * ratio) - QPointF(badge.width(), badge.height()) / 2;
    const QPointF pixel(std::floor(corner.x() + 0.5), std::floor(corner.y() + 0.5));
    context.painter.drawPixmap(pixel / ratio, badge);
}

void paintWords(const PaintContext& context, const Box& box, const BoxText& text, const QRectF& place) {
    switch (context.view.detail()) {
    case Detail::Bars: return;
    case Detail::Names: paintNames(context, text, place); return;
    case Detail::Short:
        box.isBusBox() ? paintBusBoxText(context, text, place) : paintShortText(context, text, place);
        return;
    case Detail::Full: break;
    }
    box.isBusBox() ? paintBusBoxText(context, text, place) : paintFullText(context, box, text, place);
}

/// Bars in the colour of their host, one call a colour.
void paintBars(const PaintContext& context, std::span<const int> boxes) {
    std::array<std::vector<QRectF>, kToneCount> bars;
    std::array<std::vector<QPointF>, 3> dots;
    for (const int index : boxes) {
        const Box& box = context.picture.box(index);
        if (context.state.hiddenBoxes.contains(index)) {
            continue;
        }
        QRectF bar = context.view.toScreen(box.rect);
        bar.setSize(bar.size().expandedTo(QSizeF(1, 1)));
        bars[static_cast<std::size_t>(box.tone)].push_back(bar);
        if (box.worst) {
            dots[static_cast<std::size_t>(*box.worst)].push_back(bar.topRight());
        }
    }
    QPainter& painter = context.painter;
    const bool isRound = boxes.size() < 300 && context.view.zoom() > 0.1;
    painter.setRenderHint(QPainter::Antialiasing, isRound);
    painter.setPen(Qt::NoPen);
    for (std::size_t tone = 0; tone < bars.size(); ++tone) {
        painter.setBrush(colorsOf(static_cast<Tone>(tone), context.theme).mark);
        if (isRound) {
            for (const QRectF& bar : bars[tone]) {
                painter.drawRoundedRect(bar, 3, 3);
            }
        } else if (!bars[tone].empty()) {
            painter.drawRects(bars[tone].data(), static_cast<int>(bars[tone].size()));
        }
    }
    // Of very many no larger than their cards, and in one call.
    const double side = std::clamp(60 * context.view.zoom(), 2.0, 6.0);
    painter.setRenderHint(QPainter::Antialiasing, isRound);
    for (std::size_t severity = 0; severity < dots.size(); ++severity) {
        painter.setBrush(severityLook(static_cast<Severity>(severity), context.theme).fill);
        std::vector<QRectF> marks;
        for (const QPointF& dot : dots[severity]) {
            if (isRound) {
                painter.drawEllipse(dot, 3, 3);
            } else {
                marks.emplace_back(dot - QPointF(side, side) / 2, QSizeF(side, side));
            }
        }
        painter.drawRects(marks.data(), static_cast<int>(marks.size()));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

}  // namespace

void paintCard(const PaintContext& context, int index) {
    const Box& box = context.picture.box(index);
    const QRectF place = context.view.snapped(box.rect);
    const BoxText& text = context.picture.textOf(index, context.design, context.analysis.figures);
    QPainter& painter = context.painter;
    const bool isDimmed = context.state.isDimmed(index);
    if (isDimmed) {
        painter.setOpacity(kDimmed);
    }
    const CardLook look = lookOf(box, text.facts.icon);
    if (drawsVectors(painter)) {
        paintCardFrame(painter, place, look, context.view.zoom(), context.view.detail(), context.theme);
    } else {
        painter.drawPixmap(place.topLeft() - QPointF(Sprites::kMargin, Sprites::kMargin), context.sprites.card(look));
    }
    paintWords(context, box, text, place);
    paintBadgeOf(context, box, place);
    if (isDimmed) {
        painter.setOpacity(1);
    }
}

void paintCardBadge(const PaintContext& context, int index) {
    const Box& box = context.picture.box(index);
    paintBadgeOf(context, box, context.view.snapped(box.rect));
}

void paintCards(const PaintContext& context, std::span<const int> boxes) {
    if (context.view.detail() == Detail::Bars) {
        paintBars(context, boxes);
        return;
    }
    for (const int index : boxes) {
        if (!context.state.hiddenBoxes.contains(index)) {
            paintCard(context, index);
        }
    }
}

void paintGhostCard(QPainter& painter, const QRectF& box, const CardLook& look, const CardFacts& facts,
                    const QString& title, double zoom, const Theme& theme) {
    painter.setOpacity(0.92);
    CardLook dashed = look;
    dashed.isKnown = false;
    paintCardFrame(painter, box, dashed, zoom, Detail::Full, theme);
    const auto at = [&](double x, double y) { return box.topLeft() + QPointF(x, y) * zoom; };
    painter.setPen(theme.t1);
    ShapedText(title, canvasFont(13, QFont::DemiBold)).draw(painter, at(47, 23), std::max(11.0, 13 * zoom), 146 * zoom);
    painter.setPen(theme.t3);
    const double small = std::max(10.0, 11 * zoom);
    ShapedText(facts.kindTitle, canvasFont(11)).draw(painter, at(47, 38.5), small, 146 * zoom);
    painter.setPen(theme.t2);
    ShapedText(facts.load, canvasFont(12)).draw(painter, at(11, 58), small, 120 * zoom);
    painter.setOpacity(1);
}

}  // namespace tideline
