// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/host.h"
#include "core/edit/layout_edits.h"
#include "core/rules/finding.h"
#include "widgets/canvas/selection.h"
#include "widgets/canvas/tool.h"
#include "widgets/look/theme.h"

#include <QBasicTimer>
#include <QWidget>
#include <memory>
#include <string_view>

class QMenu;
class QTimer;

namespace tideline {

class CanvasStage;
class DesignSession;
struct DesignChange;
struct Pasted;

/// The board with its services, connections and topics. Everything that a person can do with the mouse is a verb here,
/// so that menus, keys and tools share it.
class Canvas : public QWidget {
    Q_OBJECT
public:
    /// The MIME type under which the palette drags the key of a kind (UTF-8).
    static constexpr const char* kKindMimeType = "application/x-tideline-kind";
    /// The MIME type of copied services; the same JSON text is offered as text/plain.
    static constexpr const char* kServicesMimeType = "application/x-tideline-services";

    /// Both must outlive the canvas.
    Canvas(DesignSession& session, const Theme& theme, QWidget* parent = nullptr);
    ~Canvas() override;

    /// The theme must outlive the canvas; all caches are dropped.
    void setTheme(const Theme& theme);
    const Theme& theme() const;
    DesignSession& session() const;

    double zoom() const;
    ToolKey tool() const;
    const Selection& selection() const;
    /// "Data ETL selected": what is chosen, for the status bar; what to do next where nothing is.
    QString hint() const;
    bool isSnapping() const;
    bool areLabelsShown() const;
    bool isMiniMapShown() const;

    /// Selects, without moving the view.
    void select(Selection selection);
    void selectServices(const std::vector<ServiceId>& services);
    void selectConnection(const ConnectionId& connection);
    /// Selects the subject, moves the view there and pulses once.
    void jumpTo(const Subject& subject);
    /// Adds a service of the kind where the pointer or the middle of the view is, at the next free place of a lane that
    /// takes it. What Enter on a row of the palette does. Empty where it was refused.
    ServiceId insertKind(std::string_view kind);
    /// The menu for the selection, or for the empty board.
    void fillContextMenu(QMenu& menu);
    /// Where tools, painters and tests find everything that is on the canvas.
    CanvasStage& stage() { return *m_stage; }

public Q_SLOTS:
    void chooseTool(tideline::ToolKey tool);
    void fitAll();
    void fitSelection();
    void zoomIn();
    void zoomOut();
    void resetZoom();
    /// Zooms around the middle of the view.
    void zoomBy(double factor);
    void selectAll();
    void clearSelection();
    void selectUpstream();
    void selectDownstream();
    void selectConnected();
    void selectNextService();
    void selectPreviousService();
    /// Of the service that the keyboard is at, one after the other.
    void selectNextConnection();
    void selectPreviousConnection();
    /// The nearest service in the direction of an arrow key.
    void selectNeighbour(Qt::Key direction);
    /// Moves the selected services within their lanes; steps in a row undo together.
    void nudge(double dx, double dy);
    void duplicateSelection();
    void deleteSelection();
    /// Deletes the services and connects those before them with those after them.
    void deleteAndHeal();
    void copySelection();
    void cutSelection();
    void paste();
    /// The same with the connections that came in from services that still exist.
    void pasteWithIncoming();
    void renameSelected();
    void reverseSelected();
    void togglePinned();
    void placeOn(tideline::Host host);
    void align(tideline::Alignment alignment);
    void distribute(Qt::Orientation orientation);
    /// Lays out the selected services anew, or all.
    void tidy();
    /// Opens the search for a kind at the pointer, or in the middle of the view.
    void openQuickAdd();
    void setSnapping(bool on);
    void setLabelsShown(bool on);
    void setMiniMapShown(bool on);
    /// Ends a gesture and restores what it touched; without one, clears the selection.
    void cancel();
    /// From the selected service by keys: arrows or letters aim, Enter connects.
    void beginConnecting();

Q_SIGNALS:
    void selectionChanged();
    /// Something happened, or was refused; stays until the next one or 6 s.
    void statusMessage(const QString& text);
    void zoomChanged(double zoom);
    void toolChanged();
    /// The pointer is over something: its name and facts in one line; empty over nothing.
    void hoverChanged(const QString& text);
    /// A double click or Enter: the person wants the fields of the selection.
    void inspectorWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void timerEvent(QTimerEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QRectF fittedArea() const;
    void rebuild();
    void followChange(const DesignChange& change);
    /// After undo and redo: what is there again is selected again.
    void selectReturned();
    void followHover();
    void paintAhead();
    void scrollNearBorder();
    void repaintSoon() { update(); }
    Pointer pointerFor(QPointF screen, const QMouseEvent& event) const;
    /// Walks to the next service in reading order; false at the end.
    bool step(int direction);
    void stepConnection(int direction);
    enum class Incoming { Leave, Keep };
    void pasteWith(Incoming incoming);
    /// Adds copies where nothing else lies, and selects them.
    void addCopies(const Pasted& copies);

    std::unique_ptr<CanvasStage> m_stage;
    QTimer* m_ahead;
    QBasicTimer m_scroll;
    QPointF m_scrollStep;
    bool m_fitPending = true;
};

}  // namespace tideline
