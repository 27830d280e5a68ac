// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/result.h"
#include "core/design/design.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>

namespace tideline {

class DesignSession;
class OpenDocuments;

/// Unsaved changes of a window that ended without saving or discarding them.
struct LeftBehind {
    QString file;      ///< the design with its changes
    QString path;      ///< the file they belong to; empty where it was never saved
    QString title;     ///< of the design
    QDateTime changed;  ///< when they were kept
};

/// Keeps the unsaved design beside the document, in $XDG_STATE_HOME/tideline/recovery: half a second after an edit at
/// the latest. The copy goes away when the document is saved, discarded or closed; after a crash it stays, and the next
/// start offers it. Copies of windows that still run are locked and are left alone.
class Recovery : public QObject {
    Q_OBJECT
public:
    Recovery(DesignSession& session, OpenDocuments& documents, QObject* parent);
    ~Recovery() override;

    /// Of windows that no longer run, newest first.
    QList<LeftBehind> leftBehind() const;
    /// The kept design; the error says why it cannot be read.
    static Result<Design> designOf(const LeftBehind& left);
    void discard(const LeftBehind& left);
    /// Writes what is due now and waits for it.
    void flush();

Q_SIGNALS:
    void message(const QString& text);

private:
    void follow();
    void keep();
    void forget();
    DesignSession& m_session;
    OpenDocuments& m_documents;
    QString m_folder;
    QString m_name;  ///< of this window's files, without an ending
    std::unique_ptr<QLockFile> m_lock;
    QTimer m_due;
    QThreadPool m_writer;
    bool m_isKept = false;
    bool m_hasWarned = false;
};

}  // namespace tideline
