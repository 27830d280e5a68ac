// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QAccessible>
#include <QPointer>

namespace tideline {

class Canvas;

/// One thing inside the canvas for screen readers: a lane, a card, a topic or a connection, by its number.
class CanvasPart : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    enum class Kind { Lane, Card, Topic, Connection };
    CanvasPart(Canvas& canvas, Kind kind, int index);

    bool isValid() const override;
    QObject* object() const override { return nullptr; }
    QWindow* window() const override;
    QAccessibleInterface* parent() const override;
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void* interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString& name) override;
    QStringList keyBindingsForAction(const QString& name) const override;
    QString localizedActionDescription(const QString& name) const override;

private:
    QRectF world() const;
    void select();
    QPointer<Canvas> m_canvas;
    Kind m_kind;
    int m_index;
};

}  // namespace tideline
