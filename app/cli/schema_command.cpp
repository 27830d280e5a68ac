// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "core/catalog/kind_schema.h"
#include "core/file/design_file.h"
#include "core/pricing/price_schema.h"

#include <array>

namespace tideline {

namespace {

struct SchemaRow {
    const char* key;
    std::string (*text)();
};

constexpr std::array kSchemas{
    SchemaRow{"design", designSchema},
    SchemaRow{"prices", priceBookSchema},
    SchemaRow{"kind", kindSchema},
};

ExitCode runSchema(const std::string& what) {
    for (const SchemaRow& row : kSchemas) {
        if (what == row.key) {
            return print(row.text());
        }
    }
    return ExitCode::WrongUse;
}

}  // namespace

void declareSchema(CLI::App& program, CommandLine& line) {
    auto what = std::make_shared<std::string>();
    CLI::App* command = addCommand(program, "schema", "print the JSON Schema of a file: design, prices or kind");
    std::vector<std::string> keys;
    for (const SchemaRow& row : kSchemas) {
        keys.emplace_back(row.key);
    }
    command->add_option("WHAT", *what, "design, prices or kind")->check(CLI::IsMember(keys))->type_name("")->required();
    command->callback([&line, what] { line.run = [what](CommandLine&) { return runSchema(*what); }; });
}

}  // namespace tideline
