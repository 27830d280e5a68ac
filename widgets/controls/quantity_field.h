// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <QLineEdit>
#include <optional>

namespace tideline {

/// A number with its unit inside the field, on the right. Enter or leaving the field commits; Esc restores; arrow
/// keys up and down step. A number that cannot be is kept on screen, framed, and explained by `wrongReason`.
class QuantityField : public QLineEdit {
    Q_OBJECT
public:
    explicit QuantityField(QWidget* parent = nullptr);
    void setUnit(const QString& unit);
    void setLimits(std::optional<double> least, std::optional<double> most);
    /// Shows the number, as far as the person is not typing.
    void showNumber(double number);
    /// Nothing is given; `text` says what holds then.
    void showNothing(const QString& text);
    /// Several services with different numbers.
    void showSeveral();
    /// Empty while the text is a number within the limits. Where the person left a number that cannot be, it says so
    /// until the next key in the field: the number before is back by then.
    QString wrongReason() const;

Q_SIGNALS:
    void committed(double number);
    /// The person emptied a field that may be empty.
    void cleared();
    void wrongChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void check();
    void tell(const QString& wrong, const QString& left);
    QString limitsText() const;
    void commit();
    void stepBy(double direction);
    void restore();
    void placeUnit();

    QString m_unit, m_shown, m_wrong;
    QString m_left;  ///< what was wrong with the number that the person left
    std::optional<double> m_least, m_most;
    bool m_mayBeEmpty = false;
    bool m_showsUnit = false;
};

}  // namespace tideline
