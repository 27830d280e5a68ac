// SPDX-License-Identifier: Apache-2.0
#include "app/gui/shortcut_sheet.h"

#include "app/gui/action_book.h"
#include "widgets/controls/search_field.h"
#include "widgets/look/palette.h"
#include "widgets/look/style.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTableWidget>

namespace tideline {

namespace {

struct KeyRow {
    const char* keys;
    const char* what;
};

/// Keys of the canvas and the panels that no menu lists.
constexpr KeyRow kFurther[] = {
    {"Tab / Shift+Tab", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "Next or previous card")},
    {"Arrows / Shift+Arrows", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "Move the selection")},
    {"Ctrl+Arrows", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "Nearest neighbour in that direction")},
    {"Enter", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "Into the inspector")},
    {"Esc", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "End a gesture, select nothing, back to the canvas")},
    {"Space+Drag", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "Pan")},
    {"Ctrl+Wheel", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "Zoom at the pointer")},
    {"F6 / Shift+F6", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "Next or previous part of the window")},
    {"F10", QT_TRANSLATE_NOOP("tideline::ShortcutSheet", "Menus")},
};

}  // namespace

ShortcutSheet::ShortcutSheet(const ActionBook& book, QWidget* parent)
    : QDialog(parent), m_table(new QTableWidget(0, 2, this)) {
    setWindowTitle(tr("Shortcuts"));
    setPalette(panelPaletteOf(currentTheme()));
    auto* search = new SearchField(tr("Find a key or what it does"), QString(), this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(search);
    column->addWidget(m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setHorizontalHeaderLabels({tr("Does"), tr("Key")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAccessibleName(tr("Shortcuts"));
    const auto add = [this](const QString& what, const QString& keys) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, new QTableWidgetItem(what));
        m_table->setItem(row, 1, new QTableWidgetItem(keys));
    };
    for (const QAction* action : book.all()) {
        if (!action->shortcut().isEmpty()) {
            QString what = action->toolTip().section(QStringLiteral("  "), 0, 0);
            add(what, action->shortcut().toString(QKeySequence::NativeText));
        }
    }
    for (const KeyRow& row : kFurther) {
        add(tr(row.what), QLatin1String(row.keys));
    }
    connect(search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(search, &SearchField::left, this, &QDialog::reject);
    resize(520, 560);
    search->setFocus();
}

void ShortcutSheet::filter(const QString& text) {
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool isFound = m_table->item(row, 0)->text().contains(text, Qt::CaseInsensitive) ||
                             m_table->item(row, 1)->text().contains(text, Qt::CaseInsensitive);
        m_table->setRowHidden(row, !isFound);
    }
}

}  // namespace tideline
