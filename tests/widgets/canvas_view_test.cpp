// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sample_designs.h"
#include "tests/widgets/canvas_desk.h"
#include "widgets/canvas/canvas_render.h"
#include "widgets/canvas/line_path.h"
#include "widgets/look/motion.h"

#include <QBuffer>
#include <QPainter>
#include <QScreen>
#include <QSvgGenerator>
#include <QWheelEvent>
#include <array>

namespace tideline::test {

class CanvasViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void detailFollowsTheZoomWithoutFlickering() {
        QCOMPARE(detailAt(1, Detail::Full), Detail::Full);
        QCOMPARE(detailAt(0.74, Detail::Full), Detail::Full);
        QCOMPARE(detailAt(0.74, Detail::Short), Detail::Short);
        QCOMPARE(detailAt(0.72, Detail::Full), Detail::Short);
        QCOMPARE(detailAt(0.54, Detail::Names), Detail::Names);
        QCOMPARE(detailAt(0.27, Detail::Names), Detail::Names);
        QCOMPARE(detailAt(0.1, Detail::Full), Detail::Bars);
    }

    void controlWheelZoomsAtThePointer() {
        Desk desk;
        const QPointF at(300, 200);
        const QPointF before = desk.canvas.stage().view.toWorld(at);
        wheel(desk, at, 240, Qt::ControlModifier);
        QVERIFY(desk.canvas.zoom() > 1.2);
        const QPointF after = desk.canvas.stage().view.toWorld(at);
        QVERIFY(std::abs(before.x() - after.x()) < 1 && std::abs(before.y() - after.y()) < 1);
    }

    void theWheelPansAndSpaceDragToo() {
        Desk desk;
        const QPoint before = desk.middleOf("orders");
        wheel(desk, QPointF(300, 200), -120, Qt::NoModifier);
        QCOMPARE(desk.middleOf("orders").y(), before.y() - 60);
        QTest::keyPress(&desk.canvas, Qt::Key_Space);
        desk.drag(QPoint(300, 300), QPoint(340, 310));
        QTest::keyRelease(&desk.canvas, Qt::Key_Space);
        QCOMPARE(desk.middleOf("orders"), before + QPoint(40, -50));
        QVERIFY(!desk.session.canUndo());
    }

    void fittingNeverEnlarges() {
        Desk desk;
        desk.canvas.resize(2400, 1600);
        desk.canvas.fitAll();
        QTRY_COMPARE(desk.canvas.zoom(), 1.0);
    }

    void panningShowsTheSamePictureAsPaintingAnew_data() {
        QTest::addColumn<double>("zoom");
        QTest::newRow("full size") << 1.0;
        QTest::newRow("as fitted") << 0.79;
        QTest::newRow("large") << 1.37;
        QTest::newRow("short cards") << 0.62;
        QTest::newRow("names") << 0.4;
    }

    void panningShowsTheSamePictureAsPaintingAnew() {
        QFETCH(double, zoom);
        Desk desk(orderPlatform());
        desk.canvas.stage().router.routeAll();
        desk.canvas.stage().zoomTo(zoom, QPointF(0, 0));
        for (const QPointF way : {QPointF(-130, -44), QPointF(61, 17), QPointF(-7, -3), QPointF(0, 90)}) {
            desk.draw();
            desk.canvas.stage().panBy(way);
            const QImage panned = desk.canvas.grab().toImage();
            desk.canvas.stage().repaintAll();
            const QImage anew = desk.canvas.grab().toImage();
            QCOMPARE(panned.size(), anew.size());
            QVERIFY2(mostApart(panned, anew) <= kRounding, qPrintable(QString::number(mostApart(panned, anew))));
        }
    }

    void aDashedWayIsTheSameHoweverMuchOfItIsSeen() {
        const std::vector<QPointF> way{{0, 50}, {180, 50}, {180, 200}, {60, 200}};
        const std::vector<UprightLeg> legs{{90, 0, 100, 1}, {98, 0, 100, 2}, {140, 0, 100, 3}};
        const QRectF whole(-10, -10, 300, 300);
        const QImage all = drawn(dashedLine(way, 8, legs, 0, {5, 4}, whole), whole);
        for (const QRectF part : {QRectF(70, 0, 40, 120), QRectF(120, 30, 90, 90), QRectF(0, 150, 300, 60)}) {
            const QImage seen = drawn(dashedLine(way, 8, legs, 0, {5, 4}, part.adjusted(-4, -4, 4, 4)), part);
            QCOMPARE(seen.copy(part.toRect()), all.copy(part.toRect()));
        }
    }

