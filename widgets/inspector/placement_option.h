// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/host.h"

#include <QAbstractButton>

namespace tideline {

/// One place of the placement editor: radio, square, name, price, and why.
class PlacementOption : public QAbstractButton {
    Q_OBJECT
public:
    explicit PlacementOption(Host host, QWidget* parent = nullptr);
    Host host() const { return m_host; }
    void setTexts(const QString& money, const QString& reason);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect reasonBox(int width) const;
    Host m_host;
    QString m_money, m_reason;
};

}  // namespace tideline
