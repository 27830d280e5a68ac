// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/call_traits.h"
#include "core/export/sam/code_text.h"
#include "core/export/sam/go_scaffold.h"

#include <algorithm>
#include <array>

namespace tideline {

namespace {

constexpr std::string_view kRequest = R"go(
// @NAME@ calls the service over HTTP.
var @NAME@ = func(ctx context.Context, item Item) error {
	body, err := json.Marshal(item)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, os.Getenv("@ENV@_URL"), bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("content-type", "application/json")@OPEN@
	return post(ctx, request, body, @SECONDS@*time.Second, @RETRIES@)
}
)go";

constexpr std::string_view kQuery = R"go(
// @NAME@ keeps an item in the database, in a table of one row an id.
var @NAME@ = func(ctx context.Context, item Item) error {
	ctx, cancel := context.WithTimeout(ctx, @SECONDS@*time.Second)
	defer cancel()
	body, err := json.Marshal(item)
	if err != nil {
		return err
	}
	address := net.JoinHostPort(os.Getenv("@ENV@_HOST"), os.Getenv("@ENV@_PORT"))
@LOGIN@
	place := url.URL{Scheme: "postgres", Host: address, Path: @DATABASE@, RawQuery: "sslmode=@SSLMODE@"}
	place.User = url.UserPassword(@USER@, @PASSWORD@)
	database, err := pgx.Connect(ctx, place.String())
	if err != nil {
		return err
	}
	defer database.Close(ctx)
	_, err = database.Exec(ctx, "CREATE TABLE IF NOT EXISTS @SERVICE@_items (id text PRIMARY KEY, body text NOT NULL)")
	if err == nil {
		_, err = database.Exec(ctx,
			"INSERT INTO @SERVICE@_items (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body",
			item.id(), string(body))
	}
	return err
}
)go";

constexpr std::string_view kCached = R"go(
// @NAME@ keeps a result in the cache for an hour.
var @NAME@ = func(ctx context.Context, result Item) error {
	ctx, cancel := context.WithTimeout(ctx, @SECONDS@*time.Second)
	defer cancel()
	body, err := json.Marshal(result)
	if err != nil {
		return err
	}
	login, err := loginOf(ctx, os.Getenv("@ENV@_@SECRET@"))
	if err != nil {
		return err
	}
	cache := redis.NewClient(&redis.Options{
@OPTIONS@
	})
	defer cache.Close()
	return cache.Set(ctx, "@SERVICE@:"+result.id(), body, time.Hour).Err()
}
)go";

constexpr std::string_view kSearch = R"go(
// @NAME@ puts a document into the index; the request is signed with the rights of this function.
var @NAME@ = func(ctx context.Context, result Item) error {
	body, err := json.Marshal(result)
	if err != nil {
		return err
	}
	place := os.Getenv("@ENV@_URL") + "/@SERVICE@/_doc/" + url.PathEscape(result.id())
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, place, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("content-type", "application/json")
	credentials, err := settings().Credentials.Retrieve(ctx)
	if err != nil {
		return err
	}
	hash := sha256.Sum256(body)
	err = signer.NewSigner().SignHTTP(ctx, credentials, request, hex.EncodeToString(hash[:]), "es", settings().Region, time.Now())
	if err != nil {
		return err
	}
	return post(ctx, request, body, @SECONDS@*time.Second, @RETRIES@)
}
)go";

constexpr std::array kRows{
    GoCall{SamCallKind::Request, false, kRequest, "bytes encoding/json net/http os time", "", ""},
    GoCall{SamCallKind::Query, false, kQuery, "encoding/json net net/url os time github.com/jackc/pgx/v5", "", ""},
    GoCall{SamCallKind::Cached, false, kCached, "cmp crypto/tls encoding/json net os time github.com/redis/go-redis/v9",
           "", ""},
    GoCall{SamCallKind::Search, false, kSearch,
           "bytes crypto/sha256 encoding/hex encoding/json net/http net/url os time "
           "signer=github.com/aws/aws-sdk-go-v2/aws/signer/v4",
           "", ""},
};

