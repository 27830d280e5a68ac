// SPDX-License-Identifier: Apache-2.0
// Stores of the cluster: documents in MongoDB, objects in what speaks S3.
#include "core/export/sam/go_scaffold.h"

#include <array>

namespace tideline {

namespace {

constexpr std::string_view kKeepDocument = R"go(
// @NAME@ keeps an item in the database, one document an id.
var @NAME@ = func(ctx context.Context, item Item) error {
	ctx, cancel := context.WithTimeout(ctx, @SECONDS@*time.Second)
	defer cancel()
	items, err := collection(ctx, "@ENV@", "@SERVICE@_items")
	if err != nil {
		return err
	}
	_, err = items.ReplaceOne(ctx, bson.M{"_id": item.id()}, bson.M{"body": item}, options.Replace().SetUpsert(true))
	return err
}
)go";

constexpr std::string_view kFindDocument = R"go(
// @NAME@ reads the document of an item; nil where there is none.
var @NAME@ = func(ctx context.Context, item Item) (Item, error) {
	ctx, cancel := context.WithTimeout(ctx, @SECONDS@*time.Second)
	defer cancel()
	items, err := collection(ctx, "@ENV@", "@SERVICE@_items")
	if err != nil {
		return nil, err
	}
	var found struct{ Body Item }
	err = items.FindOne(ctx, bson.M{"_id": item.id()}).Decode(&found)
	if errors.Is(err, mongo.ErrNoDocuments) {
		return nil, nil
	}
	return found.Body, err
}
)go";

constexpr std::string_view kStoreObject = R"go(
// @NAME@ keeps a result in the object store, whose bucket is made when it is first needed.
var @NAME@ = func(ctx context.Context, result Item) error {
	ctx, cancel := context.WithTimeout(ctx, @SECONDS@*time.Second)
	defer cancel()
	text, err := json.Marshal(result)
	if err != nil {
		return err
	}
	files, err := store(ctx, "@ENV@", @RETRIES@)
	if err != nil {
		return err
	}
	put := &s3.PutObjectInput{
		Bucket:      aws.String(os.Getenv("@ENV@_BUCKET")),
		Key:         aws.String("results/" + result.id() + ".json"),
		Body:        bytes.NewReader(text),
		ContentType: aws.String("application/json"),
	}
	_, err = files.PutObject(ctx, put)
	var refusal smithy.APIError
	if errors.As(err, &refusal) && refusal.ErrorCode() == "NoSuchBucket" {
		if _, err = files.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: put.Bucket}); err != nil {
			return err
		}
		put.Body = bytes.NewReader(text)
		_, err = files.PutObject(ctx, put)
	}
	return err
}
)go";

constexpr std::string_view kFetchObject = R"go(
// @NAME@ reads an object from the object store.
var @NAME@ = func(ctx context.Context, item Item) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, @SECONDS@*time.Second)
	defer cancel()
	key, ok := item["key"].(string)
	if !ok {
		key = item.id()
	}
	files, err := store(ctx, "@ENV@", @RETRIES@)
	if err != nil {
		return nil, err
	}
	found, err := files.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String(os.Getenv("@ENV@_BUCKET")), Key: &key})
	if err != nil {
		return nil, err
	}
	defer found.Body.Close()
	return io.ReadAll(found.Body)
}
)go";

constexpr std::string_view kMongo =
    "net os sync time go.mongodb.org/mongo-driver/v2/bson go.mongodb.org/mongo-driver/v2/mongo "
    "go.mongodb.org/mongo-driver/v2/mongo/options";
constexpr std::string_view kMongoFind =
    "errors net os sync time go.mongodb.org/mongo-driver/v2/bson go.mongodb.org/mongo-driver/v2/mongo "
    "go.mongodb.org/mongo-driver/v2/mongo/options";
constexpr std::string_view kFetch =
    "io net os time github.com/aws/aws-sdk-go-v2/aws github.com/aws/aws-sdk-go-v2/service/s3";
constexpr std::string_view kPut = "bytes encoding/json errors net os time github.com/aws/aws-sdk-go-v2/aws "
                                  "github.com/aws/aws-sdk-go-v2/service/s3 github.com/aws/smithy-go";

}  // namespace

std::string_view goCollection() {
    return R"go(
var mongos sync.Map // Clients by the variables of their place, for the life of this process.

// collection is a collection of a MongoDB in the cluster, which speaks without TLS inside the network.
func collection(ctx context.Context, name, place string) (*mongo.Collection, error) {
	found, err := loginOf(ctx, os.Getenv(name+"_SECRET_NAME"))
	if err != nil {
		return nil, err
	}
	client, ok := mongos.Load(name)
	if !ok {
		address := net.JoinHostPort(os.Getenv(name+"_HOST"), os.Getenv(name+"_PORT"))
		client, err = mongo.Connect(options.Client().
			SetHosts([]string{address}).
			SetAuth(options.Credential{Username: found.Username, Password: found.Password}).
			SetBSONOptions(&options.BSONOptions{DefaultDocumentM: true}))
		if err != nil {
			return nil, err
		}
		mongos.Store(name, client)
	}
	return client.(*mongo.Client).Database(found.Database).Collection(place), nil
}
)go";
}

std::string_view goStore() {
    return R"go(
// store is the client of an object store in the cluster, which speaks S3 without TLS inside the network.
func store(ctx context.Context, name string, retries int) (*s3.Client, error) {
	found, err := loginOf(ctx, os.Getenv(name+"_SECRET_NAME"))
	if err != nil {
		return nil, err
	}
	address := "http://" + net.JoinHostPort(os.Getenv(name+"_HOST"), os.Getenv(name+"_PORT"))
	return s3.New(s3.Options{
		BaseEndpoint: &address,
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: found.Username, SecretAccessKey: found.Password}, nil
		}),
		Region:                     "us-east-1", // The store has no regions, but signatures name one.
		RequestChecksumCalculation: aws.RequestChecksumCalculationWhenRequired,
		ResponseChecksumValidation: aws.ResponseChecksumValidationWhenRequired,
		RetryMaxAttempts:           retries + 1,
		UsePathStyle:               true,
	}), nil
}
)go";
}

std::span<const GoCall> goStoreCalls() {
    static constexpr std::array kRows{
        GoCall{SamCallKind::Documents, true, kFindDocument, kMongoFind, "", ""},
        GoCall{SamCallKind::Documents, false, kKeepDocument, kMongo, "", ""},
        GoCall{SamCallKind::Stored, true, kFetchObject, kFetch, "", ""},
        GoCall{SamCallKind::Stored, false, kStoreObject, kPut, "", ""},
    };
    return kRows;
}

}  // namespace tideline
