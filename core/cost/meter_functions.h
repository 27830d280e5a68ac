// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "core/cost/meter.h"

namespace tideline {

/// The formulas of vocabulary.meters, one function a meter; the table in meter.cpp names them.
using Measures = std::vector<Measure>;

Measures requests(const MeterReading&);
Measures plainRequests(const MeterReading&);
Measures httpRequests512k(const MeterReading&);
/// The shards of a stream of Kinesis: those of its busiest hour, at least those that its field states.
HourlyTerm shardTerm(const MeterReading& stream);
Measures gbSeconds(const MeterReading&);
Measures ephemeralGbSeconds(const MeterReading&);
Measures provisionedGbSeconds(const MeterReading&);
Measures provisionedDuration(const MeterReading&);
Measures websocketMessages(const MeterReading&);
Measures connectionMinutes(const MeterReading&);
Measures units64k(const MeterReading&);
Measures queueOperations(const MeterReading&);
Measures transitions(const MeterReading&);
Measures workflowGbSeconds(const MeterReading&);
Measures shardHours(const MeterReading&);
Measures putUnits25k(const MeterReading&);
Measures streamHours(const MeterReading&);
Measures recordGb(const MeterReading&);
Measures streamGbOut(const MeterReading&);
Measures recordGbMonths(const MeterReading&);
Measures logGb(const MeterReading&);
Measures logGbMonths(const MeterReading&);
Measures metricCount(const MeterReading&);
Measures alarmCount(const MeterReading&);
Measures traces(const MeterReading&);
Measures storageGbMonths(const MeterReading&);
Measures volumeGbMonths(const MeterReading&);
Measures backupGbMonths(const MeterReading&);
Measures writes(const MeterReading&);
Measures reads(const MeterReading&);
Measures writeUnits(const MeterReading&);
Measures readUnits(const MeterReading&);
Measures instanceHours(const MeterReading&);
Measures acuHours(const MeterReading&);
Measures secretCount(const MeterReading&);
Measures secretCalls(const MeterReading&);
Measures keyCount(const MeterReading&);
Measures userCount(const MeterReading&);
Measures dpuHours(const MeterReading&);
Measures endpointHours(const MeterReading&);
Measures endpointGb(const MeterReading&);
Measures internetGb(const MeterReading&);
Measures cdnGb(const MeterReading&);
Measures podVcpuHours(const MeterReading&);
Measures podGibHours(const MeterReading&);
Measures gpuNodeHours(const MeterReading&);
Measures oneMonth(const MeterReading&);
Measures wasmCpuMs(const MeterReading&);
Measures durableRequests(const MeterReading&);
Measures durableGbSeconds(const MeterReading&);
Measures iotMessages(const MeterReading&);
Measures tokens(const MeterReading&);
Measures mediaMinutes(const MeterReading&);
Measures trainingHours(const MeterReading&);

}  // namespace tideline
