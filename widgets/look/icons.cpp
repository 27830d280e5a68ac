// SPDX-License-Identifier: Apache-2.0
#include "widgets/look/icons.h"

#include "widgets/look/style.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPaintEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <cmath>
#include <memory>

// The resource belongs to a static library: it must be pulled in by name, outside every namespace.
static void pullInIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace tideline {

namespace {

QByteArray readResource(const QString& path) {
    static const bool isIn = (pullInIcons(), true);
    Q_UNUSED(isIn)
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray& svgOf(const QString& name) {
    static QHash<QString, QByteArray> known;
    auto at = known.find(name);
    if (at == known.end()) {
        at = known.insert(name, readResource(QStringLiteral(":/icons/%1.svg").arg(name)));
    }
    return at->isEmpty() && name != QLatin1String("service") ? svgOf(QStringLiteral("service")) : *at;
}

/// The icon in black, read once.
QSvgRenderer& shapeOf(const QString& name) {
    static QHash<QString, std::shared_ptr<QSvgRenderer>> known;
    std::shared_ptr<QSvgRenderer>& shape = known[name];
    if (!shape) {
        QByteArray svg = svgOf(name);
        svg.replace("currentColor", "#000000");
        shape = std::make_shared<QSvgRenderer>(svg);
    }
    return *shape;
}

QHash<QString, QPixmap>& pixmapCache() {
    static QHash<QString, QPixmap> cache;
    return cache;
}

QPixmap blankPixmap(int size, double ratio) {
    QPixmap pixmap(QSize(1, 1) * static_cast<int>(std::ceil(size * ratio)));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

/// Paints by the theme of the moment, so that a change of theme needs no new icons.
class ThemedIconEngine : public QIconEngine {
public:
    ThemedIconEngine(QString name, QColor color) : m_name(std::move(name)), m_color(std::move(color)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        painter->drawPixmap(rect, made(rect.size(), mode, state, painter->device()->devicePixelRatioF()));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return made(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        return made(size / scale, mode, state, scale);
    }
    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }
    bool isNull() override { return false; }

private:
    QPixmap made(const QSize& size, QIcon::Mode mode, QIcon::State state, double ratio) const {
        return iconPixmap(m_name, colorFor(mode, state), std::min(size.width(), size.height()), ratio);
    }
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const {
        const Theme& theme = currentTheme();
        if (mode == QIcon::Disabled) {
            return theme.tOff;
        }
        return m_color.isValid() ? m_color : state == QIcon::On ? theme.accentText : theme.t2;
    }
    QString m_name;
    QColor m_color;
};

}  // namespace

bool hasIcon(const QString& name) {
    static const bool isIn = (pullInIcons(), true);
    Q_UNUSED(isIn)
    return QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name));
}

void paintIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& box) {
    QByteArray svg = svgOf(name);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    renderer.render(&painter, box);
}

QPixmap iconPixmap(const QString& name, const QColor& color, int size, double ratio) {
    const QString key = QStringLiteral("%1/%2/%3/%4").arg(name, color.name()).arg(size).arg(ratio);
    auto at = pixmapCache().find(key);
    if (at == pixmapCache().end()) {
        QPixmap pixmap = blankPixmap(size, ratio);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        shapeOf(name).render(&painter, QRectF(0, 0, size, size));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(QRectF(0, 0, size, size), QColor(color.rgb()));
        painter.end();
        at = pixmapCache().insert(key, pixmap);
    }
    return *at;
}

bool drawsVectors(const QPainter& painter) {
    const QPaintEngine* engine = painter.paintEngine();
    return engine != nullptr && engine->type() != QPaintEngine::Raster;
}

void drawIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& box) {
    if (drawsVectors(painter)) {
        paintIcon(painter, name, color, box);
        return;
    }
    const int size = std::max(6, static_cast<int>(std::lround(box.width())));
    const double ratio = painter.device()->devicePixelRatioF();
    const QPointF corner = (box.center() - QPointF(size, size) / 2.0) * ratio;
    // Rounded upwards on both sides of zero: the same pixel wherever a board was panned to.
    const QPointF pixel(std::floor(corner.x() + 0.5), std::floor(corner.y() + 0.5));
    painter.drawPixmap(pixel / ratio, iconPixmap(name, color, size, ratio));
}

QIcon themedIcon(const QString& name) {
    return QIcon(new ThemedIconEngine(name, QColor()));
}

QIcon coloredIcon(const QString& name, const QColor& color) {
    return QIcon(new ThemedIconEngine(name, color));
}

QPixmap brandPixmap(int size, double ratio) {
    QPixmap pixmap = blankPixmap(size, ratio);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(
        readResource(size < 22 ? QStringLiteral(":/brand/tideline-16.svg") : QStringLiteral(":/brand/tideline.svg")));
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

QIcon brandIcon() {
    QIcon icon;
    for (const int size : {16, 32, 48, 128}) {
        icon.addPixmap(brandPixmap(size, 1));
    }
    return icon;
}

void dropIconCache() {
    pixmapCache().clear();
}

}  // namespace tideline
