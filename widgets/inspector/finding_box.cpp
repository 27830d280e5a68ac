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

namespace {

/// Within the narrowest inspector.
constexpr int kButtonsWidth = 188;

}  // namespace

FindingBox::FindingBox(DesignSession& session, const Finding& finding, QWidget* parent)
    : QFrame(parent), m_severity(finding.severity) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    auto* what = new ThemedLabel(QString::fromStdString(finding.message), FontRole::BodyTitle, &Theme::t1, this);
    auto* remedy = new ThemedLabel(QString::fromStdString(finding.remedy), FontRole::Body, &Theme::t1, this);
    for (ThemedLabel* text : {what, remedy}) {
        text->setWrapping();
        text->setContentsMargins(24, 0, 0, 0);
    }
    column->addWidget(what);
    column->addWidget(remedy);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    if (finding.fix) {
        QString title = QString::fromStdString(finding.fix->title);
        auto* fix = new QPushButton(title.replace(QLatin1Char('&'), QLatin1String("&&")), this);
        fix->setProperty("buttonHeight", 26);
        fix->setAutoDefault(false);
        fix->setFont(fontOf(FontRole::Small));
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
    accept->setFont(fontOf(FontRole::Small));
    buttons->addStretch(1);
    column->addLayout(buttons);
    // A long fix has a row of its own, so that the panel never grows wider than itself.
    if (buttons->sizeHint().width() + accept->sizeHint().width() <= kButtonsWidth) {
        buttons->insertWidget(buttons->count() - 1, accept);
    } else {
        column->addWidget(accept, 0, Qt::AlignLeft);
    }
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
