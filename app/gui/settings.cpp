// SPDX-License-Identifier: Apache-2.0
#include "app/gui/settings.h"

#include <QCryptographicHash>
#include <QSettings>
#include <algorithm>

namespace tideline {

namespace {

constexpr int kMostRecent = 12;

QString exportKey(const QString& designPath) {
    const QByteArray digest = QCryptographicHash::hash(designPath.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStringLiteral("exports/") + QString::fromLatin1(digest.left(16));
}

void write(const QList<RecentDesign>& designs) {
    QSettings store;
    store.beginWriteArray(QStringLiteral("recent"), static_cast<int>(designs.size()));
    for (int i = 0; i < designs.size(); ++i) {
        store.setArrayIndex(i);
        store.setValue(QStringLiteral("path"), designs[i].path);
        store.setValue(QStringLiteral("title"), designs[i].title);
        store.setValue(QStringLiteral("monthly"), designs[i].monthly);
        store.setValue(QStringLiteral("opened"), designs[i].opened);
    }
    store.endArray();
}

}  // namespace

ThemeChoice Settings::theme() const {
    const QString text = QSettings().value(QStringLiteral("theme")).toString();
    return text == QLatin1String("light")  ? ThemeChoice::Light
           : text == QLatin1String("dark") ? ThemeChoice::Dark
                                           : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice) {
    QSettings().setValue(QStringLiteral("theme"), choice == ThemeChoice::Light  ? QStringLiteral("light")
                                                  : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                                                : QStringLiteral("system"));
}

double Settings::fontFactor() const {
    return std::clamp(QSettings().value(QStringLiteral("fontFactor"), 1.0).toDouble(), 0.9, 1.5);
}

void Settings::setFontFactor(double factor) {
    QSettings().setValue(QStringLiteral("fontFactor"), factor);
}

QList<RecentDesign> Settings::recent() const {
    QSettings store;
    QList<RecentDesign> designs;
    const int count = std::min(store.beginReadArray(QStringLiteral("recent")), kMostRecent);
    for (int i = 0; i < count; ++i) {
        store.setArrayIndex(i);
        const QString path = store.value(QStringLiteral("path")).toString();
        if (!path.isEmpty()) {
            designs.append({path, store.value(QStringLiteral("title")).toString(),
                            store.value(QStringLiteral("monthly")).toDouble(),
                            store.value(QStringLiteral("opened")).toDateTime()});
        }
    }
    store.endArray();
    return designs;
}

void Settings::remember(const RecentDesign& design) {
    QList<RecentDesign> designs = recent();
    designs.removeIf([&](const RecentDesign& old) { return old.path == design.path; });
    designs.prepend(design);
    write(designs.mid(0, kMostRecent));
}

void Settings::forget(const QString& path) {
    QList<RecentDesign> designs = recent();
    designs.removeIf([&](const RecentDesign& old) { return old.path == path; });
    write(designs);
}

std::optional<int> Settings::length(const QString& panel, const QString& sizeClass) const {
    const QVariant value = QSettings().value(QStringLiteral("layout/%1/%2").arg(sizeClass, panel));
    return value.isValid() ? std::optional(value.toInt()) : std::nullopt;
}

void Settings::setLength(const QString& panel, const QString& sizeClass, int pixels) {
    QSettings().setValue(QStringLiteral("layout/%1/%2").arg(sizeClass, panel), pixels);
}

QByteArray Settings::windowGeometry() const {
    return QSettings().value(QStringLiteral("window")).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry) {
    QSettings().setValue(QStringLiteral("window"), geometry);
}

QString Settings::exportFolder(const QString& designPath) const {
    return QSettings().value(exportKey(designPath)).toString();
}

void Settings::setExportFolder(const QString& designPath, const QString& folder) {
    QSettings().setValue(exportKey(designPath), folder);
}

}  // namespace tideline
