// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/canvas/back_buffer.h"
#include "widgets/canvas/glide.h"
#include "widgets/canvas/overlay.h"
#include "widgets/canvas/paint_context.h"
#include "widgets/canvas/router.h"
#include "widgets/canvas/selection.h"
#include "widgets/canvas/sprites.h"
#include "widgets/canvas/tool.h"
#include "widgets/canvas/view.h"
#include "widgets/session/design_session.h"

#include <QTimer>
#include <QVariantAnimation>
#include <memory>

namespace tideline {

class Canvas;
class EmptyPlate;
class MiniMap;
class NameEditor;
class QuickAdd;

/// Everything that stands on the canvas, for tools, painters and tests: what is drawn, how it is seen, what is chosen,
/// what a gesture adds.
class CanvasStage {
public:
    CanvasStage(Canvas& canvas, DesignSession& session, const Theme& theme);
    ~CanvasStage();

    Canvas& canvas;
    DesignSession& session;
    const Theme* theme;
    View view;
    Picture picture;
    Router router;
    BoardFacts facts;
    BoundaryPlates plates;
    Selection selection;
    Selection returned;  ///< what the last change of the design added
    Overlay overlay;
    PaintState paintState;
    Sprites sprites;
    BackBuffer buffer;
    Glide glide;
    std::unique_ptr<Tool> tool;
    ToolKey toolKey = ToolKey::Select;
    QPixmap snapshot;  ///< of very many cards while they are dragged
    bool isSnapping = true;
    QPointF pointer;   ///< the last place of the mouse, in screen pixels
    bool isPointerIn = false;
    bool isSpaceDown = false;
    bool isKeyboardFocus = false;  ///< the focus came by a key, so its ring shows
    Qt::KeyboardModifiers modifiers;
    int pasteCount = 0;  ///< pastes since the last copy, so that each lands beside the one before
    std::optional<QPointF> panning;  ///< the last place of a middle or Space drag
    MiniMap* miniMap = nullptr;
    EmptyPlate* emptyPlate = nullptr;
    NameEditor* nameEditor = nullptr;
    QuickAdd* quickAdd = nullptr;

    const Design& design() const { return session.design(); }
    const Service* serviceAt(int box) const;
    const ServiceKind* kindAt(int box) const;
    QString nameAt(int box) const;
    std::vector<ServiceId> selectedServices() const;
    std::vector<TopicId> selectedTopics() const;
    bool isSelected(int box) const;

    /// The figures anew: heads, rack, badges, words.
    void followAnalysis();
    void rebuildPicture();
    /// Paints anew where lines got other routes, and the plates on them; lines that a gesture holds in the hand stay
    /// out of the picture.
    void followRoutes();
    /// The buffer paints the area anew and the widget shows it.
    void repaint(const QRectF& world);
    void repaintAll();
    /// Only what lies over the picture differs.
    void repaintOverlay();
    /// Only what is dragged has come to another place.
    void repaintDragged();
    /// The picture without the overlay, at the view as it is.
    void paint(QPainter& painter, const QRectF& world);
    void setSelection(Selection chosen);
    void say(const QString& text);
    /// Says it, and shows it by the card as a refused drag does.
    void refuse(const ServiceId& service, const QString& reason);
    void dropNote();
    /// Applies; says what the edit did where it succeeds. The session itself reports refusals.
    bool apply(const Edit& edit, const QString& done = {});

    void zoomTo(double zoom, QPointF screenPoint);
    void panBy(QPointF screenPixels);
    /// Moves there within the time for fits, or at once.
    void showArea(const QRectF& world, double mostZoom, bool isAnimated = true);
    /// Whether the view stands as `showArea` left it.
    bool isShowing(const QRectF& world, double mostZoom) const;
    void pulse(const Subject& subject);

private:
    double zoomFor(const QRectF& world, double mostZoom) const;
    void finishMove(double progress);
    std::optional<QRect> m_dragReach;  ///< where it was painted last
    unsigned long long m_platesOf = 0;  ///< stamp of the bus lane that the plates stand for
    QVariantAnimation m_move, m_pulse;
    QTimer m_noteEnd;
    double m_fromZoom = 1, m_toZoom = 1;
    QPointF m_fromCenter, m_toCenter;
};

}  // namespace tideline
