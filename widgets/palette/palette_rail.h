// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QWidget>

namespace tideline {

class Catalog;

/// The palette of a narrow window: search and one button a group.
class PaletteRail : public QWidget {
    Q_OBJECT
public:
    explicit PaletteRail(const Catalog& catalog, QWidget* parent = nullptr);

Q_SIGNALS:
    void searchWanted();
    void groupWanted(const QString& group);
};

}  // namespace tideline
