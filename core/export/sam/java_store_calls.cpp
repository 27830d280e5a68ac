// SPDX-License-Identifier: Apache-2.0
// Stores of the cluster: documents in MongoDB, objects in what speaks S3.
#include "core/export/sam/java_scaffold.h"

#include <array>

namespace tideline {

namespace {

constexpr std::string_view kKeepDocument = R"java(
    /** Keeps an item in the database, one document an id. */
    void @NAME@(ObjectNode item) throws IOException {
        var body = new Document("body", Document.parse(item.toString()));
        collection("@ENV@", "@SERVICE@_items", @SECONDS@)
                .replaceOne(Filters.eq(idOf(item)), body, new ReplaceOptions().upsert(true));
    }
)java";

constexpr std::string_view kFindDocument = R"java(
    /** Reads the document of an item; an empty text where there is none. */
    String @NAME@(ObjectNode item) throws IOException {
        var found = collection("@ENV@", "@SERVICE@_items", @SECONDS@).find(Filters.eq(idOf(item))).first();
        return found == null ? "" : found.get("body", Document.class).toJson();
    }
)java";

constexpr std::string_view kStoreObject = R"java(
    /** Keeps a result in the object store, whose bucket is made when it is first needed. */
    void @NAME@(ObjectNode result) throws IOException {
        var files = store("@ENV@", @SECONDS@, @RETRIES@);
        String bucket = env("@ENV@_BUCKET");
        var put = PutObjectRequest.builder().bucket(bucket).key("results/" + idOf(result) + ".json")
                .contentType("application/json").build();
        try {
            files.putObject(put, RequestBody.fromString(result.toString()));
        } catch (S3Exception error) {
            if (!"NoSuchBucket".equals(error.awsErrorDetails().errorCode())) {
                throw error;
            }
            files.createBucket(create -> create.bucket(bucket));
            files.putObject(put, RequestBody.fromString(result.toString()));
        }
    }
)java";

constexpr std::string_view kFetchObject = R"java(
    /** Reads an object from the object store. */
    byte[] @NAME@(ObjectNode item) throws IOException {
        return store("@ENV@", @SECONDS@, @RETRIES@).getObjectAsBytes(get -> get
                .bucket(env("@ENV@_BUCKET"))
                .key(item.path("key").asText(idOf(item)))).asByteArray();
    }
)java";

}  // namespace

std::string_view javaCollection() {
    return R"java(
    private final Map<String, MongoClient> mongos = new HashMap<>();

    /** A collection of a MongoDB in the cluster, which speaks without TLS inside the network. */
    private MongoCollection<Document> collection(String name, String place, int seconds) throws IOException {
        var login = JSON.readTree(secret(env(name + "_SECRET_NAME")));
        var mongo = mongos.computeIfAbsent(name, key -> MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster
                        .hosts(List.of(new ServerAddress(env(key + "_HOST"), Integer.parseInt(env(key + "_PORT")))))
                        .serverSelectionTimeout(seconds, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket
                        .connectTimeout(seconds, TimeUnit.SECONDS)
                        .readTimeout(seconds, TimeUnit.SECONDS))
                .credential(MongoCredential.createCredential(login.path("username").asText(), "admin",
                        login.path("password").asText().toCharArray()))
                .build()));
        return mongo.getDatabase(login.path("database").asText("app")).getCollection(place);
    }
)java";
}

std::string_view javaStore() {
    return R"java(
    private final Map<String, S3Client> stores = new HashMap<>();

    /** The client of an object store in the cluster, which speaks S3 without TLS inside the network. */
    private S3Client store(String name, int seconds, int retries) throws IOException {
        var login = JSON.readTree(secret(env(name + "_SECRET_NAME")));
        return stores.computeIfAbsent(name, key -> S3Client.builder()
                .endpointOverride(URI.create("http://" + env(key + "_HOST") + ":" + env(key + "_PORT")))
                .region(Region.US_EAST_1) // The store has no regions, but signatures name one.
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        login.path("username").asText(), login.path("password").asText())))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(how -> how
                        .apiCallAttemptTimeout(Duration.ofSeconds(seconds))
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(retries + 1).build()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build());
    }
)java";
}

std::span<const JavaCall> javaStoreCalls() {
    static constexpr std::array kRows{
        JavaCall{SamCallKind::Documents, true, kFindDocument, "", ""},
        JavaCall{SamCallKind::Documents, false, kKeepDocument, "", ""},
        JavaCall{SamCallKind::Stored, true, kFetchObject, "s3.S3Client", "s3"},
        JavaCall{SamCallKind::Stored, false, kStoreObject, "s3.S3Client", "s3"},
    };
    return kRows;
}

}  // namespace tideline
