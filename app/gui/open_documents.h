// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "app/gui/settings.h"
#include "core/base/result.h"
#include "core/design/design.h"

#include <QObject>

class QWidget;

namespace tideline {

class DesignSession;

/// Opens, saves and closes the window's document. Asks before anything is lost; files go through core/file and
/// core/disk alone.
class OpenDocuments : public QObject {
    Q_OBJECT
public:
    OpenDocuments(DesignSession& session, Settings& settings, QWidget* window);
    bool isOpen() const { return m_isOpen; }
    /// Empty while the document was never saved.
    const QString& path() const { return m_path; }
    /// The design's title, or "Untitled design".
    QString title() const;

    void openNew();
    /// A copy of a starter design, unsaved.
    void openTemplate(Design design);
    /// Unsaved changes of an earlier session as one step over what `path` holds now; as a new document where it holds
    /// nothing that can be read. False where the person keeps the open document.
    bool recover(Design kept, const QString& path);
    void askAndOpen();
    /// False where it could not be read; the person was told.
    bool openFile(const QString& path);
    bool save();
    bool saveAs();
    /// Saves there without asking where; the error says what is safe.
    Result<void> write(const QString& path);
    /// Asks about unsaved changes; true where the document may go.
    bool mayClose();
    void close();

Q_SIGNALS:
    void pathChanged(const QString& path);  ///< before a document is taken from there, or after it was saved there
    void documentChanged();  ///< opened, closed, another path
    void message(const QString& text);

private:
    void take(Design design, const QString& path, const std::string& text);
    void rememberRecent();
    bool mayOverwrite(const QString& path);
    DesignSession& m_session;
    Settings& m_settings;
    QWidget* m_window;
    QString m_path;
    std::string m_textOnDisk;  ///< as it was read or written last
    bool m_isOpen = false;
    bool m_awaitsFigures = false;
};

/// An error as the window says it: a sentence with a capital and a full stop.
QString sentenceOf(const Error& error);
/// "~/work/shop.tideline".
QString shortPath(const QString& path);

}  // namespace tideline
