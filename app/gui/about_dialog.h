// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QDialog>

namespace tideline {

struct StudioData;

/// Name, version, licence, and which prices are in use.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    AboutDialog(const StudioData& studio, QWidget* parent);
};

}  // namespace tideline
