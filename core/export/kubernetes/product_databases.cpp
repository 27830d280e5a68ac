// SPDX-License-Identifier: Apache-2.0
#include "core/export/kubernetes/products.h"

#include <fmt/format.h>

namespace tideline {

// As with PostgreSQL, the shell names the variables whose names linters take for secrets. The entry point needs no rights
// where the files belong to the pod's group.
void prepareMongo(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "username");
    addOwnCredential(plan, workload, "password");
    const std::string home = workload.volume ? workload.volume->path : "/data/db";
    workload.environment.emplace_back("HOME", "/tmp");
    workload.command = {"/bin/sh", "-c",
                        fmt::format("export MONGO_INITDB_ROOT_USERNAME_FILE={0}/username\n"
                                    "export MONGO_INITDB_ROOT_PASSWORD_FILE={0}/password\n"
                                    "exec docker-entrypoint.sh mongod --bind_ip_all --dbpath={1} --nounixsocket",
                                    workload.credentialsPath, home)};
    workload.scratch.push_back({"config", "/data/configdb", "16Mi"});
    workload.readiness = execProbe({"mongosh", "--quiet", "--eval", "db.adminCommand('ping').ok"}, 20, 10);
    workload.preStopSeconds = 0;
    workload.graceSeconds = 120;
}

// The key is no argument and no variable of the manifest: the shell reads it from the file.
void prepareQdrant(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "password");
    const std::string home = workload.volume ? workload.volume->path : "/qdrant/storage";
    workload.environment.emplace_back("QDRANT_INIT_FILE_PATH", "/qdrant/init/started");
    workload.environment.emplace_back("QDRANT__STORAGE__SNAPSHOTS_PATH", home + "/snapshots");
    workload.environment.emplace_back("QDRANT__STORAGE__STORAGE_PATH", home);
    workload.environment.emplace_back("QDRANT__TELEMETRY_DISABLED", "true");
    workload.command = {"/bin/sh", "-c",
                        fmt::format("export QDRANT__SERVICE__API_KEY=\"$(cat {}/password)\"\n"
                                    "cd /qdrant\n"
                                    "exec ./entrypoint.sh",
                                    workload.credentialsPath)};
    workload.scratch.push_back({"started", "/qdrant/init", "16Mi"});
    workload.preStopSeconds = 0;
    workload.graceSeconds = 120;
}

// Clients sign in; the file of passwords is made at the start, because it holds their hashes.
void prepareMosquitto(const CorePlan& plan, Workload& workload) {
    addOwnCredential(plan, workload, "username");
    addOwnCredential(plan, workload, "password");
    const std::string home = workload.volume ? workload.volume->path : "/mosquitto/data";
    workload.files = {{"mosquitto.conf", fmt::format("listener 1883\n"
                                                     "allow_anonymous false\n"
                                                     "password_file /mosquitto/passwords/file\n"
                                                     "persistence true\n"
                                                     "persistence_location {}/\n"
                                                     "log_dest stdout\n",
                                                     home)}};
    workload.command = {"/bin/sh", "-c",
                        fmt::format("mosquitto_passwd -b -c /mosquitto/passwords/file \"$(cat {0}/username)\" "
                                    "\"$(cat {0}/password)\"\n"
                                    "exec mosquitto -c {1}/mosquitto.conf",
                                    workload.credentialsPath, workload.filesPath)};
    workload.scratch.push_back({"passwords", "/mosquitto/passwords", "16Mi"});
    workload.readiness =
        execProbe({"/bin/sh", "-c",
                   fmt::format("mosquitto_pub -t ready -n -u \"$(cat {0}/username)\" -P \"$(cat {0}/password)\"",
                               workload.credentialsPath)},
                  20, 10);
    workload.preStopSeconds = 0;
    workload.graceSeconds = 60;
}

}  // namespace tideline
