// SPDX-License-Identifier: Apache-2.0
#include "widgets/export/code_view.h"

#include "widgets/export/file_highlighter.h"
#include "widgets/look/fonts.h"
#include "widgets/look/style.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace tideline {

/// The column of line numbers: painted by the view, which knows where its lines stand.
class CodeView::Margin : public QWidget {
public:
    explicit Margin(CodeView& view) : QWidget(&view), m_view(view) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_view.paintMargin(event); }

private:
    CodeView& m_view;
};

CodeView::CodeView(QWidget* parent)
    : QPlainTextEdit(parent), m_margin(new Margin(*this)), m_colours(new FileHighlighter(document())) {
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFont(fontOf(FontRole::Code));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& part, int dy) {
        dy != 0 ? m_margin->scroll(0, dy) : m_margin->update(0, part.y(), m_margin->width(), part.height());
    });
    takeTheme();
}

void CodeView::showText(const QString& path, const QString& text) {
    m_colours->setLanguage(languageOf(path));
    m_changes.clear();
    m_hasNumbers = true;
    setExtraSelections({});
    setPlainText(text);
    layOutMargin();
}

void CodeView::showRemark(const QString& sentence) {
    showText(QString(), sentence);
    m_hasNumbers = false;
    layOutMargin();
}

void CodeView::showChanges(const QString& path, std::vector<ChangedLine> lines) {
    QString text;
    for (const ChangedLine& line : lines) {
        text += (line.kind == ChangedLine::Kind::Gap ? QStringLiteral("⋯") : line.text) + QLatin1Char('\n');
    }
    text.chop(1);
    showText(path, text);
    m_changes = std::move(lines);
    const Theme& t = currentTheme();
    QList<QTextEdit::ExtraSelection> grounds;
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        const ChangedLine::Kind kind = m_changes[i].kind;
        if (kind != ChangedLine::Kind::Added && kind != ChangedLine::Kind::Removed) {
            continue;
        }
        QTextEdit::ExtraSelection ground;
        ground.cursor = QTextCursor(document()->findBlockByNumber(static_cast<int>(i)));
        ground.format.setBackground(kind == ChangedLine::Kind::Added ? t.goodBg : t.problemBg);
        ground.format.setProperty(QTextFormat::FullWidthSelection, true);
        grounds.append(ground);
    }
    setExtraSelections(grounds);
    layOutMargin();
}

QString CodeView::numberOf(int line) const {
    if (m_changes.empty()) {
        return QString::number(line + 1);
    }
    const ChangedLine& change = m_changes[static_cast<std::size_t>(line)];
    switch (change.kind) {
    case ChangedLine::Kind::Added: return QStringLiteral("+ %1").arg(change.after);
    case ChangedLine::Kind::Removed: return QStringLiteral("− %1").arg(change.before);
    case ChangedLine::Kind::Same: return QString::number(change.after);
    case ChangedLine::Kind::Gap: break;
    }
    return {};
}

void CodeView::layOutMargin() {
    const int digits = m_changes.empty() ? 3 : 6;
    const int width = m_hasNumbers ? fontMetrics().horizontalAdvance(QLatin1Char('0')) * digits + 22 : 12;
    setViewportMargins(width, 6, 0, 0);
    m_margin->setGeometry(0, viewport()->y(), width, viewport()->height());
    m_margin->update();
}

void CodeView::paintMargin(QPaintEvent* event) {
    QPainter painter(m_margin);
    const Theme& t = currentTheme();
    painter.fillRect(event->rect(), t.sunken);
    if (!m_hasNumbers) {
        return;
    }
    painter.setFont(font());
    painter.setPen(t.t3);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > event->rect().bottom()) {
            return;
        }
        if (block.blockNumber() < static_cast<int>(m_changes.size()) || m_changes.empty()) {
            painter.drawText(QRectF(0, box.top(), m_margin->width() - 12, box.height()), Qt::AlignRight,
                             numberOf(block.blockNumber()));
        }
    }
}

void CodeView::takeTheme() {
    QPalette sunken;
    sunken.setColor(QPalette::Base, currentTheme().sunken);
    setPalette(sunken);
}

void CodeView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    layOutMargin();
}

void CodeView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange) {
        takeTheme();
    }
    QPlainTextEdit::changeEvent(event);
}

}  // namespace tideline
