{{/* The namespace of all objects. */}}
{{- define "chart.namespace" -}}
{{ .Values.namespace | default .Release.Namespace }}
{{- end }}

{{/* "true" where objects of this API may be written: the cluster knows it, or the values say that it will. */}}
{{- define "chart.knows" -}}
{{- if or .root.Values.operators.assume (.root.Capabilities.APIVersions.Has .api) -}}
true
{{- end -}}
{{- end }}

{{/* A service over the defaults of all services. Call with (dict "root" $ "svc" $given). */}}
{{- define "chart.service" -}}
{{- mustMergeOverwrite (deepCopy .root.Values.defaults) (deepCopy .svc) | toYaml -}}
{{- end }}

{{/* What selectors match by; it never changes. Call the rest with (dict "root" $ "name" $name "svc" $svc). */}}
{{- define "chart.selectorLabels" -}}
app.kubernetes.io/instance: {{ .name | quote }}
app.kubernetes.io/name: {{ .name | quote }}
{{- end }}

{{- define "chart.environmentLabel" -}}
{{- with .root.Values.environment }}
env: {{ . | quote }}
{{- end }}
{{- end }}

{{- define "chart.releaseLabels" -}}
app.kubernetes.io/managed-by: {{ .root.Release.Service | quote }}
app.kubernetes.io/part-of: {{ .root.Release.Name | quote }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" | quote }}
{{- include "chart.environmentLabel" . }}
{{- end }}

{{/* Labels of the objects around a workload. */}}
{{- define "chart.labels" -}}
{{ include "chart.selectorLabels" . }}
{{ include "chart.releaseLabels" . }}
{{- end }}

{{- define "chart.describingLabels" -}}
app.kubernetes.io/component: {{ .svc.component | quote }}
{{- with .svc.image }}
app.kubernetes.io/version: {{ regexReplaceAll "[^A-Za-z0-9_.-]" .tag "-" | trunc 63 | trimAll "-_." | quote }}
{{- end }}
owner: {{ .root.Values.owner | quote }}
{{- end }}

{{/* Labels of the object that runs pods. */}}
{{- define "chart.workloadLabels" -}}
{{ include "chart.labels" . }}
{{ include "chart.describingLabels" . }}
{{- end }}

{{- define "chart.podLabels" -}}
{{ include "chart.selectorLabels" . }}
{{ include "chart.describingLabels" . }}
app.kubernetes.io/part-of: {{ .root.Release.Name | quote }}
{{- include "chart.environmentLabel" . }}
{{- end }}

{{/* metadata of an object around a workload, under another name where "as" is given. */}}
{{- define "chart.metadata" -}}
labels:
  {{- include "chart.labels" . | nindent 2 }}
name: {{ .as | default .name | quote }}
namespace: {{ include "chart.namespace" .root | quote }}
{{- end }}

{{- define "chart.workloadMetadata" -}}
annotations:
  email: {{ .root.Values.email | quote }}
  kubernetes.io/description: {{ .svc.description | quote }}
  {{- with .svc.annotations }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  {{- with .annotations }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
labels:
  {{- include "chart.workloadLabels" . | nindent 2 }}
name: {{ .name | quote }}
namespace: {{ include "chart.namespace" .root | quote }}
{{- end }}