constexpr GoCall kPlainCached{
    SamCallKind::Cached, false, kCached, "cmp encoding/json net os time github.com/redis/go-redis/v9", "", ""};

// Pieces that differ by how a call is opened.
constexpr std::string_view kOpen = R"go(
	key, err := secret(ctx, os.Getenv("@ENV@_SECRET_NAME"))
	if err != nil {
		return err
	}
	request.Header.Set("authorization", "Bearer "+key))go";
constexpr std::string_view kLoginByIam = R"go(	user := os.Getenv("@ENV@_USER")
	token, err := auth.BuildAuthToken(ctx, address, settings().Region, user, settings().Credentials)
	if err != nil {
		return err
	})go";
constexpr std::string_view kLoginBySecret = R"go(	login, err := loginOf(ctx, os.Getenv("@ENV@_SECRET_NAME"))
	if err != nil {
		return err
	})go";
constexpr std::string_view kPlainMembers = R"go(QueueUrl:    aws.String(os.Getenv("@ENV@_QUEUE_URL")),
		MessageBody: aws.String(string(text)),)go";
constexpr std::string_view kGroupMembers = R"go(QueueUrl:       aws.String(os.Getenv("@ENV@_QUEUE_URL")),
		MessageBody:    aws.String(string(text)),
		MessageGroupId: aws.String(message.id()),)go";
constexpr std::string_view kOptions =
    R"go(		Addr:      net.JoinHostPort(os.Getenv("@ENV@_HOST"), os.Getenv("@ENV@_PORT")),
		Password:  cmp.Or(login.Token, login.Password),
		TLSConfig: &tls.Config{MinVersion: tls.VersionTLS12},)go";
constexpr std::string_view kPlainOptions =
    R"go(		Addr:     net.JoinHostPort(os.Getenv("@ENV@_HOST"), os.Getenv("@ENV@_PORT")),
		Password: cmp.Or(login.Token, login.Password),)go";

}  // namespace

const GoCall& goCall(const SamCall& call) {
    if (call.kind == SamCallKind::Cached && !speaksTls(call)) {
        return kPlainCached;
    }
    const auto isHow = [&](const GoCall& row) { return row.kind == call.kind && (!row.isRead || call.isRead); };
    if (const auto row = std::ranges::find_if(kRows, isHow); row != kRows.end()) {
        return *row;
    }
    const auto store = std::ranges::find_if(goStoreCalls(), isHow);
    return store != goStoreCalls().end() ? *store : *std::ranges::find_if(goAwsCalls(), isHow);
}

std::string goCallCode(const SamCall& call) {
    const bool isOpened = hasVariable(call, "_SECRET_NAME");
    return filledCode(goCall(call).code, {{"@MEMBERS@", std::string(isGrouped(call) ? kGroupMembers : kPlainMembers)},
                                          {"@OPEN@", isOpened ? std::string(kOpen) : ""},
                                          {"@LOGIN@", std::string(isOpened ? kLoginBySecret : kLoginByIam)},
                                          {"@DATABASE@", isOpened ? "login.Database" : "os.Getenv(\"@ENV@_DATABASE\")"},
                                          {"@USER@", isOpened ? "login.Username" : "user"},
                                          {"@PASSWORD@", isOpened ? "login.Password" : "token"},
                                          {"@SSLMODE@", speaksTls(call) ? "require" : "disable"},
                                          {"@OPTIONS@", std::string(speaksTls(call) ? kOptions : kPlainOptions)},
                                          {"@SECRET@", hasVariable(call, "_SECRET_ARN") ? "SECRET_ARN" : "SECRET_NAME"},
                                          {"@NAME@", camelCase(call.name)},
                                          {"@ENV@", call.environment},
                                          {"@SERVICE@", placeOf(call)},
                                          {"@SECONDS@", std::to_string(secondsOf(call))},
                                          {"@RETRIES@", std::to_string(call.retries)}});
}

}  // namespace tideline
