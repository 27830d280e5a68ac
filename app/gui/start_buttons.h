// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/gui/settings.h"
#include "core/design/design.h"

#include <QAbstractButton>
#include <optional>

namespace tideline {

/// A button of two lines with an icon and a key: "New design".
class StartButton : public QAbstractButton {
    Q_OBJECT
public:
    enum class Weight { Primary, Plain };
    StartButton(const QString& icon, const QString& title, const QString& note, Weight weight, QWidget* parent);
    void setKey(const QString& key) { m_key = key; }
    QSize sizeHint() const override { return {272, 54}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon, m_note, m_key;
    Weight m_weight;
};

/// A recent design: thumbnail, title, path, money and day; greyed where its file is gone.
class RecentRow : public QAbstractButton {
    Q_OBJECT
public:
    RecentRow(const RecentDesign& recent, std::optional<Design> design, QWidget* parent);
    QSize sizeHint() const override { return {400, 76}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RecentDesign m_recent;
    std::optional<Design> m_design;
};

/// A template: picture, title, one line about it.
class TemplateCard : public QAbstractButton {
    Q_OBJECT
public:
    TemplateCard(const Design& design, QWidget* parent);
    QSize sizeHint() const override { return {248, 180}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Design m_design;
};

}  // namespace tideline
