// SPDX-License-Identifier: Apache-2.0
#include "app/gui/action_row.h"
#include "app/gui/main_window.h"
#include "app/gui/open_documents.h"

#include <QCoreApplication>

namespace tideline {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("tideline", text);
}

}  // namespace

std::vector<ActionRow> fileActions(const StudioParts& p) {
    OpenDocuments& documents = p.documents;
    MainWindow& window = p.window;
    return {
        {"new", tr("&New"), "new", "Ctrl+N", [&] { documents.openNew(); }, ActionScope::Window, always},
        {"open", tr("&Open…"), "open", "Ctrl+O", [&] { documents.askAndOpen(); }, ActionScope::Window, always},
        {"start-page", tr("Start &page"), "folder", "", [&] { documents.close(); }},
        {"save", tr("&Save"), "save", "Ctrl+S", [&] { documents.save(); }},
        {"save-as", tr("Save &as…"), "save", "Ctrl+Shift+S", [&] { documents.saveAs(); }},
        {"export", tr("&Export…"), "export", "Ctrl+E", [&] { window.showExport(); }},
        {"save-picture", tr("Save p&icture…"), "image-processing", "", [&] { window.savePicture(); }},
        {"close", tr("&Close"), "close", "Ctrl+W", [&] { documents.close(); }},
        {"quit", tr("&Quit"), "", "Ctrl+Q", [&] { window.close(); }, ActionScope::Window, always},
    };
}

}  // namespace tideline
