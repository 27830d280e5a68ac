// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"
#include "widgets/inspector/field_editor.h"
#include "widgets/inspector/inspector_page.h"

#include <vector>

namespace tideline {

class DesignSession;
class FormSection;
class PlacementEditor;
class RangeNote;
struct Service;

/// One or several services: findings, placement, load, the fields of their kind, connections, monthly cost.
class ServicePage : public InspectorPage {
    Q_OBJECT
public:
    ServicePage(DesignSession& session, std::vector<ServiceId> ids, QWidget* parent);
    void showHead(SubjectHead& head) override;
    void refresh() override;

private:
    struct Row {
        std::string field;
        FieldEditor editor;
    };
    const Service* first() const;
    void addFields();
    void addField(FormSection& section, const FieldSpec& spec);
    void give(const FieldSpec& spec, const FieldValue& value);
    void reset(const std::string& field);
    void refreshFindings();
    void refreshConnections();
    void refreshCost();

    DesignSession& m_session;
    std::vector<ServiceId> m_ids;
    QWidget* m_findings;
    PlacementEditor* m_placement;
    QWidget* m_load = nullptr;
    std::vector<Row> m_rows;
    std::vector<RangeNote*> m_ranges;
    QWidget* m_connections;
    QWidget* m_cost;
};

/// The part of the form that a field belongs to, for a place: "Work", "Scaling", ... and whether it matters there.
struct FieldPlace {
    QString section;
    bool matters = true;
};
FieldPlace placeOfField(const std::string& key, Host host);

}  // namespace tideline
