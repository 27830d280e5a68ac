// SPDX-License-Identifier: Apache-2.0
#include "app/gui/open_documents.h"

#include "app/gui/ask.h"
#include "core/base/limits.h"
#include "core/design/new_design.h"
#include "core/disk/disk.h"
#include "core/file/design_file.h"
#include "widgets/session/design_session.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <utility>

namespace tideline {

namespace {

const QString kFilter = QStringLiteral("Tideline designs (*.tideline)");

}  // namespace

QString sentenceOf(const Error& error) {
    QString text = QString::fromStdString(error.message);
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    if (!text.endsWith(QLatin1Char('.'))) {
        text += QLatin1Char('.');
    }
    return error.where.empty() ? text : QStringLiteral("%1\n%2").arg(text, QString::fromStdString(error.where));
}

QString shortPath(const QString& path) {
    const QString home = QDir::homePath();
    return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

OpenDocuments::OpenDocuments(DesignSession& session, Settings& settings, QWidget* window)
    : QObject(window), m_session(session), m_settings(settings), m_window(window) {
    connect(&session, &DesignSession::analysisChanged, this, [this] {
        if (std::exchange(m_awaitsFigures, false)) {
            rememberRecent();
        }
    });
}

QString OpenDocuments::title() const {
    const QString title = QString::fromStdString(m_session.design().title).trimmed();
    return title.isEmpty() ? tr("Untitled design") : title;
}

void OpenDocuments::take(Design design, const QString& path, const std::string& text) {
    m_isOpen = true;
    m_path = path;
    m_textOnDisk = text;
    Q_EMIT pathChanged(path);
    m_session.open(std::move(design));
    Q_EMIT documentChanged();
}

void OpenDocuments::openNew() {
    if (mayClose()) {
        take(newDesign(), QString(), {});
    }
}

void OpenDocuments::openTemplate(Design design) {
    if (mayClose()) {
        take(std::move(design), QString(), {});
    }
}

bool OpenDocuments::recover(Design kept, const QString& path) {
    if (!mayClose()) {
        return false;
    }
    Design before;
    std::string onDisk;
    if (const auto text = realDisk().read(path.toStdString(), limitOf(LimitId::DesignBytes)); !path.isEmpty() && text) {
        if (Result<OpenedDesign> opened = readDesign({QFileInfo(path).fileName().toStdString(), *text})) {
            before = std::move(opened->design);
            onDisk = *text;
        }
    }
    take(std::move(before), path, onDisk);
    m_session.apply({.label = "bring back unsaved changes",
                     .apply = [kept = std::move(kept)](const Design&) -> Result<Design> { return kept; }});
    Q_EMIT documentChanged();
    return true;
}

void OpenDocuments::askAndOpen() {
    const QString folder = m_path.isEmpty() ? QDir::homePath() : QFileInfo(m_path).absolutePath();
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open a design"), folder, kFilter);
    if (!path.isEmpty()) {
        openFile(path);
    }
}

bool OpenDocuments::openFile(const QString& given) {
    const QString path = QFileInfo(given).absoluteFilePath();
    const Result<std::string> text = realDisk().read(path.toStdString(), limitOf(LimitId::DesignBytes));
    if (!text) {
        tell(m_window, tr("%1 was not opened").arg(QFileInfo(path).fileName()), sentenceOf(text.error()));
        return false;
    }
    Result<OpenedDesign> opened = readDesign({QFileInfo(path).fileName().toStdString(), *text});
    if (!opened) {
        tell(m_window, tr("%1 was not opened").arg(QFileInfo(path).fileName()), sentenceOf(opened.error()));
        return false;
    }
    if (!mayClose()) {
        return false;
    }
    QStringList remarks;
    for (const auto* sentences : {&opened->migrations, &opened->repairs}) {
        for (const std::string& sentence : *sentences) {
            remarks.append(QString::fromStdString(sentence));
        }
    }
    take(std::move(opened->design), path, *text);
    m_awaitsFigures = true;
    rememberRecent();
    if (!remarks.isEmpty()) {
        tell(m_window, tr("%1 was opened with changes").arg(QFileInfo(path).fileName()),
             tr("%1\nNothing is saved until you save.").arg(remarks.join(QLatin1Char('\n'))));
    }
    return true;
}

void OpenDocuments::rememberRecent() {
    m_settings.remember(
        {m_path, title(), m_session.analysis().figures.bill.monthly.dollars(), QDateTime::currentDateTime()});
}

bool OpenDocuments::mayOverwrite(const QString& path) {
    const std::string native = path.toStdString();
    if (path != m_path || !realDisk().exists(native)) {
        return true;
    }
    const Result<std::string> now = realDisk().read(native, limitOf(LimitId::DesignBytes));
    if (now && *now == m_textOnDisk) {
        return true;
    }
    return ask(m_window, tr("%1 was changed by another program").arg(QFileInfo(path).fileName()),
               tr("Saving would replace what is there now. Save under another name to keep both."),
               {tr("Replace it"), tr("Cancel")}) == 0;
}

Result<void> OpenDocuments::write(const QString& path) {
    const std::string text = designText(m_session.design());
    TRY(realDisk().write(path.toStdString(), text));
    m_path = path;
    m_textOnDisk = text;
    m_session.markSaved();
    rememberRecent();
    Q_EMIT pathChanged(path);
    Q_EMIT documentChanged();
    Q_EMIT message(tr("Saved to %1").arg(shortPath(path)));
    return {};
}

bool OpenDocuments::save() {
    if (m_path.isEmpty()) {
        return saveAs();
    }
    if (!mayOverwrite(m_path)) {
        return false;
    }
    if (const Result<void> done = write(m_path); !done) {
        tell(m_window, tr("Not saved"), sentenceOf(done.error()));
        return false;
    }
    return true;
}

bool OpenDocuments::saveAs() {
    const QString name = title().replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".tideline");
    QFileDialog dialog(m_window, tr("Save the design"), QString(), kFilter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("tideline"));
    dialog.setDirectory(m_path.isEmpty() ? QDir::homePath() : QFileInfo(m_path).absolutePath());
    dialog.selectFile(m_path.isEmpty() ? name : QFileInfo(m_path).fileName());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return false;
    }
    if (const Result<void> done = write(dialog.selectedFiles().front()); !done) {
        tell(m_window, tr("Not saved"), sentenceOf(done.error()));
        return false;
    }
    return true;
}

bool OpenDocuments::mayClose() {
    if (!m_isOpen || !m_session.isModified()) {
        return true;
    }
    switch (ask(m_window, tr("Save changes to %1?").arg(title()), tr("Without saving they are lost."),
                {tr("Save"), tr("Cancel"), tr("Discard changes")})) {
    case 0: return save();
    case 2: return true;
    default: return false;
    }
}

void OpenDocuments::close() {
    if (m_isOpen && mayClose()) {
        m_isOpen = false;
        m_path.clear();
        m_textOnDisk.clear();
        m_session.open(Design{});
        Q_EMIT documentChanged();
    }
}

}  // namespace tideline
