// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/placement_option.h"

#include "widgets/look/fonts.h"
#include "widgets/look/host_look.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"
#include "widgets/look/tabular.h"

#include <QPainter>

namespace tideline {

PlacementOption::PlacementOption(Host host, QWidget* parent) : QAbstractButton(parent), m_host(host) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setText(hostLook(host, currentTheme()).title);
}

void PlacementOption::setTexts(const QString& money, const QString& reason) {
    m_money = money;
    m_reason = reason;
    setAccessibleName(text());
    setAccessibleDescription(QStringLiteral("%1, %2").arg(money, reason));
    updateGeometry();
    update();
}

QRect PlacementOption::reasonBox(int width) const {
    const QRect room(54, 26, width - 54 - 12, 400);
    return QFontMetrics(fontOf(FontRole::Caption)).boundingRect(room, Qt::TextWordWrap, m_reason);
}

int PlacementOption::heightForWidth(int width) const {
    return m_reason.isEmpty() ? 34 : 26 + reasonBox(width).height() + 8;
}

QSize PlacementOption::sizeHint() const {
    return {240, heightForWidth(240)};
}

void PlacementOption::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& t = currentTheme();
    QStyleOption option;
    option.initFrom(this);
    const bool isHovered = isEnabled() && underMouse();
    paintRounded(&painter, rect(), 8,
                 isChecked() ? t.accentSoft
                 : isHovered ? t.hover
                             : t.panel,
                 isChecked() ? t.accent : t.line2);
    if (hasKeyboardFocus(&option)) {
        paintRounded(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), 6, QColor(), t.focus, 2);
    }
    option.rect = QRect(10, 9, 16, 16);
    option.state = (isEnabled() ? QStyle::State_Enabled : QStyle::State_None) |
                   (isChecked() ? QStyle::State_On : QStyle::State_Off);
    paintRadioMark(t, option, &painter);
    QColor square = hostLook(m_host, t).mark;
    if (!isEnabled()) {
        square.setAlphaF(0.6F);
    }
    paintRounded(&painter, QRectF(36, 12, 10, 10), 3, square, QColor());
    painter.setFont(fontOf(FontRole::BodyStrong));
    painter.setPen(isEnabled() ? t.t1 : t.t3);
    painter.drawText(QRect(54, 7, width() - 54, 20), Qt::AlignVCenter, text());
    drawTabular(painter, QRectF(0, 7, width() - 12, 20), m_money, fontOf(FontRole::BodyTitle), Qt::AlignRight);
    painter.setFont(fontOf(FontRole::Caption));
    painter.setPen(isChecked() ? t.t2 : isEnabled() ? t.t2 : t.t3);
    painter.drawText(reasonBox(width()), Qt::TextWordWrap, m_reason);
}

}  // namespace tideline
