// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/export_dialog.h"

#include "core/disk/disk.h"
#include "widgets/controls/themed_label.h"
#include "widgets/controls/window_size.h"
#include "widgets/export/export_targets.h"
#include "widgets/export/file_preview.h"
#include "widgets/export/file_tree.h"
#include "widgets/export/target_list.h"
#include "widgets/look/icons.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"
#include "widgets/look/words.h"
#include "widgets/session/design_session.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace tideline {

namespace {

constexpr int kTargetsWidth = 290, kFilesWidth = 268;
/// Bytes of a file in the folder that are compared.
constexpr std::uint64_t kMostShown = 4'000'000;

QString nativeFolder(const QString& text) {
    const QString plain = text.trimmed();
    return plain.startsWith(QLatin1String("~/")) ? QDir::homePath() + plain.mid(1) : plain;
}

QString planText(const BundlePlan& plan) {
    QStringList parts;
    const auto add = [&](FileState state, const QString& word) {
        if (const std::size_t count = plan.count(state)) {
            parts.append(QStringLiteral("%1 %2").arg(count).arg(word));
        }
    };
    add(FileState::New, ExportDialog::tr("new"));
    add(FileState::Changed, ExportDialog::tr("changed"));
    add(FileState::Same, ExportDialog::tr("the same"));
    add(FileState::Edited, ExportDialog::tr("edited by you, kept"));
    add(FileState::Obsolete, ExportDialog::tr("removed"));
    return parts.join(QStringLiteral(" · "));
}

QWidget* makeHairline(QWidget* parent) {
    auto* line = new QWidget(parent);
    line->setAutoFillBackground(true);
    QPalette palette;
    palette.setColor(QPalette::Window, currentTheme().line);
    line->setPalette(palette);
    return line;
}

QWidget* makeLine(QWidget* parent) {
    QWidget* line = makeHairline(parent);
    line->setFixedHeight(1);
    return line;
}

QWidget* makeUpright(QWidget* parent) {
    QWidget* line = makeHairline(parent);
    line->setFixedWidth(1);
    return line;
}

}  // namespace

ExportDialog::ExportDialog(const DesignSession& session, const DataFolder& folder, QWidget* parent)
    : QDialog(parent), m_targets(new ExportTargets(session.analysis(), folder, this)) {
    setWindowTitle(tr("Export"));
    setPalette(panelPaletteOf(currentTheme()));
    resizeWithinScreen(*this, {1120, 760});
    setMinimumSize(900, 600);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(QString::fromStdString(session.design().title)));
    column->addWidget(makeLine(this));
    column->addWidget(makeColumns(), 1);
    column->addWidget(makeLine(this));
    column->addWidget(makeFoot());
    connect(m_targets, &ExportTargets::changed, this, &ExportDialog::refresh);
    refresh();
}

QWidget* ExportDialog::makeHead(const QString& title) {
    auto* head = new QWidget(this);
    head->setFixedHeight(52);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(10);
    auto* icon = new QLabel(head);
    icon->setPixmap(iconPixmap(QStringLiteral("export"), currentTheme().accentText, 18, devicePixelRatioF()));
    row->addWidget(icon);
    row->addWidget(new ThemedLabel(tr("Export"), FontRole::Section, &Theme::t1, head));
    row->addWidget(new ElidedLabel(title, FontRole::Body, &Theme::t2, head), 1);
    return head;
}

