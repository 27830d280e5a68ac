// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/java_scaffold.h"
#include "core/export/sam/python_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kHead = R"java(
/** The entry of the function: takes what starts it apart, and hands it to the work. */
public final class App implements RequestStreamHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connections connections;
    private final Work work;
    private final Once once = new Once();

    public App() {
        this(new Connections());
    }

    App(Connections connections) {
        this.connections = connections;
        this.work = new Work(connections);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JSON.writeValue(output, answer(JSON.readTree(input), context));
    }

    private Object answer(JsonNode event, Context context) throws IOException {
@CASES@    }

    /** The JSON object that a text is; an exception where it is none. */
    private static ObjectNode itemOf(String text) throws IOException {
        if (JSON.readTree(text) instanceof ObjectNode item) {
            return item;
        }
        throw new IOException("no JSON object");
    }
)java";

constexpr std::string_view kRequest = R"java(
    private static Map<String, Object> reply(int status, JsonNode body) {
        return Map.of("statusCode", status, "headers", Map.of("content-type", "application/json"), "body", body.toString());
    }

    private static JsonNode error(String text) {
        return JSON.createObjectNode().put("error", text);
    }

    private static String bodyOf(JsonNode event) {
        String body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean() ? new String(Base64.getDecoder().decode(body), UTF_8) : body;
    }

    /** Answers a call of the API. */
    private Object onRequest(JsonNode event, Context context) throws IOException {
        String body = bodyOf(event);
        ObjectNode item;
        try {
            item = itemOf(body.isEmpty() ? "{}" : body);
        } catch (IOException error) {
            return reply(400, error("the body is not a JSON object"));
        }
        return reply(200, work.on(item));
    }
)java";

constexpr std::string_view kBus = R"java(
    /** Works on an event of the bus, once. */
    private Object onEvent(JsonNode event, Context context) throws IOException {
        return once.work(event.path("id").asText(), itemOf(event.path("detail").toString()), work::on);
    }
)java";

constexpr std::string_view kObject = R"java(
    /** Works on a new object of a bucket, once. */
    private Object onObject(JsonNode event, Context context) throws IOException {
        JsonNode object = event.path("detail").path("object");
        ObjectNode item = JSON.createObjectNode()
                .put("id", event.path("id").asText())
                .put("bucket", event.path("detail").path("bucket").path("name").asText())
                .put("key", object.path("key").asText())
                .put("size", object.path("size").asLong());
        return once.work(event.path("id").asText(), item, work::on);
    }
)java";

constexpr std::string_view kQueueCode = R"java(
    /** Works on a batch of messages; those that fail come again, the others do not. */
    private Object onMessages(JsonNode event, Context context) {
        var failures = new ArrayList<Map<String, String>>();
        for (JsonNode message : event.path("Records")) {
            String id = message.path("messageId").asText();@STOP@
            try {
                ObjectNode body = itemOf(message.path("body").asText());
                boolean isEvent = body.has("detail-type") && body.has("id");
                once.work(isEvent ? body.path("id").asText() : id,
                        isEvent ? itemOf(body.path("detail").toString()) : body, work::on);
            } catch (IOException | RuntimeException error) {
                context.getLogger().log("message " + id + " failed: " + error, LogLevel.ERROR);
                failures.add(Map.of("itemIdentifier", id));
            }
        }
        return Map.of("batchItemFailures", failures);
    }
)java";

constexpr std::string_view kStopInOrder = R"java(
            if (!failures.isEmpty()) { // What follows a failure waits, or the order is lost.
                failures.add(Map.of("itemIdentifier", id));
                continue;
            })java";

constexpr std::string_view kStream = R"java(
    /** Works on a batch of records in their order; from the first that fails, they come again. */
    private Object onRecords(JsonNode event, Context context) {
        for (JsonNode entry : event.path("Records")) {
            JsonNode kinesis = entry.path("kinesis");
            try {
                String data = new String(Base64.getDecoder().decode(kinesis.path("data").asText()), UTF_8);
                once.work(entry.path("eventID").asText(), itemOf(data), work::on);
            } catch (IOException | RuntimeException error) {
                String number = kinesis.path("sequenceNumber").asText();
                context.getLogger().log("record " + number + " failed: " + error, LogLevel.ERROR);
                return Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", number)));
            }
        }
        return Map.of("batchItemFailures", List.of());
    }
)java";

constexpr std::string_view kTopic = R"java(
    /** Works on records of a topic, each partition in its order. A failure lets the whole batch come again. */
    private Object onTopic(JsonNode event, Context context) throws IOException {
        for (JsonNode partition : event.path("records")) {
            for (JsonNode entry : partition) {
                String number = entry.path("topic").asText() + "-" + entry.path("partition").asText() + "-"
                        + entry.path("offset").asText();
                String value = new String(Base64.getDecoder().decode(entry.path("value").asText()), UTF_8);
                once.work(number, itemOf(value), work::on);
            }
        }
        return null;
    }
)java";

constexpr std::string_view kSchedule = R"java(
    /** Runs the job of this moment. */
    private Object onSchedule(JsonNode event, Context context) throws IOException {
        return work.on(JSON.createObjectNode()
                .put("id", event.path("id").asText())
                .put("time", event.path("time").asText()));
    }
)java";

