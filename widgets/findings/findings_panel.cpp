// SPDX-License-Identifier: Apache-2.0
#include "widgets/findings/findings_panel.h"

#include "core/edit/finding_edits.h"
#include "core/rules/rules.h"
#include "widgets/controls/empty_state.h"
#include "widgets/findings/finding_delegate.h"
#include "widgets/findings/findings_model.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"
#include "widgets/session/fix_edits.h"

#include <QInputDialog>
#include <QListView>
#include <QMenu>
#include <QStackedLayout>

namespace tideline {

FindingsPanel::FindingsPanel(DesignSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new FindingsModel(session, this)),
      m_list(new QListView(this)),
      m_empty(new EmptyState(QStringLiteral("good"), this)),
      m_pages(new QStackedLayout(this)) {
    auto* delegate = new FindingDelegate(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Findings"));
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    const auto jump = [this](const QModelIndex& index) { Q_EMIT subjectWanted(m_model->finding(index.row()).subject); };
    connect(m_list, &QListView::clicked, this, jump);
    connect(m_list, &QListView::activated, this, jump);
    connect(m_list, &QWidget::customContextMenuRequested, this, &FindingsPanel::showMenu);
    connect(delegate, &FindingDelegate::fixWanted, this, [this](const QModelIndex& index) { fix(index.row()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &FindingsPanel::refresh);
    connect(&session, &DesignSession::analysisChanged, this, &FindingsPanel::refresh);
    refresh();
}

void FindingsPanel::refresh() {
    const QString checks = countedText(static_cast<qsizetype>(rules().size()), tr("check"));
    m_empty->setTexts(tr("No findings"), tr("All %1 passed on this design.").arg(checks));
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    Q_EMIT countChanged();
}

void FindingsPanel::step(int rows) {
    const int count = m_model->rowCount();
    if (count > 0) {
        const int from = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : rows > 0 ? -1 : 0;
        const int row = ((from + rows) % count + count) % count;
        m_list->setCurrentIndex(m_model->index(row));
        Q_EMIT subjectWanted(m_model->finding(row).subject);
    }
}

bool FindingsPanel::fixChosen() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || !m_model->finding(index.row()).fix) {
        return false;
    }
    fix(index.row());
    return true;
}

void FindingsPanel::fix(int row) {
    if (const std::optional<Edit> edit = fixEdit(m_session, m_model->finding(row))) {
        m_session.apply(*edit);
        m_session.endMerge();
    }
}

void FindingsPanel::acceptChosen() {
    if (const QModelIndex index = m_list->currentIndex(); index.isValid()) {
        acceptWithReason(m_session, m_model->finding(index.row()), this);
    }
}

void FindingsPanel::showMenu(const QPoint& at) {
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid()) {
        return;
    }
    const Finding finding = m_model->finding(index.row());
    QMenu menu(this);
    menu.addAction(tr("Show on the canvas"), this, [this, finding] { Q_EMIT subjectWanted(finding.subject); });
    if (finding.fix && !finding.accepted) {
        menu.addAction(QString::fromStdString(finding.fix->title).replace(QLatin1Char('&'), QLatin1String("&&")), this,
                       [this, row = index.row()] { fix(row); });
    }
    if (finding.accepted) {
        menu.addAction(tr("Open it again"), this, [this, finding] {
            const auto* service = std::get_if<ServiceId>(&finding.subject);
            const auto* connection = std::get_if<ConnectionId>(&finding.subject);
            m_session.apply(reopenFinding(finding.rule, service      ? service->text
                                                        : connection ? connection->text
                                                                     : std::string()));
        });
    } else {
        menu.addAction(tr("Accept…"), this, [this, finding] { acceptWithReason(m_session, finding, this); });
    }
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

void acceptWithReason(DesignSession& session, const Finding& finding, QWidget* parent) {
    QInputDialog dialog(parent);
    dialog.setWindowTitle(FindingsPanel::tr("Accept a finding"));
    dialog.setLabelText(FindingsPanel::tr("Why is this all right?"));
    dialog.setOkButtonText(FindingsPanel::tr("Accept"));
    dialog.resize(420, 120);
    if (dialog.exec() == QDialog::Accepted) {
        session.apply(acceptEdit(finding, dialog.textValue()));
        session.endMerge();
    }
}

}  // namespace tideline
