// SPDX-License-Identifier: Apache-2.0
#include "app/cli/source_json.h"

#include "app/cli/number_text.h"

namespace tideline {

JsonValue sourceJson(const PriceSource& source) {
    JsonValue json = JsonValue::object();
    json.set("title", source.title).set("url", source.url).set("asOf", source.asOf);
    return json;
}

JsonValue moneyJson(Money money) {
    return JsonValue::Raw{moneyText(money)};
}

JsonValue exactJson(const Exact& value) {
    return JsonValue::Raw{shortestText(value)};
}

JsonValue optionalJson(const std::optional<Exact>& value) {
    return value ? exactJson(*value) : JsonValue();
}

JsonValue fieldJson(const FieldValue& value) {
    return std::visit([](const auto& held) { return JsonValue(held); }, value);
}

JsonValue textsJson(const std::vector<std::string>& texts) {
    JsonValue list = JsonValue::list();
    for (const std::string& text : texts) {
        list.add(text);
    }
    return list;
}

}  // namespace tideline
