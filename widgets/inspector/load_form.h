// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id.h"

#include <QWidget>
#include <vector>

namespace tideline {

class DesignSession;
class FormSection;
class NumberLabel;
class QuantityField;
class RangeNote;

/// What arrives at one service: its entries (number, profile) and the load that follows.
class LoadForm : public QWidget {
    Q_OBJECT
public:
    LoadForm(DesignSession& session, const ServiceId& id, QWidget* parent = nullptr);
    void refresh();

Q_SIGNALS:
    void rangeWanted(const QString& input);

private:
    void rebuild();
    void addEntryRows(FormSection& section, const EntryId& entry);
    std::vector<EntryId> entries() const;
    DesignSession& m_session;
    ServiceId m_id;
    std::vector<EntryId> m_shown;
    std::vector<QuantityField*> m_fields;
    std::vector<RangeNote*> m_ranges;
    FormSection* m_section = nullptr;
    NumberLabel* m_rate = nullptr;
    NumberLabel* m_peak = nullptr;
};

}  // namespace tideline
