// SPDX-License-Identifier: Apache-2.0
#include "app/gui/command_line.h"

#include <QRegularExpression>

namespace tideline {

namespace {

Result<QSize> sizeOf(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() > 10'000 || size.height() > 10'000) {
        return failure("expected a size such as 1440x900, at most 10000x10000, found '" + text.toStdString() + "'",
                       "--size");
    }
    return size;
}

/// Options that take a value, in the order of the help.
bool takesValue(const QString& option) {
    static const QStringList options{QStringLiteral("--render"), QStringLiteral("-o"),     QStringLiteral("--what"),
                                     QStringLiteral("--theme"),  QStringLiteral("--size"), QStringLiteral("--data"),
                                     QStringLiteral("--prices")};
    return options.contains(option);
}

Result<void> take(StudioCommand& command, PictureRequest& picture, const QString& option, const QString& value) {
    if (option == QLatin1String("--render")) {
        command.design = value;
        command.render = PictureRequest{};
    } else if (option == QLatin1String("-o")) {
        picture.path = value;
    } else if (option == QLatin1String("--what")) {
        if (value != QLatin1String("canvas") && value != QLatin1String("chart")) {
            return failure("expected canvas or chart, found '" + value.toStdString() + "'", "--what");
        }
        picture.subject = value == QLatin1String("chart") ? PictureSubject::Chart : PictureSubject::Canvas;
    } else if (option == QLatin1String("--theme")) {
        if (value != QLatin1String("light") && value != QLatin1String("dark")) {
            return failure("expected light or dark, found '" + value.toStdString() + "'", "--theme");
        }
        picture.isDark = value == QLatin1String("dark");
    } else if (option == QLatin1String("--size")) {
        picture.size = TRY(sizeOf(value));
    } else if (option == QLatin1String("--data")) {
        command.dataFolder = value;
    } else {
        command.priceFiles.push_back(value.toStdString());
    }
    return {};
}

}  // namespace

Result<StudioCommand> readStudioCommand(const QStringList& arguments) {
    StudioCommand command;
    PictureRequest picture;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& word = arguments[i];
        if (word == QLatin1String("--help") || word == QLatin1String("-h")) {
            command.wantsHelp = true;
        } else if (word == QLatin1String("--version")) {
            command.wantsVersion = true;
        } else if (takesValue(word)) {
            if (i + 1 >= arguments.size()) {
                return failure("a value is missing after it", word.toStdString());
            }
            TRY(take(command, picture, word, arguments[++i]));
        } else if (word.startsWith(QLatin1Char('-'))) {
            return failure("there is no such option; --help lists them", word.toStdString());
        } else if (!command.design.isEmpty()) {
            return failure("only one design can be opened", word.toStdString());
        } else {
            command.design = word;
        }
    }
    if (command.render) {
        if (picture.path.isEmpty()) {
            return failure("name the picture by -o FILE.png, FILE.svg or FILE.pdf", "--render");
        }
        command.render = picture;
    }
    return command;
}

QString studioHelp() {
    return QStringLiteral(
        "tideline-studio: draw a hybrid system, see what it costs, take the files with you\n"
        "\n"
        "  tideline-studio [DESIGN]                        open the window, with a design or its start page\n"
        "  tideline-studio --render DESIGN -o FILE         draw a design into a FILE that ends in .png, .svg\n"
        "                                                  or .pdf; needs no display\n"
        "\n"
        "  --what canvas|chart    what to draw: the board (standard) or the cost curves\n"
        "  --theme light|dark     colours of the picture; light unless given\n"
        "  --size WxH             size of the picture in points, 1440x900 unless given\n"
        "  --data DIR             another data folder\n"
        "  --prices FILE          a price book over those of the data folder; may be repeated, later ones win\n"
        "  --help, --version\n"
        "\n"
        "Exit codes: 0 done, 2 wrong use, 3 input refused, 4 a file could not be read or written.\n");
}

}  // namespace tideline
