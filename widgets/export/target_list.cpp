// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/target_list.h"

#include "widgets/controls/plain_tool_tip.h"
#include "widgets/controls/themed_label.h"
#include "widgets/export/export_targets.h"
#include "widgets/look/words.h"

#include <QCheckBox>
#include <QGridLayout>

namespace tideline {

namespace {

QString shown(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

TargetList::TargetList(ExportTargets& targets, QWidget* parent) : QWidget(parent), m_targets(targets) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 14, 16, 14);
    grid->setVerticalSpacing(4);
    grid->addWidget(new ThemedLabel(tr("What to write"), FontRole::SmallTitle, &Theme::t2, this), 0, 0, 1, 2);
    int at = 1;
    for (std::size_t i = 0; i < targets.rows().size(); ++i) {
        const Exporter& exporter = *targets.rows()[i].exporter;
        Row row{new QCheckBox(shown(exporter.title), this),
                new ThemedLabel(QString(), FontRole::Small, &Theme::t3, this),
                new ThemedLabel(QString(), FontRole::Small, &Theme::t3, this),
                new ThemedLabel(QString(), FontRole::Caption, &Theme::t2, this)};
        row.box->setChecked(targets.rows()[i].isChosen);
        row.box->setToolTip(plainToolTip(shown(exporter.summary)));
        row.box->setFont(fontOf(FontRole::BodyStrong));
        row.state->setWrapping();
        row.state->setContentsMargins(22, 0, 0, 4);
        row.notes->setWrapping();
        row.notes->setContentsMargins(22, 0, 0, 8);
        row.notes->hide();
        grid->addWidget(row.box, at, 0);
        grid->addWidget(row.count, at, 1, Qt::AlignRight);
        grid->addWidget(row.state, at + 1, 0, 1, 2);
        grid->addWidget(row.notes, at + 2, 0, 1, 2);
        at += 3;
        connect(row.box, &QCheckBox::toggled, this, [this, i](bool isOn) { m_targets.choose(i, isOn); });
        m_rows.push_back(row);
    }
    grid->setRowStretch(at, 1);
    refresh();
}

void TargetList::refresh() {
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const ExportTarget& target = m_targets.rows()[i];
        const Row& row = m_rows[i];
        if (!target.result) {
            row.state->setText(tr("Checking"));
            continue;
        }
        if (!*target.result) {
            row.count->setText(QString());
            row.state->setToken(&Theme::problem);
            row.state->setText(QString::fromStdString(describe(target.result->error())));
            continue;
        }
        const ExportBundle& bundle = **target.result;
        row.count->setText(countedText(static_cast<qsizetype>(bundle.files.size()), tr("file")));
        row.state->setToken(bundle.notes.empty() ? &Theme::good : &Theme::warn);
        row.state->setText(bundle.notes.empty()
                               ? tr("Ready to write")
                               : countedText(static_cast<qsizetype>(bundle.notes.size()), tr("remark")));
        QStringList notes;
        for (const ExportNote& note : bundle.notes) {
            notes.append(QString::fromStdString(note.message));
        }
        row.notes->setText(notes.join(QStringLiteral("\n\n")));
        row.notes->setVisible(!notes.isEmpty());
    }
}

}  // namespace tideline
