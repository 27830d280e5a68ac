// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "widgets/look/fonts.h"
#include "widgets/look/theme.h"

#include <QLabel>

namespace tideline {

/// Plain text in a role of type and a colour token; follows the theme. Text from files is never read as HTML.
class ThemedLabel : public QLabel {
    Q_OBJECT
public:
    ThemedLabel(const QString& text, FontRole role, QColor Theme::*token, QWidget* parent = nullptr);
    void setToken(QColor Theme::*token);
    void setWrapping();

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeColor();
    QColor Theme::*m_token;
};

/// One line that is cut with an ellipsis where the space ends; the whole text is in the tooltip then.
class ElidedLabel : public ThemedLabel {
    Q_OBJECT
public:
    ElidedLabel(const QString& text, FontRole role, QColor Theme::*token, QWidget* parent = nullptr);
    void setElideMode(Qt::TextElideMode mode) { m_mode = mode; }
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

/// A number with digits of equal width, so that it does not shiver while it changes.
class NumberLabel : public QWidget {
    Q_OBJECT
public:
    NumberLabel(FontRole role, QColor Theme::*token, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setToken(QColor Theme::*token);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    FontRole m_role;
    QColor Theme::*m_token;
};

}  // namespace tideline
