// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/java_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kPom = R"xml(<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>edge</groupId>
  <artifactId>@SLUG@</artifactId>
  <version>1.0</version>
  <properties>
    <maven.compiler.release>21</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencyManagement>
    <dependencies>
      <dependency>
        <groupId>software.amazon.awssdk</groupId>
        <artifactId>bom</artifactId>
        <version>2.35.0</version>
        <type>pom</type>
        <scope>import</scope>
      </dependency>
    </dependencies>
  </dependencyManagement>
  <dependencies>
    <dependency>
      <groupId>com.amazonaws</groupId>
      <artifactId>aws-lambda-java-core</artifactId>
      <version>1.3.0</version>
    </dependency>
    <dependency>
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>2.19.2</version>
    </dependency>
@DEPENDENCIES@    <dependency>
      <groupId>org.junit.jupiter</groupId>
      <artifactId>junit-jupiter</artifactId>
      <version>5.13.4</version>
      <scope>test</scope>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.14.0</version>
      </plugin>
      <plugin>
        <artifactId>maven-surefire-plugin</artifactId>
        <version>3.5.3</version>
      </plugin>
    </plugins>
  </build>
</project>
)xml";

std::string dependency(std::string_view group, std::string_view artifact, std::string_view version = {}) {
    const std::string line = version.empty() ? "" : fmt::format("      <version>{}</version>\n", version);
    return fmt::format("    <dependency>\n      <groupId>{}</groupId>\n      <artifactId>{}</artifactId>\n{}"
                       "    </dependency>\n",
                       group, artifact, line);
}

}  // namespace

std::string javaPom(const SamService& service, const std::vector<SamCall>& calls, bool checksSignatures) {
    constexpr std::string_view kSdk = "software.amazon.awssdk";
    std::set<std::string_view> artifacts{"dynamodb", "url-connection-client"};
    bool queries = false;
    bool caches = false;
    bool keepsDocuments = false;
    for (const SamCall& call : calls) {
        if (const JavaCall& row = javaCall(call); !row.artifact.empty()) {
            artifacts.insert(row.artifact);
        }
        if (isOpenedBySecret(call)) {
            artifacts.insert("secretsmanager");
        }
        queries |= call.kind == SamCallKind::Query;
        caches |= call.kind == SamCallKind::Cached;
        keepsDocuments |= call.kind == SamCallKind::Documents;
        if (call.kind == SamCallKind::Query && !isOpenedBySecret(call)) {
            artifacts.insert("rds");
        }
    }
    if (checksSignatures) {
        artifacts.insert("secretsmanager");
    }
    std::string text;
    for (const std::string_view artifact : artifacts) {
        text += dependency(kSdk, artifact);
    }
    text += keepsDocuments ? dependency("org.mongodb", "mongodb-driver-sync", "5.9.2") : "";
    text += queries ? dependency("org.postgresql", "postgresql", "42.7.7") : "";
    text += caches ? dependency("redis.clients", "jedis", "6.1.0") : "";
    return filledCode(kPom, {{"@SLUG@", service.slug}, {"@DEPENDENCIES@", text}});
}

std::string_view javaOnce() {
    return R"java(package edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Does the work of an event once: a second delivery within a day does nothing, a failure lets the event come again. */
final class Once {
    private static final Duration DAY = Duration.ofDays(1);
    /** After it a run of this function has surely ended. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(@BUSY@);
    private static final String SERVICE = System.getenv().getOrDefault("POWERTOOLS_SERVICE_NAME", "service");

    /** What a function does with one item. */
    interface Job {
        JsonNode on(ObjectNode item) throws IOException;
    }

    /** Another delivery of the same event is being worked on; this one has to come again. */
    static final class StillBusy extends RuntimeException {}

    private record Claim(String state, Instant expiration) {}

    private final String table = System.getenv("PROCESSED_TABLE");
    private final Map<String, Claim> remembered = new HashMap<>(); // Without a table, for the life of this process.
    private DynamoDbClient client;

    JsonNode work(String eventId, ObjectNode item, Job job) throws IOException {
        String key = SERVICE + "#" + eventId;
        if (!claim(key)) {
            return null;
        }
        JsonNode result;
        try {
            result = job.on(item);
        } catch (IOException | RuntimeException error) {
            settle(key, "failed", Duration.ofSeconds(-1));
            throw error;
        }
        settle(key, "done", DAY);
        return result;
    }

    /** True where nobody has worked on the event yet. */
    private boolean claim(String key) {
        Instant now = Instant.now();
        if (table == null) {
            Claim known = remembered.get(key);
            if (known != null && known.expiration().isAfter(now)) {
                return refuse(known.state());
            }
            remembered.put(key, new Claim("busy", now.plus(LONGEST_WORK)));
            return true;
        }
        try {
            client().putItem(put -> put.tableName(table)
                    .item(Map.of("id", text(key), "state", text("busy"), "expiration", seconds(now.plus(LONGEST_WORK))))
                    .conditionExpression("attribute_not_exists(id) OR expiration < :now")
                    .expressionAttributeValues(Map.of(":now", seconds(now)))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return refuse(refused.item().getOrDefault("state", text("done")).s());
        }
    }

    private static boolean refuse(String state) {
        if (state.equals("busy")) {
            throw new StillBusy();
        }
        return false;
    }

    private void settle(String key, String state, Duration keep) {
        Instant expiration = Instant.now().plus(keep);
        if (table == null) {
            remembered.put(key, new Claim(state, expiration));
            return;
        }
        client().updateItem(update -> update.tableName(table)
                .key(Map.of("id", text(key)))
                .updateExpression("SET #state = :state, expiration = :expiration")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(":state", text(state), ":expiration", seconds(expiration))));
    }

    private DynamoDbClient client() {
        if (client == null) {
            client = DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        }
        return client;
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue seconds(Instant moment) {
        return AttributeValue.fromN(Long.toString(moment.getEpochSecond()));
    }
}
)java";
}

}  // namespace tideline
