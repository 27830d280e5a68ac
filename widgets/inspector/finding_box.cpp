// SPDX-License-Identifier: Apache-2.0
#include "widgets/inspector/finding_box.h"

#include "widgets/controls/themed_label.h"
#include "widgets/findings/findings_panel.h"
#include "widgets/look/host_look.h"
#include "widgets/look/icons.h"
#include "widgets/look/style.h"
#include "widgets/look/style_paint.h"
#include "widgets/session/design_session.h"
#include "widgets/session/fix_edits.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace tideline {

FindingBox::FindingBox(DesignSession& session, const Finding& finding, QWidget* parent)
    : QFrame(parent), m_severity(finding.severity) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(36, 10, 12, 10);
    column->setSpacing(4);
    auto* what = new ThemedLabel(QString::fromStdString(finding.message), FontRole::BodyTitle, &Theme::t1, this);
    auto* remedy = new ThemedLabel(QString::fromStdString(finding.remedy), FontRole::Body, &Theme::t1, this);
    what->setWrapping();
    remedy->setWrapping();
    column->addWidget(what);
    column->addWidget(remedy);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    if (finding.fix) {
        QString title = QString::fromStdString(finding.fix->title);
        auto* fix = new QPushButton(title.replace(QLatin1Char('&'), QLatin1String("&&")), this);
        fix->setProperty("buttonHeight", 26);
        fix->setAutoDefault(false);
        buttons->addWidget(fix);
        connect(fix, &QPushButton::clicked, this, [&session, finding] {
            if (const std::optional<Edit> edit = fixEdit(session, finding)) {
                session.apply(*edit);
                session.endMerge();
            }
        });
    }
    auto* accept = new QPushButton(tr("Accept…"), this);
    accept->setFlat(true);
    accept->setProperty("buttonHeight", 26);
    accept->setAutoDefault(false);
    buttons->addWidget(accept);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(accept, &QPushButton::clicked, this,
            [this, &session, finding] { acceptWithReason(session, finding, window()); });
    setAccessibleName(severityLook(finding.severity, currentTheme()).word);
}

void FindingBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const SeverityLook look = severityLook(m_severity, currentTheme());
    paintRounded(&painter, rect(), 8, look.ground, look.fill);
    painter.drawPixmap(12, 11, iconPixmap(look.icon, look.text, 16, devicePixelRatioF()));
}

}  // namespace tideline
