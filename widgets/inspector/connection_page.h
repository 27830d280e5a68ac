// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/inspector_page.h"

class QComboBox;
class QVBoxLayout;

namespace tideline {

class DesignSession;
class QuantityField;
struct Connection;

/// One connection: how it calls, how often, and what happens when it fails.
class ConnectionPage : public InspectorPage {
    Q_OBJECT
public:
    ConnectionPage(DesignSession& session, const ConnectionId& id, QWidget* parent);
    void showHead(SubjectHead& head) override;
    void refresh() override;

private:
    struct Row {
        std::string field;
        FieldEditor editor;
        QWidget* widget;
    };
    const Connection* connection() const;
    void refreshFindings();
    DesignSession& m_session;
    ConnectionId m_id;
    QWidget* m_findings;
    QComboBox* m_type;
    QuantityField* m_calls;
    std::vector<Row> m_rows;
};

}  // namespace tideline