constexpr std::string_view kTask = R"java(
    /** Does one step of the state machine. */
    private Object onStep(JsonNode event, Context context) throws IOException {
        ObjectNode input = itemOf(event.path("input").toString());
        switch (event.path("step").asText()) {
            case "plan" -> {
                return Map.of("pieces", work.plan(input));
            }
            case "finish" -> {
                return Map.of("id", event.path("execution").asText(), "state", "finished");
            }
@STEPS@            default -> {
                return work.on(input);
            }
        }
        return input;
    }
)java";

constexpr std::string_view kInvoke = R"java(
    /** Answers a direct call of another service. */
    private Object onCall(JsonNode event, Context context) throws IOException {
        return work.on(itemOf(event.toString()));
    }
)java";

/// What tells the events of one kind apart, the method that takes them, its code and what it imports. Kinds of service
/// that offer Java collect no logs, hold no sockets and check no signatures.
struct TriggerRow {
    SamTriggerKind kind;
    std::string_view test, method, code, imports;
};
constexpr std::array kTriggers{
    TriggerRow{SamTriggerKind::Http, "event.has(\"requestContext\")", "onRequest", kRequest,
               "java.util.Base64 java.util.Map"},
    TriggerRow{SamTriggerKind::Object, "event.path(\"source\").asText().equals(\"aws.s3\")", "onObject", kObject, ""},
    TriggerRow{SamTriggerKind::Schedule, "event.path(\"source\").asText().equals(\"aws.scheduler\")", "onSchedule",
               kSchedule, ""},
    TriggerRow{SamTriggerKind::Bus, "event.has(\"detail-type\")", "onEvent", kBus, ""},
    TriggerRow{SamTriggerKind::Stream, "event.path(\"Records\").path(0).has(\"kinesis\")", "onRecords", kStream,
               "java.util.Base64 java.util.List java.util.Map com.amazonaws.services.lambda.runtime.logging.LogLevel"},
    TriggerRow{SamTriggerKind::Topic, "event.path(\"eventSource\").asText().equals(\"aws:kafka\")", "onTopic", kTopic,
               "java.util.Base64"},
    TriggerRow{SamTriggerKind::Queue, "event.has(\"Records\")", "onMessages", kQueueCode,
               "java.util.ArrayList java.util.Map com.amazonaws.services.lambda.runtime.logging.LogLevel"},
    TriggerRow{SamTriggerKind::Task, "event.has(\"step\")", "onStep", kTask, "java.util.Map"},
    TriggerRow{SamTriggerKind::Invoke, "", "onCall", kInvoke, ""},
};

using Rows = std::vector<const TriggerRow*>;

Rows rowsFor(const std::vector<SamTrigger>& triggers) {
    Rows rows;
    for (const TriggerRow& row : kTriggers) {
        if (std::ranges::any_of(triggers, [&](const SamTrigger& trigger) { return trigger.kind == row.kind; })) {
            rows.push_back(&row);
        }
    }
    return rows;
}

std::string importsOf(const Rows& rows) {
    std::set<std::string> imports{"com.amazonaws.services.lambda.runtime.Context",
                                  "com.amazonaws.services.lambda.runtime.RequestStreamHandler",
                                  "com.fasterxml.jackson.databind.JsonNode",
                                  "com.fasterxml.jackson.databind.ObjectMapper",
                                  "com.fasterxml.jackson.databind.node.ObjectNode",
                                  "java.io.IOException",
                                  "java.io.InputStream",
                                  "java.io.OutputStream"};
    bool decodes = false;
    for (const TriggerRow* row : rows) {
        decodes |= row->code.find("UTF_8") != std::string_view::npos;
        for (std::size_t begin = 0; begin < row->imports.size();) {
            const std::size_t end = std::min(row->imports.find(' ', begin), row->imports.size());
            imports.emplace(row->imports.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    std::string text = decodes ? "import static java.nio.charset.StandardCharsets.UTF_8;\n\n" : "";
    for (const std::string& name : imports) {
        text += "import " + name + ";\n";
    }
    return text;
}

std::string casesOf(const Rows& rows) {
    std::string text;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
        text += fmt::format("        if ({}) {{\n            return {}(event, context);\n        }}\n", rows[i]->test,
                            rows[i]->method);
    }
    return text + fmt::format("        return {}(event, context);\n", rows.back()->method);
}

std::string stepsOf(const std::vector<SamCall>& calls) {
    std::string text;
    for (const SamCall& call : calls) {
        text += fmt::format("            case \"{}\" -> connections.{}(input);\n", call.name, camelCase(call.name));
    }
    return text;
}

}  // namespace

std::string javaApp(const SamDraft& draft, const SamService& service) {
    const Rows rows = rowsFor(draft.triggers);
    std::string text = "package edge;\n\n" + importsOf(rows) + filledCode(kHead, {{"@CASES@", casesOf(rows)}});
    for (const TriggerRow* row : rows) {
        text += filledCode(row->code, {{"@STOP@", service.profile->flag("ordered") ? std::string(kStopInOrder) : ""},
                                       {"@STEPS@", stepsOf(callsInOrder(draft.calls))}});
    }
    return text + "}\n";
}

}  // namespace tideline
