// SPDX-License-Identifier: Apache-2.0
#include "widgets/canvas/canvas_accessible.h"

#include "widgets/canvas/canvas.h"
#include "widgets/canvas/canvas_part.h"
#include "widgets/canvas/hover_words.h"

#include <QAccessibleWidget>
#include <map>

namespace tideline {

namespace {

/// The canvas itself: its children are lanes, then cards, topics and connections, then the widgets on it.
class CanvasInterface : public QAccessibleWidget {
public:
    explicit CanvasInterface(Canvas* canvas) : QAccessibleWidget(canvas, QAccessible::Canvas) {}
    ~CanvasInterface() override {
        for (const auto& [key, id] : m_parts) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    QString text(QAccessible::Text text) const override {
        return text == QAccessible::Name ? canvasWords(stage()) : QAccessibleWidget::text(text);
    }
    int childCount() const override { return partCount() + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override {
        return index < partCount() ? part(index) : QAccessibleWidget::child(index - partCount());
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        for (const auto& [key, id] : m_parts) {
            if (QAccessible::accessibleInterface(id) == child) {
                return key;
            }
        }
        const int widget = QAccessibleWidget::indexOfChild(child);
        return widget < 0 ? -1 : partCount() + widget;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const QPointF at = widget()->mapFromGlobal(QPoint(x, y));
        const int box = stage().picture.boxAt(stage().view.toWorld(at));
        return box >= 0 ? part(laneCount() + box) : QAccessibleWidget::childAt(x, y);
    }
    QAccessibleInterface* focusChild() const override {
        const Canvas& canvas = *static_cast<Canvas*>(widget());
        const int box = stage().overlay.focused ? stage().picture.boxOf(*stage().overlay.focused) : -1;
        return canvas.hasFocus() && box >= 0 ? part(laneCount() + box) : QAccessibleWidget::focusChild();
    }

private:
    CanvasStage& stage() const { return static_cast<Canvas*>(widget())->stage(); }
    int laneCount() const { return static_cast<int>(stage().picture.plan().lanes.size()); }
    int partCount() const {
        const Picture& picture = stage().picture;
        return laneCount() + static_cast<int>(picture.boxes().size() + picture.pills().size() + picture.lines().size());
    }
    QAccessibleInterface* part(int index) const {
        const auto known = m_parts.find(index);
        QAccessibleInterface* made = known == m_parts.end() ? nullptr : QAccessible::accessibleInterface(known->second);
        const auto counts = std::tuple(laneCount(), stage().picture.boxes().size(), stage().picture.pills().size());
        if (made != nullptr && counts == m_counts) {
            return made;
        }
        if (counts != m_counts) {
            for (const auto& [key, id] : m_parts) {
                QAccessible::deleteAccessibleInterface(id);
            }
            m_parts.clear();
            m_counts = counts;
        }
        made = makePart(index);
        m_parts[index] = QAccessible::registerAccessibleInterface(made);
        return made;
    }
    QAccessibleInterface* makePart(int index) const {
        Canvas& canvas = *static_cast<Canvas*>(widget());
        const int boxes = static_cast<int>(stage().picture.boxes().size());
        const int pills = static_cast<int>(stage().picture.pills().size());
        int at = index;
        if (at < laneCount()) {
            return new CanvasPart(canvas, CanvasPart::Kind::Lane, at);
        }
        at -= laneCount();
        if (at < boxes) {
            return new CanvasPart(canvas, CanvasPart::Kind::Card, at);
        }
        at -= boxes;
        return at < pills ? new CanvasPart(canvas, CanvasPart::Kind::Topic, at)
                          : new CanvasPart(canvas, CanvasPart::Kind::Connection, at - pills);
    }
    mutable std::map<int, QAccessible::Id> m_parts;
    mutable std::tuple<int, std::size_t, std::size_t> m_counts;
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    Q_UNUSED(className)
    auto* canvas = qobject_cast<Canvas*>(object);
    return canvas == nullptr ? nullptr : new CanvasInterface(canvas);
}

}  // namespace

void installCanvasAccessibility() {
    static const bool isInstalled = (QAccessible::installFactory(&makeInterface), true);
    Q_UNUSED(isInstalled)
}

}  // namespace tideline
