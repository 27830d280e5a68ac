// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tideline {

/// A HorizontalPodAutoscaler does nothing while the measured value is within this share of its target.
inline constexpr double kScalingTolerance = 0.1;

/// Pods that a HorizontalPodAutoscaler wants: ceil(current x value / target), or `current` within its tolerance; never
/// outside of least and most (most 0 = no limit). Kubernetes documentation, horizontal pod autoscaling.
double podsByAutoscaler(double current, double value, double target, double least, double most);

/// What KEDA knows of a trigger.
struct KedaTrigger {
    double threshold = 1;   ///< of the value for one pod
    double activation = 0;  ///< at or below this the pods go to zero, where `least` is 0
    double partitions = 0;  ///< of a Kafka topic: readers beyond that would idle and are not started; 0 = no such cap
    bool allowsIdle = false;  ///< allowIdleConsumers: the cap does not hold
};

/// Pods that KEDA wants for a value of the trigger: ceil(value / threshold), capped by the partitions and by `most`.
double podsByKeda(const KedaTrigger& trigger, double value, double least, double most);

}  // namespace tideline
