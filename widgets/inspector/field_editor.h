// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/catalog/service_kind.h"

#include <QWidget>
#include <functional>
#include <vector>

namespace tideline {

/// What one field of the selected services holds: absent values mean the kind's standard.
using ShownValues = std::vector<std::optional<FieldValue>>;

/// An editor made from a FieldSpec: a number with its unit, a switch, a choice, or a text.
class FieldEditor {
public:
    using Give = std::function<void(const FieldValue&)>;
    using Reset = std::function<void()>;
    /// The widget belongs to `parent`. Both functions are called when the person commits.
    FieldEditor(const FieldSpec& spec, QWidget* parent, Give give, Reset reset);
    QWidget* widget() const { return m_widget; }
    /// Several different values show "several".
    void show(const ShownValues& values);

private:
    void makeChoice(QWidget* parent, const Give& give);
    void makeSwitch(QWidget* parent, const Give& give);
    void makeText(QWidget* parent, const Give& give);
    void makeNumber(QWidget* parent, const Give& give, const Reset& reset);

    FieldSpec m_spec;
    QWidget* m_widget = nullptr;
    std::function<void(const FieldValue* value)> m_show;  ///< null = several
};

/// What the tooltip of a field says: its note and where its standard comes from.
QString fieldToolTip(const FieldSpec& spec);
QString valueText(const FieldValue& value);

}  // namespace tideline
