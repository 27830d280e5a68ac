// SPDX-License-Identifier: Apache-2.0
#include "widgets/controls/quantity_field.h"

#include "widgets/look/fonts.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <cmath>

namespace tideline {

QuantityField::QuantityField(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textEdited, this, &QuantityField::check);
    connect(this, &QLineEdit::textChanged, this, &QuantityField::placeUnit);
}

void QuantityField::setUnit(const QString& unit) {
    m_unit = unit;
    placeUnit();
}

void QuantityField::placeUnit() {
    const int space = m_unit.isEmpty() ? 0 : QFontMetrics(fontOf(FontRole::Caption)).horizontalAdvance(m_unit) + 8;
    // The number comes first: where both have no room, the unit is in the tooltip alone.
    m_showsUnit = space > 0 && fontMetrics().horizontalAdvance(text()) + space + 18 <= width();
    setTextMargins(0, 0, m_showsUnit ? space : 0, 0);
    setToolTip(!wrongReason().isEmpty() ? wrongReason() : m_showsUnit ? QString() : m_unit);
    update();
}

void QuantityField::setLimits(std::optional<double> least, std::optional<double> most) {
    m_least = least;
    m_most = most;
}

void QuantityField::showNumber(double number) {
    m_shown = numberText(number);
    if (!hasFocus() || !isModified()) {
        restore();
    }
}

void QuantityField::showNothing(const QString& text) {
    m_mayBeEmpty = true;
    m_shown.clear();
    setPlaceholderText(text);
    if (!hasFocus() || !isModified()) {
        restore();
    }
}

void QuantityField::showSeveral() {
    m_shown.clear();
    setPlaceholderText(tr("several"));
    if (!hasFocus() || !isModified()) {
        restore();
    }
}

void QuantityField::restore() {
    if (text() != m_shown) {
        setText(m_shown);
        setCursorPosition(0);
        if (!m_left.isEmpty()) {
            Q_EMIT wrongChanged();
        }
    }
    setModified(false);
    check();
}

void QuantityField::check() {
    QString wrong;
    const double number = numberOf(text());
    if (text().trimmed().isEmpty()) {
        wrong = isModified() && !m_mayBeEmpty && !m_shown.isEmpty() ? tr("Type a number.") : QString();
    } else if (std::isnan(number)) {
        wrong = tr("This is no number.");
    } else if ((m_least && number < *m_least) || (m_most && number > *m_most)) {
        wrong = limitsText();
    }
    tell(wrong, isModified() ? QString() : m_left);
}

QString QuantityField::wrongReason() const {
    if (!m_wrong.isEmpty() || m_left.isEmpty()) {
        return m_wrong;
    }
    return tr("%1 Still %2.").arg(m_left, text().isEmpty() ? placeholderText() : text());
}

void QuantityField::tell(const QString& wrong, const QString& left) {
    const QString before = wrongReason();
    m_wrong = wrong;
    m_left = left;
    setProperty("invalid", !wrong.isEmpty());
    if (wrongReason() != before) {
        placeUnit();
        Q_EMIT wrongChanged();
    }
}

/// "Between 1 and 100."
QString QuantityField::limitsText() const {
    if (m_least && m_most) {
        return tr("Between %1 and %2.").arg(numberText(*m_least), numberText(*m_most));
    }
    return m_least ? tr("At least %1.").arg(numberText(*m_least)) : tr("At most %1.").arg(numberText(*m_most));
}

void QuantityField::commit() {
    check();
    if (!isModified() || !m_wrong.isEmpty() || text() == m_shown) {
        return;
    }
    setModified(false);
    if (text().trimmed().isEmpty()) {
        if (m_mayBeEmpty) {
            Q_EMIT cleared();
        }
        return;
    }
    const double number = numberOf(text());
    m_shown = numberText(number);
    setText(m_shown);
    Q_EMIT committed(number);
}

void QuantityField::stepBy(double direction) {
    const double number = numberOf(text());
    if (std::isnan(number)) {
        return;
    }
    // One step is the place of the first digit but one: 48,000,000 steps by 1,000,000; 0.25 by 0.01.
    const double size = number == 0 ? 1 : std::pow(10, std::floor(std::log10(std::abs(number))) - 1);
    const double step = size < 1 && number >= 1 ? 1 : size;
    double next = std::round((number + direction * step) / step) * step;
    next = std::max(next, m_least.value_or(next));
    next = std::min(next, m_most.value_or(next));
    setText(numberText(next));
    setModified(true);
    commit();
}

void QuantityField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit();
        selectAll();
        return;
    case Qt::Key_Escape:
        if (isModified()) {
            restore();
            selectAll();
            return;
        }
        break;
    case Qt::Key_Up: stepBy(1); return;
    case Qt::Key_Down: stepBy(-1); return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void QuantityField::focusOutEvent(QFocusEvent* event) {
    commit();
    if (!m_wrong.isEmpty()) {
        const QString left = m_wrong;
        restore();
        tell(QString(), left);
    }
    QLineEdit::focusOutEvent(event);
}

void QuantityField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    placeUnit();
}

void QuantityField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (m_showsUnit) {
        QPainter painter(this);
        painter.setFont(fontOf(FontRole::Caption));
        painter.setPen(isEnabled() ? currentTheme().t3 : currentTheme().tOff);
        painter.drawText(rect().adjusted(0, 0, -8, 0), static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), m_unit);
    }
}

}  // namespace tideline
