// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/export/sam/sam_plan.h"
#include "core/export/sam/sam_template.h"

#include <map>

namespace tideline {

/// A right that a caller needs: a policy template of SAM for functions and state machines, a statement for the roles
/// of the core. Where `policyTemplate` is empty, functions take the statement too.
struct SamGrant {
    std::string policyTemplate, parameter;
    YamlValue value;
    YamlValue statement;
    bool operator==(const SamGrant&) const = default;
};

/// What code does over one connection.
enum class SamCallKind {
    Publish,
    Send,
    PutRecord,
    Invoke,
    Start,
    Objects,
    Items,
    Request,
    Query,
    Documents,  ///< a MongoDB in the cluster
    Stored,     ///< an object store in the cluster that speaks S3
    Cached,
    Search,
    Deliver,
    Mail
};

struct SamCall {
    SamCallKind kind = SamCallKind::Publish;
    std::string name;         ///< snake case, unique in its function: "to_users"
    std::string environment;  ///< first part of its environment variables: "USERS"
    const SamService* to = nullptr;
    bool isRead = false;  ///< the connection only reads
    int timeoutMs = 5000;
    int retries = 0;
    std::vector<SamGrant> rights;
    YamlMembers variables;   ///< environment of the function that does the call
    bool joinsVpc = false;   ///< the target lives in a VPC
};

/// How code is started.
enum class SamTriggerKind { Http, Bus, Queue, Stream, Topic, Schedule, Object, Logs, Task, Socket, Invoke };

struct SamTrigger {
    SamTriggerKind kind = SamTriggerKind::Invoke;
    std::string sample;  ///< file name of its sample event, without folder and ending
    std::string event;   ///< detail-type of a bus event
    std::string source;  ///< of a bus event
    std::string path, method;  ///< HTTP
};

/// A service that calls others, while its connections are gathered.
struct SamDraft {
    YamlMembers events;
    YamlMembers environment;
    std::vector<SamGrant> grants;
    std::vector<SamCall> calls;
    std::vector<SamTrigger> triggers;
    bool joinsVpc = false;        ///< it calls into a VPC
    bool isAsynchronous = false; ///< Lambda itself retries it: rules, schedules, log subscriptions
};

/// A template and what belongs to it, while it is being put together.
struct SamBuild {
    const SamPlan* plan = nullptr;
    SamTemplate tmpl;
    std::map<ServiceId, SamDraft> drafts;
    std::vector<ExportFile> files;
    std::vector<ExportNote> notes;

    SamDraft& draft(const SamService& service) { return drafts[service.profile->id]; }
    void note(const SamService& service, std::string message) {
        notes.push_back({service.profile->id.text, std::move(message)});
    }
};

/// Takes the rights and variables of a call into a draft.
void takeCall(SamDraft& draft, const SamCall& call);
/// Adds a right once.
void grant(SamDraft& draft, SamGrant right);
/// Sets an environment variable once.
void setEnvironment(SamDraft& draft, const std::string& name, YamlValue value);
/// The rights as `Policies` of a function or state machine.
YamlList policiesOf(const SamDraft& draft);
/// The rights as statements of a role.
YamlList statementsOf(const SamDraft& draft);

}  // namespace tideline
