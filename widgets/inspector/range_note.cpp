// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/range_note.h"

#include "core/edit/bill_edits.h"
#include "widgets/controls/quantity_field.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QMenu>
#include <algorithm>
#include <memory>

namespace tideline {

RangeNote::RangeNote(DesignSession& session, std::string input, QuantityField& field, QWidget* parent)
    : ThemedLabel(QString(), FontRole::Caption, &Theme::t3, parent), m_session(session), m_input(std::move(input)) {
    setWrapping();
    field.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&field, &QWidget::customContextMenuRequested, this,
            [this, &field](const QPoint& at) { openMenu(field, at); });
    refresh();
}

bool RangeNote::isRange() const {
    const std::vector<InputRange>& ranges = m_session.design().settings.ranges;
    return std::ranges::find(ranges, m_input, &InputRange::input) != ranges.end();
}

void RangeNote::openMenu(QuantityField& field, const QPoint& at) {
    const std::unique_ptr<QMenu> menu(field.createStandardContextMenu());
    menu->addSeparator();
    menu->addAction(isRange() ? tr("Edit the range…") : tr("Give as a range…"), this,
                    [this] { Q_EMIT rangeWanted(QString::fromStdString(m_input)); });
    if (isRange()) {
        menu->addAction(tr("Give as one number"), this, [this] {
            m_session.apply(dropInputRange(m_input));
            m_session.endMerge();
        });
    }
    menu->exec(field.mapToGlobal(at));
}

void RangeNote::refresh() {
    const std::vector<InputRange>& ranges = m_session.design().settings.ranges;
    const auto range = std::ranges::find(ranges, m_input, &InputRange::input);
    setVisible(range != ranges.end());
    if (range != ranges.end()) {
        setText(tr("between %1 and %2").arg(numberText(range->low), numberText(range->high)));
    }
}

}  // namespace tideline
