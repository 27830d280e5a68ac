// SPDX-License-Identifier: Apache-2.0

package main

import (
	"fmt"

	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	schedulingv1 "k8s.io/api/scheduling/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/apps"
	"k8s.io/kubernetes/pkg/apis/batch"
	"k8s.io/kubernetes/pkg/apis/core"
	corev1conversion "k8s.io/kubernetes/pkg/apis/core/v1"
	podsecurityadmission "k8s.io/pod-security-admission/api"
	podsecurity "k8s.io/pod-security-admission/policy"

	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"

	"k8s.io/kubernetes/pkg/registry/apps/daemonset"
	"k8s.io/kubernetes/pkg/registry/apps/deployment"
	"k8s.io/kubernetes/pkg/registry/apps/statefulset"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
	"k8s.io/kubernetes/pkg/registry/batch/cronjob"
	"k8s.io/kubernetes/pkg/registry/batch/job"
	"k8s.io/kubernetes/pkg/registry/core/configmap"
	"k8s.io/kubernetes/pkg/registry/core/namespace"
	"k8s.io/kubernetes/pkg/registry/core/persistentvolumeclaim"
	"k8s.io/kubernetes/pkg/registry/core/pod"
	"k8s.io/kubernetes/pkg/registry/core/service"
	"k8s.io/kubernetes/pkg/registry/core/serviceaccount"
	"k8s.io/kubernetes/pkg/registry/networking/networkpolicy"
	"k8s.io/kubernetes/pkg/registry/policy/poddisruptionbudget"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrole"
	"k8s.io/kubernetes/pkg/registry/rbac/clusterrolebinding"
	"k8s.io/kubernetes/pkg/registry/rbac/role"
	"k8s.io/kubernetes/pkg/registry/rbac/rolebinding"
	"k8s.io/kubernetes/pkg/registry/scheduling/priorityclass"
	"k8s.io/kubernetes/pkg/registry/storage/storageclass"
)

var strategies = map[schema.GroupVersionKind]rest.RESTCreateStrategy{
	appsv1.SchemeGroupVersion.WithKind("DaemonSet"):                      daemonset.Strategy,
	appsv1.SchemeGroupVersion.WithKind("Deployment"):                     deployment.Strategy,
	appsv1.SchemeGroupVersion.WithKind("StatefulSet"):                    statefulset.Strategy,
	autoscalingv2.SchemeGroupVersion.WithKind("HorizontalPodAutoscaler"): horizontalpodautoscaler.Strategy,
	batchv1.SchemeGroupVersion.WithKind("CronJob"):                       cronjob.Strategy,
	batchv1.SchemeGroupVersion.WithKind("Job"):                           job.Strategy,
	corev1.SchemeGroupVersion.WithKind("ConfigMap"):                      configmap.Strategy,
	corev1.SchemeGroupVersion.WithKind("Namespace"):                      namespace.Strategy,
	corev1.SchemeGroupVersion.WithKind("PersistentVolumeClaim"):          persistentvolumeclaim.Strategy,
	corev1.SchemeGroupVersion.WithKind("Pod"):                            pod.Strategy,
	corev1.SchemeGroupVersion.WithKind("Service"):                        service.Strategy,
	corev1.SchemeGroupVersion.WithKind("ServiceAccount"):                 serviceaccount.Strategy,
	networkingv1.SchemeGroupVersion.WithKind("NetworkPolicy"):            networkpolicy.Strategy,
	policyv1.SchemeGroupVersion.WithKind("PodDisruptionBudget"):          poddisruptionbudget.Strategy,
	rbacv1.SchemeGroupVersion.WithKind("ClusterRole"):                    clusterrole.Strategy,
	rbacv1.SchemeGroupVersion.WithKind("ClusterRoleBinding"):             clusterrolebinding.Strategy,
	rbacv1.SchemeGroupVersion.WithKind("Role"):                           role.Strategy,
	rbacv1.SchemeGroupVersion.WithKind("RoleBinding"):                    rolebinding.Strategy,
	schedulingv1.SchemeGroupVersion.WithKind("PriorityClass"):            priorityclass.Strategy,
	storagev1.SchemeGroupVersion.WithKind("StorageClass"):                storageclass.Strategy,
}

// Decodes to the internal form with defaults; unknown and repeated members are errors.
var strictDecoder = serializer.NewCodecFactory(legacyscheme.Scheme, serializer.EnableStrict).UniversalDecoder()

var restricted = podsecurityadmission.LevelVersion{Level: podsecurityadmission.LevelRestricted, Version: podsecurityadmission.LatestVersion()}

// Admission refuses pods only, so every template is looked at as the pod that it makes.
func podSecurity(object runtime.Object) []string {
	template := templateOf(object)
	if template == nil {
		return nil
	}
	var made corev1.PodTemplateSpec
	if err := corev1conversion.Convert_core_PodTemplateSpec_To_v1_PodTemplateSpec(template, &made, nil); err != nil {
		return []string{err.Error()}
	}
	evaluator, err := podsecurity.NewEvaluator(podsecurity.DefaultChecks(), nil)
	if err != nil {
		return []string{err.Error()}
	}
	result := podsecurity.AggregateCheckResults(evaluator.EvaluatePod(restricted, &made.ObjectMeta, &made.Spec))
	if result.Allowed {
		return nil
	}
	return []string{fmt.Sprintf("pod security 'restricted' refuses its pods: %s", result.ForbiddenDetail())}
}

func templateOf(object runtime.Object) *core.PodTemplateSpec {
	switch thing := object.(type) {
	case *apps.DaemonSet:
		return &thing.Spec.Template
	case *apps.Deployment:
		return &thing.Spec.Template
	case *apps.StatefulSet:
		return &thing.Spec.Template
	case *batch.CronJob:
		return &thing.Spec.JobTemplate.Spec.Template
	case *batch.Job:
		return &thing.Spec.Template
	}
	return nil
}
