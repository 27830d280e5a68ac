// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas_render.h"

#include "widgets/canvas/picture_painter.h"
#include "widgets/canvas/router.h"

#include <QPainter>

namespace tideline {

namespace {

constexpr double kMargin = 20;

/// The picture of an analysed design with all its routes.
Picture pictureOf(const Analysis& analysis) {
    const Design& design = analysis.figures.design;
    const BoardFacts facts = boardFacts(design, planOf(design, 0), analysis);
    Picture picture;
    picture.rebuild(design, *analysis.catalog, footHeight(facts.rack));
    picture.followFindings(analysis.findings);
    Router(picture).routeAll();
    return picture;
}

QRectF withMargin(const Picture& picture) {
    return picture.boardRect().adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

}  // namespace

QSizeF boardSize(const Analysis& analysis) {
    return withMargin(pictureOf(analysis)).size();
}

void renderBoard(QPainter& painter, const Analysis& analysis, const Theme& theme, const QRectF& target) {
    Picture picture = pictureOf(analysis);
    const BoardFacts facts = boardFacts(analysis.figures.design, picture.plan(), analysis);
    const QRectF board = withMargin(picture);
    const double scale = std::min(target.width() / board.width(), target.height() / board.height());
    View view;
    view.setVector(1);
    Sprites sprites;
    sprites.prepare(view, theme);
    const PaintState plain;
    const BoundaryPlates plates(picture, analysis.figures.connections);
    painter.save();
    painter.fillRect(target, theme.canvas);
    painter.translate(target.center());
    painter.scale(scale, scale);
    painter.translate(-board.center());
    paintPicture(
        {painter, picture, analysis.figures.design, analysis, facts, plates, view, theme, sprites, plain, board});
    painter.restore();
}

}  // namespace tideline
