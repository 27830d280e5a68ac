// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

class QSplitter;

namespace tideline {

class BottomStrip;
class Canvas;
class DesignSession;
class FindingsPanel;
class InspectorPanel;
class PalettePanel;
class PaletteRail;
class Settings;

/// Canvas, palette, inspector and bottom strip, and what of them folds in a small window (look, 4.1).
class Workspace : public QWidget {
    Q_OBJECT
public:
    Workspace(DesignSession& session, Settings& settings, QWidget* parent = nullptr);
    Canvas& canvas() { return *m_canvas; }
    InspectorPanel& inspector() { return *m_inspector; }
    PalettePanel& palettePanel() { return *m_palette; }
    BottomStrip& strip() { return *m_strip; }
    FindingsPanel& findings();

    bool isPaletteShown() const;
    bool isInspectorShown() const;
    bool isStripOpen() const;
    void togglePalette();
    void toggleInspector();
    void showInspector();
    void toggleStrip();
    void showStrip(int tab);
    void showBillLines();
    void searchPalette();
    void stepFinding(int rows);
    /// After a change of theme.
    void takeTheme();
    /// F6: the next region takes the keyboard; -1 goes back.
    void stepRegion(int direction);

Q_SIGNALS:
    void foldingChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString sizeClass() const;
    bool isNarrow() const { return width() < 1360; }
    bool isVeryNarrow() const { return width() < 1180; }
    void connectParts();
    void applyClass();
    void placeOverlays();
    void rememberLengths();
    void openPaletteOverlay();
    void closeOverlays();
    void fold(QWidget& panel);

    DesignSession& m_session;
    Settings& m_settings;
    PaletteRail* m_rail;
    PalettePanel* m_palette;
    QSplitter* m_columns;
    QSplitter* m_rows;
    Canvas* m_canvas;
    BottomStrip* m_strip;
    InspectorPanel* m_inspector;
    QString m_class;
    bool m_wantsPalette = true;
    bool m_wantsInspector = true;
    bool m_isPaletteOver = false;
    bool m_isInspectorOver = false;
};

}  // namespace tideline
