// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "widgets/canvas/picture.h"

#include <QFrame>
#include <QPointF>
#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace tideline {

class CanvasStage;
struct ServiceKind;

/// A search for a kind at the pointer: Enter adds it there, and connects it where a line led here.
class QuickAdd : public QFrame {
    Q_OBJECT
public:
    /// A line that was dropped in empty space.
    struct Link {
        LineEnd from;
        ServiceId service;
        QString name;  ///< "Can receive from orders.placed"
    };
    QuickAdd(CanvasStage& stage, QWidget* parent);

    void open(QPointF screen, std::optional<Link> link = std::nullopt);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    void addRow(const ServiceKind& kind);
    void accept();
    void dismiss();
    QString zoneWords(const std::string& kind) const;
    CanvasStage& m_stage;
    QLineEdit* m_field;
    QLabel* m_caption;
    QListWidget* m_list;
    QLabel* m_foot;
    QPointF m_world;
    std::optional<Link> m_link;
};

}  // namespace tideline
