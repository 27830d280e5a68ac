// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/layout/board_plan.h"
#include "widgets/canvas/card_facts.h"
#include "widgets/canvas/picture_index.h"
#include "widgets/canvas/route.h"
#include "widgets/canvas/shaped_text.h"
#include "widgets/canvas/tone.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tideline {

/// A service on the board. Bus boxes are the smaller form of channels in the bus lane.
struct Box {
    ServiceId id;
    QRectF rect;
    Tone tone = Tone::Core;    ///< of its host
    Tone ground = Tone::Core;  ///< of the lane or sub-zone it stands in
    LaneColumn column = LaneColumn::Core;
    bool isKnown = true;
    bool isPinned = false;
    bool isOutside = false;    ///< in a lane for what others run
    std::optional<Severity> worst;  ///< of its findings that are not accepted
    bool isBusBox() const { return column == LaneColumn::Bus; }
};

/// The words of a card, shaped when they are first painted.
struct BoxText {
    CardFacts facts;
    ShapedText title, kind, load, size, money;
    std::vector<ShapedText> words;  ///< of the title, for two narrow lines
    bool isFresh = false;
};

/// A topic of the bus. Its id is empty where connections name an event that no topic of the design has.
struct Pill {
    TopicId id;
    QString name;
    QRectF rect;
    ShapedText text;
};

/// One end of a connection: a box, or the pill of its event.
struct LineEnd {
    enum class On { Box, Pill } on = On::Box;
    int index = -1;
    Side side = Side::Right;
    double offset = 0;    ///< of the port from the middle of the side
    bool isAlone = true;  ///< no other line ends at this side
    bool operator==(const LineEnd&) const = default;
};

struct Line {
    ConnectionId id;
    LineEnd from, to;
    ConnectionType type = ConnectionType::Sync;
    bool crossesBoundary = false;  ///< from the core to the edge or back, not through the bus
    bool isRouted = false;
    Route route;
    QRectF reach;  ///< what the index holds: the route, or the ends while there is none
};

/// Everything that is on the board as flat arrays, brought up to date by the changes of the design. Places in world
/// units. Follows; decides nothing.
class Picture {
public:
    /// Keeps the words and routes of what stands as it stood. `footHeight` is for the nodes of a cluster.
    void rebuild(const Design& design, const Catalog& catalog, double footHeight);
    /// The rows that a change names; falls back to a rebuild where rows came or went.
    void follow(const Design& design, const DesignChange& change);
    void followFindings(const std::vector<Finding>& findings);
    /// Numbers and money are computed anew when they are next painted.
    void dropFacts();

    const BoardPlan& plan() const { return m_plan; }
    const std::vector<Box>& boxes() const { return m_boxes; }
    const std::vector<Pill>& pills() const { return m_pills; }
    const std::vector<Line>& lines() const { return m_lines; }
    const Box& box(int index) const { return m_boxes[static_cast<std::size_t>(index)]; }
    const Pill& pill(int index) const { return m_pills[static_cast<std::size_t>(index)]; }
    const Line& line(int index) const { return m_lines[static_cast<std::size_t>(index)]; }
    /// -1 where there is none.
    int boxOf(const ServiceId& id) const;
    int lineOf(const ConnectionId& id) const;
    int pillOf(const TopicId& id) const;
    const std::vector<int>& linesAt(LineEnd::On on, int index) const;

    std::vector<int> boxesIn(const QRectF& world) const;
    std::vector<int> linesIn(const QRectF& world) const;
    int boxAt(QPointF world) const;
    int pillAt(QPointF world) const;
    /// The nearest routed line within `reach` of the point; -1 where there is none.
    int lineAt(QPointF world, double reach) const;
    QRectF rectOf(const LineEnd& end) const;
    QRectF boardRect() const { return {0, 0, m_plan.width, m_plan.height}; }

    /// Moves boxes and pills while a gesture is under way; the document is untouched. Their lines lose their routes.
    void moveBox(int box, QPointF corner);
    void movePill(int pill, double y);
    void setEnds(int line, const LineEnd& from, const LineEnd& to);
    void setRoute(int line, const Route& route);
    void dropRoute(int line);
    /// Lines that run through the area lose their routes.
    void dropRoutesThrough(const QRectF& world);
    const RouteTracks& tracks() const { return m_tracks; }
    /// Lines that cross the boundary without the bus.
    const std::vector<int>& crossingLines() const { return m_crossing; }
    /// Rises whenever what stands in the bus lane or crosses it comes to lie elsewhere.
    unsigned long long laneStamp() const { return m_laneStamp; }
    struct Rerouted {
        int line;
        QRectF area;  ///< of the way before and the way now
    };
    /// What was routed since it was last asked.
    std::vector<Rerouted> takeRerouted() { return std::exchange(m_rerouted, {}); }

    /// Shapes the words of a box where they are stale.
    const BoxText& textOf(int box, const Design& design, const Figures& figures);
    const BoxText& shapedText(int box) const { return m_texts[static_cast<std::size_t>(box)]; }

private:
    struct Kept;
    Kept keptFrom();
    void buildBoxes(const Design& design, Kept& kept);
    void buildPills(const Design& design);
    void buildLines(const Design& design, Kept& kept);
    Box boxFrom(const Service& service, const Design& design) const;
    LineEnd endFor(const Connection& connection, const ServiceId& id, const Design& design) const;
    void placeBox(int box, const QRectF& rect);
    void updateReach(int line);

    const Catalog* m_catalog = nullptr;
    double m_footHeight = 0;
    BoardPlan m_plan;
    std::vector<Zone> m_lanes;
    std::vector<Box> m_boxes;
    std::vector<BoxText> m_texts;
    std::vector<Pill> m_pills;
    std::vector<Line> m_lines;
    std::vector<std::vector<int>> m_linesAtBox, m_linesAtPill;
    std::unordered_map<std::string, int> m_boxById, m_lineById;
    PictureIndex m_boxIndex, m_lineIndex;
    RouteTracks m_tracks;
    std::vector<int> m_crossing;
    unsigned long long m_laneStamp = 1;
    std::vector<Rerouted> m_rerouted;
};

}  // namespace tideline
