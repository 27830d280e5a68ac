// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/field_editor.h"

#include "widgets/controls/quantity_field.h"
#include "widgets/look/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>

namespace tideline {

QString valueText(const FieldValue& value) {
    if (const auto* number = std::get_if<double>(&value)) {
        return numberText(*number);
    }
    if (const auto* isOn = std::get_if<bool>(&value)) {
        return *isOn ? QuantityField::tr("yes") : QuantityField::tr("no");
    }
    return QString::fromStdString(std::get<std::string>(value));
}

QString fieldToolTip(const FieldSpec& spec) {
    QStringList lines;
    if (!spec.note.empty()) {
        lines.append(QString::fromStdString(spec.note));
    }
    if (spec.standard) {
        lines.append(QuantityField::tr("Standard: %1 %2")
                         .arg(valueText(*spec.standard), QString::fromStdString(spec.unit))
                         .trimmed());
    }
    if (!spec.source.empty() && spec.source != "editorial") {
        lines.append(QuantityField::tr("Source: %1").arg(QString::fromStdString(spec.source)));
    }
    return lines.join(QLatin1Char('\n'));
}

FieldEditor::FieldEditor(const FieldSpec& spec, QWidget* parent, Give give, Reset reset) : m_spec(spec) {
    if (!spec.choices.empty()) {
        makeChoice(parent, give);
    } else if (spec.standard && std::holds_alternative<bool>(*spec.standard)) {
        makeSwitch(parent, give);
    } else if (spec.standard && std::holds_alternative<std::string>(*spec.standard)) {
        makeText(parent, give);
    } else {
        makeNumber(parent, give, reset);
    }
}

void FieldEditor::show(const ShownValues& values) {
    std::optional<FieldValue> first;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::optional<FieldValue> value = values[i] ? values[i] : m_spec.standard;
        if (i > 0 && value != first) {
            m_show(nullptr);
            return;
        }
        first = value;
    }
    if (first) {
        m_show(&*first);
    } else if (auto* number = qobject_cast<QuantityField*>(m_widget)) {
        number->showNothing(QuantityField::tr("not set"));
    }
}

void FieldEditor::makeChoice(QWidget* parent, const Give& give) {
    auto* box = new QComboBox(parent);
    m_widget = box;
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (const FieldValue& choice : m_spec.choices) {
        box->addItem(valueText(choice));
    }
    box->setPlaceholderText(QuantityField::tr("several"));
    QObject::connect(box, &QComboBox::activated, box,
                     [choices = m_spec.choices, give](int at) { give(choices[static_cast<std::size_t>(at)]); });
    m_show = [box](const FieldValue* value) { box->setCurrentIndex(value ? box->findText(valueText(*value)) : -1); };
}

void FieldEditor::makeSwitch(QWidget* parent, const Give& give) {
    auto* box = new QCheckBox(parent);
    m_widget = box;
    QObject::connect(box, &QCheckBox::clicked, box, [give](bool isOn) { give(FieldValue(isOn)); });
    m_show = [box](const FieldValue* value) {
        box->setCheckState(!value ? Qt::PartiallyChecked : std::get<bool>(*value) ? Qt::Checked : Qt::Unchecked);
        box->setText(!value                   ? QuantityField::tr("several")
                     : std::get<bool>(*value) ? QuantityField::tr("yes")
                                              : QuantityField::tr("no"));
    };
}

void FieldEditor::makeText(QWidget* parent, const Give& give) {
    auto* line = new QLineEdit(parent);
    m_widget = line;
    QObject::connect(line, &QLineEdit::editingFinished, line, [line, give] {
        if (line->isModified()) {
            line->setModified(false);
            give(FieldValue(line->text().toStdString()));
        }
    });
    m_show = [line](const FieldValue* value) {
        if (!line->hasFocus() || !line->isModified()) {
            line->setPlaceholderText(value ? QString() : QuantityField::tr("several"));
            line->setText(value ? valueText(*value) : QString());
        }
    };
}

void FieldEditor::makeNumber(QWidget* parent, const Give& give, const Reset& reset) {
    auto* number = new QuantityField(parent);
    m_widget = number;
    number->setUnit(QString::fromStdString(m_spec.unit));
    number->setLimits(m_spec.least, m_spec.most);
    QObject::connect(number, &QuantityField::committed, number, [give](double value) { give(FieldValue(value)); });
    QObject::connect(number, &QuantityField::cleared, number, reset);
    m_show = [number](const FieldValue* value) {
        if (const double* shown = value ? std::get_if<double>(value) : nullptr) {
            number->showNumber(*shown);
        } else {
            number->showSeveral();
        }
    };
}

}  // namespace tideline