QWidget* ExportDialog::makeColumns() {
    auto* columns = new QWidget(this);
    auto* row = new QHBoxLayout(columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list = new TargetList(*m_targets, columns);
    auto* targets = new QScrollArea(columns);
    targets->setWidget(m_list);
    targets->setWidgetResizable(true);
    targets->setFrameShape(QFrame::NoFrame);
    targets->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    targets->setFixedWidth(kTargetsWidth);
    m_tree = new FileTree(columns);
    row->addWidget(targets);
    row->addWidget(makeUpright(columns));
    auto* files = new QVBoxLayout;
    files->setSpacing(0);
    m_count = new ThemedLabel(QString(), FontRole::SmallTitle, &Theme::t1, columns);
    m_count->setContentsMargins(12, 0, 12, 0);
    m_count->setFixedSize(kFilesWidth, 34);
    m_tree->setFixedWidth(kFilesWidth);
    files->addWidget(m_count);
    files->addWidget(m_tree, 1);
    row->addLayout(files);
    row->addWidget(makeUpright(columns));
    m_preview = new FilePreview(columns);
    row->addWidget(m_preview, 1);
    connect(m_tree, &FileTree::fileChosen, this, &ExportDialog::showFile);
    return columns;
}

QWidget* ExportDialog::makeFoot() {
    auto* foot = new QWidget(this);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(20, 10, 20, 12);
    m_problem = new ThemedLabel(QString(), FontRole::Small, &Theme::problem, foot);
    m_problem->setWrapping();
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    m_folder = new QLineEdit(foot);
    m_folder->setMinimumWidth(300);
    m_folder->setAccessibleName(tr("Folder"));
    m_folder->setPlaceholderText(tr("Where to write"));
    auto* label = new ThemedLabel(tr("Folder"), FontRole::Body, &Theme::t2, foot);
    label->setBuddy(m_folder);
    auto* choose = new QPushButton(tr("Choose…"), foot);
    auto* cancel = new QPushButton(tr("Cancel"), foot);
    m_write = new QPushButton(foot);
    m_plan = new ElidedLabel(QString(), FontRole::Small, &Theme::t2, foot);
    row->addWidget(label);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    row->addSpacing(8);
    row->addWidget(m_plan, 1);
    row->addWidget(cancel);
    row->addWidget(m_write);
    column->addLayout(row);
    for (QPushButton* button : {choose, cancel, m_write}) {
        button->setAutoDefault(false);
        button->setProperty("buttonHeight", 32);
    }
    m_write->setDefault(true);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFolder);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::write);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::refreshPlan);
    return foot;
}

QString ExportDialog::folder() const {
    return nativeFolder(m_folder->text());
}

void ExportDialog::setFolder(const QString& folder) {
    m_folder->setText(folder);
}

void ExportDialog::refresh() {
    m_list->refresh();
    refreshPlan();
}

void ExportDialog::refreshPlan() {
    const std::vector<TargetBundle> bundles = m_targets->chosenBundles();
    BundlePlan plan;
    QString problem = m_targets->obstacle();
    if (!folder().isEmpty() && problem.isEmpty() && !m_targets->isBuilding()) {
        if (Result<BundlePlan> planned = planBundles(bundles, {.folder = folder().toStdString()})) {
            plan = std::move(*planned);
        } else {
            problem = QString::fromStdString(describe(planned.error()));
        }
    }
    m_tree->showFiles(bundles, plan);
    m_count->setText(tr("Files  %1").arg(m_targets->chosenFiles()));
    m_plan->setText(planText(plan));
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    const std::size_t kept = plan.count(FileState::Edited);
    const QString written = countedText(static_cast<qsizetype>(m_targets->chosenFiles() - kept), tr("file"));
    m_write->setText(tr("Write %1").arg(written));
    m_write->setEnabled(problem.isEmpty() && !m_targets->isBuilding() && !folder().isEmpty());
    m_write->setToolTip(folder().isEmpty() ? tr("Choose a folder first.") : QString());
}

void ExportDialog::showFile(const QString& path) {
    for (const TargetBundle& bundle : m_targets->chosenBundles()) {
        for (const ExportFile& file : bundle.bundle.files) {
            if (path == QString::fromStdString(bundle.target + "/" + file.path)) {
                m_preview->showFile(path, QString::fromStdString(file.text), textInFolder(path));
            }
        }
    }
}

std::optional<QString> ExportDialog::textInFolder(const QString& path) const {
    if (folder().isEmpty()) {
        return {};
    }
    const Result<std::string> text = realDisk().read((folder() + QLatin1Char('/') + path).toStdString(), kMostShown);
    return text ? std::optional(QString::fromStdString(*text)) : std::nullopt;
}

void ExportDialog::chooseFolder() {
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Choose the folder of the export"), folder());
    if (!chosen.isEmpty()) {
        setFolder(chosen);
    }
}

void ExportDialog::write() {
    const Result<BundlePlan> written = writeBundles(m_targets->chosenBundles(), {.folder = folder().toStdString()});
    if (!written) {
        m_problem->setText(QString::fromStdString(describe(written.error())));
        m_problem->show();
        return;
    }
    m_written =
        tr("%1 written to %2").arg(countedText(static_cast<qsizetype>(m_targets->chosenFiles()), tr("file")), folder());
    if (const std::size_t kept = written->count(FileState::Edited)) {
        m_written += tr("; %1 that you edited kept").arg(countedText(static_cast<qsizetype>(kept), tr("file")));
    }
    accept();
}

}  // namespace tideline
