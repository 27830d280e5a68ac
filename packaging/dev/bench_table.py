#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""bench_table.py ROWS JSON: the rows that the benches printed, as a table for people and as JSON."""
import json
import platform
import sys

NAMES = ("subject", "services", "medianMs", "limitMs", "against")


def rows(path):
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if fields[0] != "BENCH" or len(fields) != len(NAMES) + 1:
            continue
        row = dict(zip(NAMES, fields[1:]))
        row |= {"services": int(row["services"]), "medianMs": float(row["medianMs"]), "limitMs": float(row["limitMs"])}
        row["ratio"] = round(row["medianMs"] / row["limitMs"], 3) if row["limitMs"] else None
        yield row


def main():
    found = list(rows(sys.argv[1]))
    wide = max((len(row["subject"]) for row in found), default=7)
    print(f"{'subject':{wide}}  {'services':>8}  {'median ms':>10}  {'beside ms':>10}  {'ratio':>6}  what stands beside")
    for row in found:
        ratio = f"{row['ratio']:.2f}" if row["ratio"] is not None else "-"
        late = "  OVER" if (row["ratio"] or 0) > 1 else ""
        print(f"{row['subject']:{wide}}  {row['services']:>8}  {row['medianMs']:>10.3f}  {row['limitMs']:>10.3f}  "
              f"{ratio:>6}  {row['against']}{late}")
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        json.dump({"machine": platform.machine(), "rows": found}, out, indent=2)
        out.write("\n")


if __name__ == "__main__":
    main()
