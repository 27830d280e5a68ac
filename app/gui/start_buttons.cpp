// SPDX-License-Identifier: Apache-2.0
#include "app/gui/start_buttons.h"

#include "app/gui/design_thumbnail.h"
#include "app/gui/open_documents.h"
#include "widgets/look/fonts.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"
#include "widgets/look/tabular.h"
#include "widgets/look/words.h"

#include <QPainterPath>

namespace tideline {

namespace {

void setUp(QAbstractButton& button, const QString& name, const QString& description) {
    button.setText(name);
    button.setAccessibleName(name);
    button.setAccessibleDescription(description);
    button.setFocusPolicy(Qt::StrongFocus);
    button.setAttribute(Qt::WA_Hover);
}

/// Lines about a design that a template's card has room for: its first sentence, else its size.
QString noteOf(const Design& design) {
    const QString text = QString::fromStdString(design.description).section(QLatin1Char('\n'), 0, 0).trimmed();
    return text.isEmpty() ? countedText(static_cast<qsizetype>(design.services.size()), StartButton::tr("service"))
                          : text;
}

void paintElided(QPainter& painter, const QRectF& box, const QString& text) {
    painter.drawText(box, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(box.width())));
}

}  // namespace

StartButton::StartButton(const QString& icon, const QString& title, const QString& note, Weight weight, QWidget* parent)
    : QAbstractButton(parent), m_icon(icon), m_note(note), m_weight(weight) {
    setUp(*this, title, note);
    setFixedHeight(54);
}

void StartButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& t = currentTheme();
    const bool isPrimary = m_weight == Weight::Primary;
    const QColor rest = isPrimary ? t.accent : t.panel, hover = isPrimary ? t.accentHover : t.hover;
    const QColor down = isPrimary ? t.accentPress : t.pressed;
    paintRounded(&painter, rect(), 8, isDown() ? down : underMouse() ? hover : rest, isPrimary ? QColor() : t.line2);
    if (hasFocus()) {
        paintRounded(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), 6, QColor(), isPrimary ? t.onAccent : t.focus, 2);
    }
    const QColor first = isPrimary ? t.onAccent : t.t1, second = isPrimary ? t.onAccent : t.t2;
    painter.drawPixmap(14, 17, iconPixmap(m_icon, isPrimary ? t.onAccent : t.t2, 20, devicePixelRatioF()));
    painter.setPen(first);
    painter.setFont(fontOf(FontRole::BodyTitle));
    painter.drawText(QRect(46, 9, width() - 60, 18), Qt::AlignVCenter, text());
    painter.setPen(second);
    painter.setFont(fontOf(FontRole::Small));
    painter.drawText(QRect(46, 27, width() - 60, 18), Qt::AlignVCenter, m_note);
    painter.setFont(fontOf(FontRole::Caption));
    painter.drawText(rect().adjusted(0, 0, -14, 0), Qt::AlignRight | Qt::AlignVCenter, m_key);
}

RecentRow::RecentRow(const RecentDesign& recent, std::optional<Design> design, QWidget* parent)
    : QAbstractButton(parent), m_recent(recent), m_design(std::move(design)) {
    setUp(*this, recent.title, m_design ? shortPath(recent.path) : tr("%1, not found").arg(shortPath(recent.path)));
    setFixedHeight(76);
    setEnabled(m_design.has_value());
}

void RecentRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& t = currentTheme();
    if (isEnabled() && underMouse()) {
        paintRounded(&painter, QRectF(rect()).adjusted(4, 2, -4, -2), 8, t.hover, QColor());
    }
    if (hasFocus()) {
        paintRounded(&painter, QRectF(rect()).adjusted(4, 2, -4, -2), 8, QColor(), t.focus, 2);
    }
    const QRectF picture(18, 9, 104, 58);
    if (m_design) {
        painter.save();
        QPainterPath shape;
        shape.addRoundedRect(picture, 5, 5);
        painter.setClipPath(shape);
        paintThumbnail(painter, *m_design, t, picture);
        painter.restore();
    }
    paintRounded(&painter, picture, 5, QColor(), t.line2);
    painter.setPen(isEnabled() ? t.t1 : t.t3);
    painter.setFont(fontOf(FontRole::Head));
    const double room = width() - 138 - 150;
    paintElided(painter, QRectF(138, 18, room, 20), m_recent.title);
    painter.setFont(fontOf(FontRole::Small));
    painter.setPen(t.t3);
    paintElided(painter, QRectF(138, 39, room, 16),
                m_design ? shortPath(m_recent.path) : tr("%1 · not found").arg(shortPath(m_recent.path)));
    if (m_recent.monthly > 0) {
        painter.setPen(isEnabled() ? t.t1 : t.t3);
        drawTabular(painter, QRectF(0, 18, width() - 20, 20), cardMoney(m_recent.monthly) + perMonth(),
                    fontOf(FontRole::BodyTitle), Qt::AlignRight);
    }
    painter.setPen(t.t3);
    painter.drawText(QRectF(0, 39, width() - 20, 16), Qt::AlignRight | Qt::AlignVCenter,
                     dayText(m_recent.opened, QDateTime::currentDateTime()));
}

TemplateCard::TemplateCard(const Design& design, QWidget* parent) : QAbstractButton(parent), m_design(design) {
    setUp(*this, QString::fromStdString(design.title), noteOf(design));
    setMinimumSize(200, 180);
    setMaximumWidth(320);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TemplateCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& t = currentTheme();
    paintRounded(&painter, rect(), 10, t.panel, QColor());
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), 10, 10);
    painter.setClipPath(shape);
    paintThumbnail(painter, m_design, t, QRectF(0, 0, width(), 124));
    painter.restore();
    painter.fillRect(QRect(0, 124, width(), 1), t.line);
    paintRounded(&painter, rect(), 10, QColor(),
                 hasFocus()     ? t.focus
                 : underMouse() ? t.cardHover
                                : t.line2,
                 hasFocus() ? 2 : 1);
    painter.setPen(t.t1);
    painter.setFont(fontOf(FontRole::BodyTitle));
    paintElided(painter, QRectF(13, 133, width() - 26, 18), text());
    painter.setPen(t.t3);
    painter.setFont(fontOf(FontRole::Small));
    paintElided(painter, QRectF(13, 152, width() - 26, 16), noteOf(m_design));
}

}  // namespace tideline
