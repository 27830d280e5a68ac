{{/* One side of a rule: a service of the application, a namespace, or addresses. */}}
{{- define "chart.networkPeer" -}}
{{- if .service }}
podSelector:
  matchLabels:
    {{ .label | default "app.kubernetes.io/name" }}: {{ .service | quote }}
{{- else if .namespace }}
namespaceSelector:
  matchLabels:
    kubernetes.io/metadata.name: {{ .namespace | quote }}
{{- else }}
ipBlock:
  cidr: {{ .cidr | quote }}
  {{- with .except }}
  except:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "chart.networkPorts" -}}
{{- with .ports }}
ports:
  {{- range . }}
  - port: {{ int64 . }}
    protocol: TCP
  {{- end }}
{{- end }}
{{- end }}
