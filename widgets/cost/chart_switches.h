// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QCheckBox;
class QToolButton;

namespace tideline {

class DesignSession;
class LikelyRange;
class SegmentedControl;

/// What the cost chart shows: over load or over months, and which evidence beside the curves. "People" is a setting of
/// the design and can be undone; the others belong to the view.
class ChartSwitches : public QWidget {
    Q_OBJECT
public:
    ChartSwitches(DesignSession& session, const LikelyRange& likely, QWidget* parent = nullptr);
    bool isOverMonths() const;
    bool showsLikelyRange() const;
    bool showsPoints() const;

Q_SIGNALS:
    void changed();
    void settingsWanted();

private:
    void refresh();
    DesignSession& m_session;
    const LikelyRange& m_likelyRange;
    SegmentedControl* m_axis;
    QCheckBox* m_likely;
    QCheckBox* m_points;
    QCheckBox* m_people;
    QToolButton* m_settings;
};

}  // namespace tideline
