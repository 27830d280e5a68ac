// SPDX-License-Identifier: Apache-2.0
// The preview of an export: each file in the colours of its language.
#include "widgets/export/code_view.h"

#include "widgets/look/style.h"

#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

namespace tideline::test {

namespace {

/// The colour of the first place of `part` in line `number`, from 0; invalid where it has none.
QColor colourOf(const CodeView& view, int number, const QString& part) {
    const QTextBlock line = view.document()->findBlockByNumber(number);
    const int at = static_cast<int>(line.text().indexOf(part));
    for (const QTextLayout::FormatRange& range : line.layout()->formats()) {
        if (range.start <= at && at < range.start + range.length) {
            return range.format.foreground().color();
        }
    }
    return {};
}

}  // namespace

class CodeViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachLanguageHasItsColours_data() {
        const Theme& t = currentTheme();
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QColor>("color");
        const auto row = [](const char* name, const char* path, const char* text, int line, const char* part,
                            const QColor& color) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(text) << line
                                << QString::fromLatin1(part) << color;
        };
        row("key of YAML", "base/a.yaml", "kind: Service # why", 0, "kind", t.coreText);
        row("comment of YAML", "base/a.yaml", "kind: Service # why", 0, "# why", t.t3);
        row("number of JSON", "a.json", "{\"size\": 12}", 0, "12", t.edgeText);
        row("key of JSON", "a.json", "{\"size\": 12}", 0, "\"size\"", t.coreText);
        row("heading", "README.md", "# Shop: it sells", 0, "Shop", t.coreText);
        row("prose with a colon", "README.md", "Note: it sells", 0, "Note", QColor());
        row("inside a fence", "README.md", "```sh\nmake: all\n```", 1, "make", t.optText);
        row("word of Python", "app.py", "import os  # why", 0, "import", t.coreText);
        row("comment of Python", "app.py", "import os  # why", 0, "# why", t.t3);
        row("no comment within a text", "app.py", "x = \"a # b\"", 0, "# b", t.optText);
        row("text of several lines", "app.py", "\"\"\"One\nimport two\n\"\"\"\nimport os", 1, "import", t.optText);
        row("behind such a text", "app.py", "\"\"\"One\nimport two\n\"\"\"\nimport os", 3, "import", t.coreText);
        row("comment of Rust", "src/lib.rs", "let a = 1; // why", 0, "why", t.t3);
        row("number of Go", "main.go", "return 42", 0, "42", t.edgeText);
        row("no language", "LICENSE", "key: value", 0, "key", QColor());
    }

    void eachLanguageHasItsColours() {
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(int, line);
        QFETCH(QString, part);
        QFETCH(QColor, color);
        CodeView view;
        view.showText(QStringLiteral("other.ts"), QStringLiteral("/* open"));
        view.showText(path, text);
        QCOMPARE(colourOf(view, line, part), color);
    }
};

}  // namespace tideline::test

QTEST_MAIN(tideline::test::CodeViewTest)
#include "code_view_test.moc"
