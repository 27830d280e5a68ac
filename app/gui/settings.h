// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDateTime>
#include <QStringList>
#include <optional>

namespace tideline {

enum class ThemeChoice { System, Light, Dark };

/// A design that was open before.
struct RecentDesign {
    QString path, title;
    double monthly = 0;
    QDateTime opened;
};

/// What the program remembers between two sessions, apart from designs.
class Settings {
public:
    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// 0.9 to 1.5.
    double fontFactor() const;
    void setFontFactor(double factor);
    /// Newest first, at most 12.
    QList<RecentDesign> recent() const;
    void remember(const RecentDesign& design);
    void forget(const QString& path);
    /// A length in pixels that the person gave a panel, for one class of window sizes.
    std::optional<int> length(const QString& panel, const QString& sizeClass) const;
    void setLength(const QString& panel, const QString& sizeClass, int pixels);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    /// Where the export of a design was written last; empty where it was not.
    QString exportFolder(const QString& designPath) const;
    void setExportFolder(const QString& designPath, const QString& folder);
};

}  // namespace tideline
