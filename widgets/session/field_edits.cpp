// SPDX-License-Identifier: Apache-2.0
#include "widgets/session/field_edits.h"

#include "core/catalog/connection_fields.h"
#include "core/edit/connection_edits.h"
#include "core/edit/edit_sequence.h"
#include "core/edit/row_checks.h"
#include "core/edit/service_edits.h"
#include "widgets/session/design_session.h"

#include <fmt/core.h>

#include <algorithm>

namespace tideline {

namespace {

/// The title of a service's field; its key where the kind or the field is not known.
std::string titleOf(const DesignSession& session, const ServiceId& id, const std::string& field) {
    const Service* service = session.design().services.find(id);
    const ServiceKind* kind = service == nullptr ? nullptr : session.catalog().find(service->kind);
    const FieldSpec* spec = kind == nullptr ? nullptr : kind->field(field);
    return spec == nullptr ? field : spec->title;
}

std::string label(const std::string& title, const std::string& whose, bool isSet) {
    return fmt::format("{} \u201c{}\u201d of {}", isSet ? "set" : "reset", title, whose);
}

}  // namespace

Edit fieldEdit(const DesignSession& session, const std::vector<ServiceId>& ids, const std::string& field,
               const std::optional<FieldValue>& value) {
    const Design& design = session.design();
    std::vector<Edit> parts;
    for (const ServiceId& id : ids) {
        parts.push_back(value ? setField(design, id, field, *value) : resetField(design, id, field));
    }
    const std::string title = ids.empty() ? field : titleOf(session, ids.front(), field);
    return inOneStep(std::move(parts), label(title, namesOf(design, ids), value.has_value()));
}

Edit fieldEdit(const Design& design, const ConnectionId& id, const std::string& field,
               const std::optional<FieldValue>& value) {
    const auto specs = connectionFields();
    const auto spec = std::ranges::find(specs, field, &FieldSpec::key);
    Edit edit = value ? setConnectionField(design, id, field, *value) : resetConnectionField(design, id, field);
    edit.label = label(spec == specs.end() ? field : spec->title, nameOf(design, id), value.has_value());
    return edit;
}

Edit withLinesTitle(Edit edit, const std::string& title, LineUse use) {
    const bool isOff = use == LineUse::LeftOut;
    edit.label =
        fmt::format("{} \u201c{}\u201d {} the bill", isOff ? "leave" : "count", title, isOff ? "out of" : "in");
    return edit;
}

}  // namespace tideline
