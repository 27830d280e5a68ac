// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/vocabulary.h"
#include "core/export/sam/call_traits.h"
#include "core/export/sam/go_scaffold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace tideline {

namespace {

constexpr std::string_view kSecret = R"go(
var secrets sync.Map // Texts by the id of their secret, for the life of this process.

// secret is the text of a secret.
func secret(ctx context.Context, id string) (string, error) {
	if text, ok := secrets.Load(id); ok {
		return text.(string), nil
	}
	found, err := secretsManager().GetSecretValue(ctx, &secretsmanager.GetSecretValueInput{SecretId: &id})
	if err != nil {
		return "", err
	}
	text := aws.ToString(found.SecretString)
	secrets.Store(id, text)
	return text, nil
}
)go";

constexpr std::string_view kLogin = R"go(
type login struct{ Username, Password, Token, Database string }

// loginOf reads a login from the JSON text of a secret.
func loginOf(ctx context.Context, id string) (login, error) {
	found := login{Database: "app"}
	text, err := secret(ctx, id)
	if err != nil {
		return found, err
	}
	return found, json.Unmarshal([]byte(text), &found)
}
)go";

constexpr std::string_view kPost = R"go(
var errRefused = errors.New("the other side refused the request")

// post sends JSON; it tries again, ever later, where the other side fails.
func post(ctx context.Context, request *http.Request, body []byte, timeout time.Duration, retries int) error {
	for attempt := 0; ; attempt++ {
		err := postOnce(ctx, request, body, timeout)
		if err == nil || errors.Is(err, errRefused) || attempt == retries {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond << attempt):
		}
	}
}

func postOnce(ctx context.Context, request *http.Request, body []byte, timeout time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	again := request.Clone(ctx)
	again.Body = io.NopCloser(bytes.NewReader(body))
	response, err := http.DefaultClient.Do(again)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	switch {
	case response.StatusCode >= 500:
		return fmt.Errorf("%s answers with %s", request.URL, response.Status)
	case response.StatusCode >= 400:
		return fmt.Errorf("%w: %s answers with %s", errRefused, request.URL, response.Status)
	}
	return nil
}
)go";

constexpr std::string_view kSdk = "github.com/aws/aws-sdk-go-v2/service/";

struct Needs {
    std::set<std::string> imports;
    std::set<std::pair<std::string_view, std::string_view>> clients;
    bool posts = false, readsSecrets = false, logsIn = false;
};

Needs needsOf(const std::vector<SamCall>& calls, bool checksSignatures) {
    Needs needs;
    needs.readsSecrets = checksSignatures;
    for (const SamCall& call : calls) {
        const GoCall& row = goCall(call);
        for (const std::string& path : wordsOf(row.imports)) {
            needs.imports.insert(path);
        }
        if (!row.client.empty()) {
            needs.clients.emplace(row.client, row.package);
        }
        const bool isOpened = isOpenedBySecret(call);
        needs.readsSecrets |= isOpened;
        needs.logsIn |= isOpened && call.kind != SamCallKind::Request;
        needs.posts |= call.kind == SamCallKind::Request || call.kind == SamCallKind::Search;
        if (call.kind == SamCallKind::Query && !isOpened) {
            needs.imports.insert("github.com/aws/aws-sdk-go-v2/feature/rds/auth");
        }
    }
    const auto add = [&](std::string_view words) {
        for (const std::string& path : wordsOf(words)) {
            needs.imports.insert(path);
        }
    };
    if (needs.readsSecrets) {
        needs.clients.emplace("secretsManager", "secretsmanager");
        add("sync github.com/aws/aws-sdk-go-v2/aws");
    }
    add(needs.logsIn ? "encoding/json" : "");
    add(needs.posts ? "bytes errors fmt io net/http time" : "");
    add(needs.clients.empty() ? "" : "sync");
    for (const auto& [client, package] : needs.clients) {
        needs.imports.insert((package == "lambda" ? "lambdaservice=" : "") + std::string(kSdk) + std::string(package));
    }
    add(calls.empty() && !needs.readsSecrets ? "" : "context");
    return needs;
}

std::string pathOf(const std::string& import) {
    return import.substr(import.find('=') + 1);  // npos + 1 is 0
}

std::string importBlock(const Needs& needs) {
    std::set<std::pair<std::string, std::string>> standard;  // path, line: gofmt sorts by path
    std::set<std::pair<std::string, std::string>> others;
    for (const std::string& import : needs.imports) {
        const std::string path = pathOf(import);
        const std::string name = import.find('=') == std::string::npos ? "" : import.substr(0, import.find('=')) + " ";
        (path.find('.') == std::string::npos ? standard : others)
            .emplace(path, fmt::format("\t{}\"{}\"\n", name, path));
    }
    if (standard.empty() && others.empty()) {
        return "";
    }
    std::string text = "\nimport (\n";
    for (const auto& [path, line] : standard) {
        text += line;
    }
    text += standard.empty() || others.empty() ? "" : "\n";
    for (const auto& [path, line] : others) {
        text += line;
    }
    return text + ")\n";
}

std::string clientsOf(const Needs& needs) {
    std::string text;
    for (const auto& [client, package] : needs.clients) {
        const std::string_view name = package == "lambda" ? "lambdaservice" : package;
        text +=
            fmt::format("\nvar {0} = sync.OnceValue(func() *{1}.Client {{ return {1}.NewFromConfig(settings()) }})\n",
                        client, name);
    }
    return text;
}

}  // namespace

std::string goConnections(const std::vector<SamCall>& calls, bool checksSignatures) {
    const Needs needs = needsOf(calls, checksSignatures);
    std::string text =
        "package main\n\n// The connections that are drawn from this service, one function each; tests put "
        "functions of their own here.\n" +
        importBlock(needs) + clientsOf(needs);
    text += needs.readsSecrets ? kSecret : "";
    text += needs.logsIn ? kLogin : "";
    text += needs.posts ? kPost : "";
    const auto has = [&](SamCallKind kind) {
        return std::ranges::any_of(calls, [&](const SamCall& call) { return call.kind == kind; });
    };
    text += has(SamCallKind::Documents) ? goCollection() : "";
    text += has(SamCallKind::Stored) ? goStore() : "";
    for (const SamCall& call : calls) {
        text += goCallCode(call);
    }
    return text;
}

}  // namespace tideline
