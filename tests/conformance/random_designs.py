#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""random_designs.py TIDELINE FIRST COUNT FOLDER: takes designs drawn by chance, one a seed from FIRST on, through every
command, and holds their results against each other. Prints each design that shows a fault, and keeps it in FOLDER."""
import decimal
import json
import math
import pathlib
import shutil
import sys

import yaml

import random_design
import tools

READERS = {".yaml": lambda text: list(yaml.load_all(text, Loader=Loader)), ".json": json.loads}


class Loader(yaml.CSafeLoader):
    """Takes the tags of CloudFormation (!Ref, !Sub) for what stands behind them."""


Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


class Design:
    """A file, what the program says of it, and the faults found in that."""

    def __init__(self, tideline, file):
        self.tideline, self.file, self.faults = tideline, file, []

    def run(self, command, *options, allowed=(0,)):
        return tools.run(self.tideline, command, self.file, *options, allowed=allowed, stderr_too=command == "export")

    def json(self, command, *options, allowed=(0,)):
        said = self.run(command, *options, "--format", "json", allowed=allowed)
        return json.loads(said, parse_float=decimal.Decimal, parse_int=decimal.Decimal)

    def hold(self, claim, fault):
        if not claim:
            self.faults.append(fault)

    def bill_adds_up(self, prices):
        """The bill; None where it is refused as larger than any."""
        if not self.run("cost", allowed=(0, 3)):
            return None
        bill = self.json("cost")
        total = sum(line["monthly"] for line in bill["lines"])
        self.hold(total == bill["monthly"], f"the lines add up to {total}, not to {bill['monthly']}")
        for line in bill["lines"]:
            self.hold(line["price"] in prices, f"the price {line['price']} of {line['key']} is in no book")
            self.hold(line["monthly"] == 0 or line["source"], f"{line['key']} costs something and has no source")
            self.hold(line["monthly"] >= 0, f"{line['key']} costs {line['monthly']}")
        for text in ("md", "csv"):
            self.hold(self.run("cost", "--format", text).count("\n") > len(bill["lines"]), f"the bill as {text} is too short")
        return bill

    def curves_agree(self, bill):
        if bill["requestsPerMonth"] == 0:
            self.run("curve", allowed=(3,))
            return
        curves = self.json("curve", "--points", "9")
        by_key = {curve["key"]: curve["monthly"] for curve in curves["curves"]}
        for at in (2, 6):
            requests = curves["requestsPerMonth"][at]
            if not self.run("cost", "--requests", str(requests), allowed=(0, 3)):
                continue
            billed = self.json("cost", "--requests", str(requests))["monthly"]
            drawn = by_key["as-designed"][at]
            self.hold(math.isclose(billed, drawn, rel_tol=1e-7, abs_tol=1e-4),
                      f"at {requests} requests the curve says {drawn} and the bill {billed}")
        for at, requests in enumerate(curves["requestsPerMonth"]):
            cheapest = [row["curve"] for row in curves["cheapest"] if row["fromRequests"] <= requests][-1]
            least = min(monthly[at] for key, monthly in by_key.items() if key.startswith("all-"))
            self.hold(math.isclose(by_key[cheapest][at], least, rel_tol=1e-9),
                      f"at {requests} requests {cheapest} is called the cheapest, with {by_key[cheapest][at]} against {least}")
        places = [crossover["requestsPerMonth"] for crossover in curves["crossovers"]]
        self.hold(places == sorted(places), "the crossovers are not in the order of the requests")
        turns = {(row["requestsPerMonth"], row["to"]) for row in curves["crossovers"] if row["lowest"]}
        steps = {(row["fromRequests"], row["curve"]) for row in curves["cheapest"][1:]}
        self.hold(turns == steps, f"the cheapest changes at {sorted(steps)}, the crossovers say {sorted(turns)}")

    def exports_are_whole(self, targets, folder):
        options = ("--target", ",".join(targets), "-o", folder)
        self.run("export", *options, allowed=(0, 1))
        files = [file for file in folder.rglob("*") if file.is_file()]
        again = self.run("export", *options, allowed=(0, 1))
        self.hold(": 0 new, 0 changed, " in again, f"the second export differs from the first: {again}")
        for file in files:
            reads = READERS.get(file.suffix)
            if reads and "templates" not in file.relative_to(folder).parts:  # those of the chart are no YAML yet
                try:
                    reads(file.read_text())
                except (yaml.YAMLError, ValueError) as error:
                    self.faults.append(f"{file.relative_to(folder)} cannot be read: {error}")


def main():
    tideline, first, count, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), pathlib.Path(sys.argv[4])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    kinds = random_design.kinds_of(tideline)
    prices = {price["key"] for price in json.loads(tools.run(tideline, "prices", "--format", "json"))["prices"]}
    targets = [row["key"] for row in json.loads(tools.run(tideline, "targets", "--format", "json"))["targets"]]
    found = 0
    for seed in range(first, first + count):
        file = folder / f"{seed}.tideline"
        file.write_text(json.dumps(random_design.random_design(kinds, seed), indent=2, ensure_ascii=False))
        print(f"seed {seed}", flush=True)
        design = Design(tideline, file)
        design.run("check", "--format", "json", allowed=(0, 1))
        if bill := design.bill_adds_up(prices):
            design.curves_agree(bill)
        design.exports_are_whole(targets, folder / str(seed))
        for fault in design.faults:
            print(f"  {fault}")
        found += len(design.faults)
        shutil.rmtree(folder / str(seed))
    if found:
        sys.exit(f"{found} faults; the designs are in {folder}")


if __name__ == "__main__":
    main()
