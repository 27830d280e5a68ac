{{- define "chart.scaleTarget" -}}
apiVersion: apps/v1
kind: {{ ternary "StatefulSet" "Deployment" (eq .svc.workload "stateful-set") }}
name: {{ .name | quote }}
{{- end }}
