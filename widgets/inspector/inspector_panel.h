// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/design/host.h"
#include "widgets/canvas/selection.h"

#include <QWidget>
#include <map>

class QScrollArea;

namespace tideline {

class DesignSession;
struct DesignChange;
class InspectorPage;
class SubjectHead;

/// Shows what is selected, and edits it. It keeps no copy: every field is read from the session.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(DesignSession& session, QWidget* parent = nullptr);
    void showSelection(const Selection& selection);
    /// Puts the keyboard into the first field.
    void focusFirstField();

Q_SIGNALS:
    void connectionWanted(const QString& id);
    void serviceWanted(const QString& id);
    void rangeWanted(const QString& input);
    void billSettingsWanted();
    void left();  ///< Esc: back to the canvas

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void refresh();
    void rename(const QString& name);
    bool isStillThere() const;
    bool isMoved(const DesignChange& change) const;
    DesignSession& m_session;
    Selection m_selection;
    std::map<ServiceId, Host> m_hosts;  ///< of the shown services when the page was built
    SubjectHead* m_head;
    QScrollArea* m_area;
    InspectorPage* m_page = nullptr;
};

}  // namespace tideline
