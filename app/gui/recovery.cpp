// SPDX-License-Identifier: Apache-2.0
#include "app/gui/recovery.h"

#include "app/gui/open_documents.h"
#include "core/base/limits.h"
#include "core/disk/disk.h"
#include "core/file/design_file.h"
#include "widgets/session/design_session.h"

#include <QDir>
#include <QFileInfo>
#include <QUuid>

namespace tideline {

namespace {

constexpr int kDelayMs = 500;
const QString kDesign = QStringLiteral(".tideline");
const QString kPath = QStringLiteral(".path");
const QString kLock = QStringLiteral(".lock");

QString stateFolder() {
    const QString given = qEnvironmentVariable("XDG_STATE_HOME");
    const QString state = QDir::isAbsolutePath(given) ? given : QDir::homePath() + QStringLiteral("/.local/state");
    return state + QStringLiteral("/tideline/recovery");
}

QString withoutEnding(const QString& file) {
    return file.left(file.size() - kDesign.size());
}

Result<void> writeBoth(const QString& base, const std::string& path, const std::string& text) {
    TRY(realDisk().makeFolders(QFileInfo(base).absolutePath().toStdString()));
    TRY(realDisk().write((base + kPath).toStdString(), path));
    return realDisk().write((base + kDesign).toStdString(), text);
}

void removeAll(const QString& base) {
    for (const QString& ending : {kDesign, kPath}) {
        const std::string file = (base + ending).toStdString();
        if (realDisk().exists(file)) {
            static_cast<void>(realDisk().remove(file));
        }
    }
}

}  // namespace

Recovery::Recovery(DesignSession& session, OpenDocuments& documents, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_documents(documents),
      m_folder(stateFolder()),
      m_name(QUuid::createUuid().toString(QUuid::WithoutBraces)) {
    m_writer.setMaxThreadCount(1);
    m_due.setSingleShot(true);
    m_due.setInterval(kDelayMs);
    connect(&m_due, &QTimer::timeout, this, &Recovery::keep);
    connect(&session, &DesignSession::historyChanged, this, &Recovery::follow);
    connect(&documents, &OpenDocuments::documentChanged, this, &Recovery::follow);
}

Recovery::~Recovery() {
    m_due.stop();
    forget();
}

void Recovery::follow() {
    if (!m_documents.isOpen() || !m_session.isModified()) {
        m_due.stop();
        forget();
    } else if (!m_due.isActive()) {
        m_due.start();
    }
}

void Recovery::keep() {
    const QString base = m_folder + QLatin1Char('/') + m_name;
    if (!m_lock) {
        QDir().mkpath(m_folder);
        m_lock = std::make_unique<QLockFile>(base + kLock);
        m_lock->setStaleLockTime(0);
        m_lock->tryLock(0);
    }
    m_isKept = true;
    m_writer.start([this, base, path = m_documents.path().toStdString(), design = m_session.design()] {
        const Result<void> done = writeBoth(base, path, designText(design));
        if (done) {
            return;
        }
        QMetaObject::invokeMethod(this, [this, why = sentenceOf(done.error())] {
            if (!m_hasWarned) {
                m_hasWarned = true;
                Q_EMIT message(tr("Unsaved changes are not kept for the case of a crash: %1").arg(why));
            }
        });
    });
}

void Recovery::forget() {
    m_writer.waitForDone();
    if (m_isKept) {
        m_isKept = false;
        removeAll(m_folder + QLatin1Char('/') + m_name);
        m_lock.reset();
    }
}

void Recovery::flush() {
    if (m_due.isActive()) {
        m_due.stop();
        keep();
    }
    m_writer.waitForDone();
}

QList<LeftBehind> Recovery::leftBehind() const {
    QList<LeftBehind> found;
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({QLatin1Char('*') + kDesign}, QDir::Files | QDir::NoSymLinks, QDir::Time);
    for (const QFileInfo& file : files) {
        const QString base = withoutEnding(file.absoluteFilePath());
        QLockFile lock(base + kLock);
        lock.setStaleLockTime(0);
        if (file.completeBaseName() == m_name || !lock.tryLock(0)) {
            continue;
        }
        const Result<std::string> path = realDisk().read((base + kPath).toStdString(), limitOf(LimitId::TextBytes));
        LeftBehind left{
            file.absoluteFilePath(), path ? QString::fromStdString(*path) : QString(), {}, file.lastModified()};
        const Result<Design> design = designOf(left);
        left.title = design ? QString::fromStdString(design->title).trimmed() : QString();
        found.append(left);
    }
    return found;
}

Result<Design> Recovery::designOf(const LeftBehind& left) {
    const std::string text = TRY(realDisk().read(left.file.toStdString(), limitOf(LimitId::DesignBytes)));
    OpenedDesign opened = TRY(readDesign({QFileInfo(left.file).fileName().toStdString(), text}));
    return Result<Design>(std::move(opened.design));
}

void Recovery::discard(const LeftBehind& left) {
    removeAll(withoutEnding(left.file));
}

}  // namespace tideline