    void dashesStandBehindAJumpWhereTheyStoodWithoutIt() {
        const std::vector<QPointF> way{{0, 50}, {180, 50}};
        const std::vector<UprightLeg> legs{{90, 0, 100, 1}};
        const QRectF whole(-10, -10, 300, 300);
        const QRect behind(100, 40, 70, 20);
        const QImage jumping = drawn(dashedLine(way, 8, legs, 0, {5, 4}, whole), whole);
        const QImage straight = drawn(dashedLine(way, 8, {}, 0, {5, 4}, whole), whole);
        QCOMPARE(jumping.copy(behind), straight.copy(behind));
        QVERIFY(jumping != straight);
    }

    void theThemeSwitchesEveryPixelOfTheGround() {
        Desk desk;
        const QImage light = desk.canvas.grab().toImage();
        QCOMPARE(light.pixelColor(4, 4), lightTheme().canvas);
        desk.canvas.setTheme(darkTheme());
        const QImage dark = desk.canvas.grab().toImage();
        QCOMPARE(dark.pixelColor(4, 4), darkTheme().canvas);
        QCOMPARE(dark.pixelColor(desk.at(300, 480)), darkTheme().coreZone);
    }

    void noConnectionOfTheOrderPlatformRunsThroughACard() {
        Desk desk(orderPlatform());
        Picture& picture = desk.canvas.stage().picture;
        desk.canvas.stage().router.routeAll();
        for (const Line& line : picture.lines()) {
            QVERIFY(line.isRouted && line.route.count >= 2);
            for (int i = 1; i < line.route.count; ++i) {
                const QPointF from = line.route.points[static_cast<std::size_t>(i - 1)];
                const QPointF to = line.route.points[static_cast<std::size_t>(i)];
                QVERIFY(from.x() == to.x() || from.y() == to.y());
                const QRectF leg = QRectF(from, to).normalized();
                for (const Box& box : picture.boxes()) {
                    const QRectF card = box.rect.adjusted(1, 1, -1, -1);
                    const bool crosses = leg.left() < card.right() && leg.right() > card.left() &&
                                         leg.top() < card.bottom() && leg.bottom() > card.top();
                    QVERIFY2(!crosses, (line.id.text + " through " + box.id.text).c_str());
                }
            }
        }
    }

    void anUnknownKindIsDrawnDashedWithItsKey() {
        Design design = Desk::sample();
        Desk::add(design, "odd", "Odd one", "quantum-oracle", Host::Kubernetes, 248, 144);
        Desk desk(design);
        QVERIFY(!desk.box("odd").isKnown);
        const int box = desk.canvas.stage().picture.boxOf(ServiceId{"odd"});
        const BoxText& text = desk.canvas.stage().picture.shapedText(box);
        QCOMPARE(text.facts.kindTitle, QStringLiteral("quantum-oracle"));
        QCOMPARE(text.facts.money, QStringLiteral("\u2013"));
    }

    void jumpingToAFindingSelectsAndShowsIt() {
        Desk desk(chainOf(200));
        const ServiceId last = desk.session.design().services.shared().back()->id;
        desk.canvas.jumpTo(last);
        QVERIFY(desk.canvas.selection().services.contains(last));
        const int box = desk.canvas.stage().picture.boxOf(last);
        QTRY_VERIFY(desk.canvas.stage().view.visibleWorld().contains(desk.canvas.stage().picture.box(box).rect));
        QVERIFY(desk.canvas.stage().overlay.pulsing.has_value());
    }

