// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/base/id_source.h"
#include "core/edit/edit.h"
#include "core/edit/layout_edits.h"

namespace tideline {

/// The services with the connections among them, their entries, spots and topics: what "Copy" puts
/// on the clipboard, as designText(fragment).
Design fragmentOf(const Design& design, const std::vector<ServiceId>& ids);

/// An edit that adds copies, and the ids that the copied services will have, in the order of their originals' ids.
struct Pasted {
    Edit edit;
    std::vector<ServiceId> ids;
};

/// Adds the fragment's services with new ids, moved by the offset; names get a number where they are taken, zones that
/// the design does not have are left out.
Pasted pasteFragment(const Design& design, const Design& fragment, Offset offset, IdSource& ids);
/// Copies of services with the connections among them.
Pasted duplicateServices(const Design& design, const std::vector<ServiceId>& services, Offset offset, IdSource& ids);
/// The same, and topics of names of their own, which the copied connections lead their events through.
Pasted duplicateParts(const Design& design, const std::vector<ServiceId>& services, const std::vector<TopicId>& topics,
                      Offset offset, IdSource& ids);

}  // namespace tideline