    void jumpingToWhatIsInSightLeavesTheView() {
        Desk desk;
        View& view = desk.canvas.stage().view;
        // Its card touches the border of the view.
        view.setCenter(desk.box("mail").rect.bottomRight() - QPointF(desk.canvas.width(), desk.canvas.height()) / 2);
        const QPointF before = view.center();
        setMotion(MotionSetting::Reduced);  // where the view goes, it is at once
        desk.canvas.jumpTo(ServiceId{"mail"});
        QVERIFY(desk.isSelected("mail"));
        QCOMPARE(view.center(), before);
        QCOMPARE(desk.canvas.zoom(), 1.0);
        view.setCenter(before - QPointF(0, 30));
        desk.canvas.jumpTo(ServiceId{"mail"});
        QVERIFY(view.visibleWorld().contains(desk.box("mail").rect));
        view.setZoom(0.4, QPointF(0, 0));
        desk.canvas.jumpTo(ServiceId{"mail"});
        QVERIFY(desk.canvas.zoom() > 0.7);
        setMotion(MotionSetting::Full);
    }

    void aDraggedCardLeavesNothingBehindOnTheScreen_data() {
        QTest::addColumn<QString>("id");
        QTest::newRow("with many connections") << QStringLiteral("orders");
        QTest::newRow("with none") << QStringLiteral("logs");
    }

    void aDraggedCardLeavesNothingBehindOnTheScreen() {
        QFETCH(QString, id);
        Desk desk(orderPlatform());
        desk.key(Qt::Key_0, Qt::ControlModifier);
        QApplication::processEvents();
        const QPoint from = desk.middleOf(qPrintable(id));
        QVERIFY(desk.canvas.rect().contains(from));
        desk.press(from);
        const std::array<QPoint, 6> steps{from + QPoint(-30, 8),   from + QPoint(-60, 40),  from + QPoint(-61, 41),
                                          from + QPoint(-140, 90), from + QPoint(-20, 130), from + QPoint(3, 4)};
        for (const QPoint& step : steps) {
            QMouseEvent event(QEvent::MouseMove, QPointF(step), desk.canvas.mapToGlobal(QPointF(step)), Qt::NoButton,
                              Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&desk.canvas, &event);
            QApplication::processEvents();
            const QImage shown = desk.canvas.screen()->grabWindow(desk.canvas.winId()).toImage();
            QVERIFY2(mostApart(shown, desk.canvas.grab().toImage()) <= kRounding,
                     qPrintable(QStringLiteral("at %1, %2").arg(step.x()).arg(step.y())));
        }
        desk.release(steps.back());
    }

    void theRenderedBoardKeepsItsNamesAsText() {
        Desk desk(orderPlatform());
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        QSvgGenerator generator;
        generator.setOutputDevice(&buffer);
        const QSizeF size = boardSize(desk.session.analysis());
        generator.setSize(size.toSize());
        QPainter painter(&generator);
        renderBoard(painter, desk.session.analysis(), lightTheme(), QRectF(QPointF(0, 0), size));
        painter.end();
        QVERIFY(buffer.data().contains(">payments<"));
        QVERIFY(!buffer.data().contains("<image"));
    }

private:
    // Of 255 levels. Qt flattens curves in floating point, so that their edges depend a little on where they stand.
    // Whatever is missing, cut or shifted makes a difference of many times that.
    static constexpr int kRounding = 12;

    /// The largest difference of a channel of any pixel.
    static int mostApart(const QImage& one, const QImage& other) {
        int most = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                const QRgb a = one.pixel(x, y), b = other.pixel(x, y);
                most = std::max({most, std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                 std::abs(qBlue(a) - qBlue(b))});
            }
        }
        return most;
    }
    static QImage drawn(const DashedLine& line, const QRectF& clip) {
        QImage image(300, 300, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipRect(clip);
        painter.setPen(QPen(Qt::black, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawLines(line.dashes.data(), static_cast<int>(line.dashes.size()));
        painter.drawPath(line.bridges);
        return image;
    }
    static void wheel(Desk& desk, QPointF at, int angle, Qt::KeyboardModifiers keys) {
        QWheelEvent event(at, desk.canvas.mapToGlobal(at), QPoint(), QPoint(0, angle), Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&desk.canvas, &event);
        desk.draw();
    }
};

}  // namespace tideline::test

QTEST_MAIN(tideline::test::CanvasViewTest)
#include "canvas_view_test.moc"
